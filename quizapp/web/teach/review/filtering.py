"""Which drafts a review goes through, as its address says it."""

from __future__ import annotations

from flask import request, url_for

from quizapp.banks.queries.review_queue import QueueFilter

LONGEST = 200


def wanted() -> QueueFilter:
    """Read the filter of the address."""
    said = {name: request.args.get(name, "")[:LONGEST] for name in ("document", "tier", "kind")}
    return QueueFilter(**said)


def here(bank_id: int, **more: object) -> str:
    """Return the address of the review with the same filter."""
    return url_for("teach.review.show", bank_id=bank_id, **wanted().values(), **more)  # type: ignore[arg-type]
