"""Accepting one draft, with the reasons that the item rules ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from flask import request

from quizapp.banks import operations
from quizapp.banks.errors import StaleQuestion
from quizapp.banks.operations import Acted, Skipped
from quizapp.banks.operations.acts import EDITED
from quizapp.banks.queries import Judgement, findings, sources_of_bank, stands_against
from quizapp.banks.queries.review_item import ReviewItem
from quizapp.banks.rules import DRAFT
from quizapp.storage.transaction import transaction
from quizapp.web.session import teacher_id

REASON = "reason-"
LONGEST_REASON = 500


class Refused(Exception):
    """The item rules do not let it pass: something is to be mended, or a reason is wanted."""


def reasons_given() -> dict[str, str]:
    """Return the reasons that a form gives, by rule; empty ones too, so that what was typed is shown again."""
    return {
        name.removeprefix(REASON): " ".join(text.split())[:LONGEST_REASON]
        for name, text in request.form.items()
        if name.startswith(REASON)
    }


def accept_question(item: ReviewItem, reasons: Mapping[str, str], *, shown: int | None, now: datetime) -> Acted:
    """Accept a question as it was shown; Refused where the rules stand against it."""
    if shown != item.version_number:
        return Acted(None, (), (Skipped(item.question_id, EDITED),))
    missing = {finding.rule for finding in item.asking_for_a_reason}
    given = {rule: text for rule, text in reasons.items() if text and rule in missing}
    if item.state == DRAFT and (item.blocking or missing - set(given)):
        raise Refused
    if given and item.state == DRAFT:
        return _accept_with(item, given, now)
    with transaction():
        judged = Judgement({item.question_id: item.version_number})
        return operations.accept(item.bank_id, judged, person_id=teacher_id(), now=now, known_as=(DRAFT,))


def _accept_with(item: ReviewItem, given: Mapping[str, str], now: datetime) -> Acted:
    """A reason is part of what a version says, so it is kept as one."""
    draft = replace(item.draft, overrides={**item.draft.overrides, **given})
    details = operations.details_of(item.bank_id, draft, item.question_id)
    found = findings(draft, sources_of_bank(item.bank_id))
    if stands_against(found):
        raise Refused
    try:
        with transaction():
            operations.revise(
                item.question_id,
                details,
                found,
                based_on=item.version_number,
                author_id=teacher_id(),
                now=now,
                accepting=True,
            )
    except StaleQuestion:
        return Acted(None, (), (Skipped(item.question_id, EDITED),))
    return Acted(None, (item.question_id,), ())
