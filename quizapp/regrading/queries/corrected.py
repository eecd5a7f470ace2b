"""An answer explained by the question as it was corrected since."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from sqlalchemy import or_, select

from quizapp.attempts.models import AttemptItem
from quizapp.attempts.queries.explanation import Explanation, explained
from quizapp.attempts.sitting import Asked, find_asked
from quizapp.banks.models import QuestionVersion
from quizapp.core.kinds import Content, Response, carried, carried_order, content_from, draw_order, response_data
from quizapp.regrading.models import Regrade
from quizapp.regrading.plan import joined
from quizapp.regrading.rules import ALL, answers_for
from quizapp.storage.database import db


def corrected(attempt_id: int, number: int, learner_id: int) -> Explanation | None:
    """Return a final answer explained by the version that answers like it were judged by last; None where none were.

    Its mark is the one it has. Whoever kept the points of a wrong key is told, too, what is right.
    """
    version = _judged_by(attempt_id, number)
    if version is None:
        return None
    asked = find_asked(attempt_id, number, learner_id)
    return explained(_as_corrected(asked, version), learner_id)


def _judged_by(attempt_id: int, number: int) -> QuestionVersion | None:
    query = (
        joined(select(Regrade.from_version_id, Regrade.to_version_id))
        .join(Regrade, Regrade.from_version_id == AttemptItem.version_id)
        .where(AttemptItem.attempt_id == attempt_id, AttemptItem.position == number)
        .where(or_(Regrade.scope == ALL, answers_for(Regrade.by_id)))
        .order_by(Regrade.id.desc())
        .limit(1)
    )
    row = db.session.execute(query).one_or_none()
    if row is None or row.to_version_id in (None, row.from_version_id):
        return None
    return db.session.get_one(QuestionVersion, row.to_version_id)


def _as_corrected(asked: Asked, version: QuestionVersion) -> Asked:
    content = content_from(version.kind, version.content)
    response = None if asked.response is None else carried(asked.content, content, asked.response)
    return replace(
        asked,
        version_id=version.id,
        version_number=version.number,
        kind=version.kind,
        stem=version.stem,
        content=content,
        explanation=version.explanation,
        source=version.source,
        order=_order(asked, content),
        response_row=_row(response),
    )


def _order(asked: Asked, content: Content) -> list[int]:
    """As it was shown; parts that are new come where the corrected question names them."""
    in_order = sorted(draw_order(content, Random(0)))  # noqa: S311 - sorted, so that nothing is left of the dice
    return carried_order(asked.content, content, asked.order, lambda: in_order)


def _row(response: Response | None) -> dict[str, Any] | None:
    return None if response is None else response_data(response)
