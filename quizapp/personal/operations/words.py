"""Taking a person's own words out of their answers, so that the marks stay what they are."""

from __future__ import annotations

from sqlalchemy import select, update

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import QuestionVersion
from quizapp.core.grading import impersonal
from quizapp.core.kinds import Content, content_from, response_data, response_from
from quizapp.regrading.models import Regrade, Remark
from quizapp.storage.database import db

TYPED = ("short_text", "cloze", "number", "date")


def take_words_out(learner_id: int) -> None:
    """Put in the place of each typed answer one that earns the same by every version it was judged by."""
    query = (
        select(Answer.id, Answer.response, QuestionVersion.kind, QuestionVersion.content)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .where(Attempt.learner_id == learner_id, Answer.response.is_not(None), QuestionVersion.kind.in_(TYPED))
    )
    judged_anew = _judged_anew(learner_id)
    rows = []
    for answer_id, stored, kind, content in db.session.execute(query):
        judged_by = [content_from(kind, content), *judged_anew.get(answer_id, ())]
        bare = impersonal(judged_by, response_from(kind, stored))
        rows.append({"id": answer_id, "response": None if bare is None else response_data(bare)})
    if rows:
        db.session.execute(update(Answer), rows)


def _judged_anew(learner_id: int) -> dict[int, list[Content]]:
    """What each answer was judged anew by, in order."""
    query = (
        select(Remark.answer_id, QuestionVersion.kind, QuestionVersion.content)
        .join(Regrade, Regrade.id == Remark.regrade_id)
        .join(QuestionVersion, QuestionVersion.id == Regrade.to_version_id)
        .join(Answer, Answer.id == Remark.answer_id)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(Attempt.learner_id == learner_id)
        .order_by(Remark.id)
    )
    found: dict[int, list[Content]] = {}
    for answer_id, kind, content in db.session.execute(query):
        found.setdefault(answer_id, []).append(content_from(kind, content))
    return found
