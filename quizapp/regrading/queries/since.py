"""Which answers came in after those like them were judged by a key."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Subquery, func, or_, select

from quizapp.attempts.models import Answer, Attempt
from quizapp.attempts.rules import AFTER_EACH
from quizapp.regrading.models import Regrade
from quizapp.regrading.rules import ALL, GIVE_ALL


def last_judged(question_ids: Sequence[int], key_ids: Sequence[int], by_id: int | None) -> Subquery:
    """Select when answers to each version were last judged by a key, or given all points, whichever came last.

    key_ids: the versions whose key it is. Regrades of all answers count, and those of by_id's own where it is given.
    """
    mine = Regrade.scope == ALL if by_id is None else or_(Regrade.scope == ALL, Regrade.by_id == by_id)
    return (
        select(Regrade.from_version_id.label("version_id"), func.max(Regrade.at).label("at"))
        .where(Regrade.question_id.in_(question_ids), mine)
        .where(or_(Regrade.to_version_id.in_(key_ids), Regrade.policy == GIVE_ALL))
        .group_by(Regrade.from_version_id)
        .subquery()
    )


def is_since(last: Subquery) -> ColumnElement[bool]:
    """The condition on an answer that it became final only after that, or that nothing was judged."""
    in_time = (Attempt.feedback == AFTER_EACH) & (Answer.answered_at > last.c.at)
    later = (Attempt.feedback != AFTER_EACH) & (Attempt.submitted_at > last.c.at)
    return or_(last.c.at.is_(None), in_time, later)
