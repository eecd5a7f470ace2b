"""What one learner of a class knows and misses, beside the others: by fact, by document, and how sure they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, case, func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.core.statistics.calibration import Said
from quizapp.documents.models import Document, Fact
from quizapp.history.queries.counted import FINISHED, as_points
from quizapp.history.queries.gradebook import Counts
from quizapp.history.queries.within import EVER, Within
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment

MOST_FACTS, MOST_DOCUMENTS = 40, 12


@dataclass(frozen=True, slots=True)
class KnownBeside:
    """How much of something one learner won and how much the others did, as shares of the points asked for it."""

    id: int
    name: str
    asked: int  # answers of the learner
    share: float
    others: float | None  # None: nobody else was asked
    others_asked: int
    question_id: int  # one of the questions that ask it


@dataclass(frozen=True, slots=True)
class LearnersKnowledge:
    """What one learner knows beside the class: the weakest first, the documents by their names."""

    facts: tuple[KnownBeside, ...]
    documents: tuple[KnownBeside, ...]
    said: tuple[Said, ...]  # of what they were sure, not sure, said nothing

    @property
    def missed(self) -> tuple[KnownBeside, ...]:
        """The facts of which they won no more than half."""
        return tuple(row for row in self.facts if row.share <= 0.5)

    @property
    def has_sureness(self) -> bool:
        """Whether they ever said how sure they were."""
        return any(group.n for group in self.said if group.sure is not None)


def knowledge_in_class(class_id: int, person_id: int, *, counts: Counts, within: Within = EVER) -> LearnersKnowledge:
    """Return what a learner knows by what was set to the class; of several attempts at one the first, best or last."""
    answers = _answers(_counting(class_id, counts, within), person_id)
    cited = select(Citation.version_id, Citation.document_id).where(Citation.role == "key").distinct().subquery()
    facts = _beside(answers, Fact.id, Fact.statement).join(Question, Question.id == answers.c.question_id)
    documents = _beside(answers, Document.id, Document.title).join(cited, cited.c.version_id == answers.c.version_id)
    return LearnersKnowledge(
        facts=_rows(facts.join(Fact, Fact.id == Question.fact_id).limit(MOST_FACTS)),
        documents=_rows(documents.join(Document, Document.id == cited.c.document_id).limit(MOST_DOCUMENTS)),
        said=_said(answers),
    )


def _counting(class_id: int, counts: Counts, within: Within) -> CTE:
    """Select the one finished attempt of each learner at each thing set to the class that counts."""
    share = func.sum(as_points(Answer.points)) / func.nullif(func.sum(as_points(AttemptItem.points)), 0.0)
    orders: dict[Counts, ColumnElement[Any]] = {
        "first": Attempt.id.asc(),
        "last": Attempt.id.desc(),
        "best": share.desc(),
    }
    place = func.row_number().over(
        partition_by=(Attempt.assignment_id, Attempt.learner_id), order_by=(orders[counts], Attempt.id)
    )
    ranked = (
        select(Attempt.id, Attempt.learner_id, place.label("place"))
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.class_id == class_id, Attempt.state.in_(FINISHED), *within.holds(Attempt.submitted_at))
    )
    if counts == "best":
        items = ranked.join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        ranked = items.join(Answer, Answer.item_id == AttemptItem.id).group_by(Attempt.id)
    among = ranked.subquery()
    return select(among.c.id, among.c.learner_id).where(among.c.place == 1).cte("counting")


def _answers(counting: CTE, person_id: int) -> CTE:
    return (
        select(
            case((counting.c.learner_id == person_id, 1), else_=0).label("own"),
            QuestionVersion.question_id,
            QuestionVersion.id.label("version_id"),
            as_points(Answer.points).label("points"),
            as_points(Answer.out_of).label("out_of"),
            Answer.verdict,
            Answer.sure,
        )
        .select_from(counting)
        .join(AttemptItem, AttemptItem.attempt_id == counting.c.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .cte("answers")
    )


def _beside(answers: CTE, key: Any, name: Any) -> Select[*tuple[Any, ...]]:
    """Add up what the learner and the others won, by whatever the answers are joined to; the weakest come first."""
    own = answers.c.own == 1
    asked = func.sum(answers.c.own)
    share = _sum(own, answers.c.points) / func.nullif(_sum(own, answers.c.out_of), 0.0)
    others = _sum(~own, answers.c.points) / func.nullif(_sum(~own, answers.c.out_of), 0.0)
    question = func.min(answers.c.question_id)
    query: Select[*tuple[Any, ...]] = select(key, name, asked, share, others, func.count() - asked, question)
    return query.select_from(answers).group_by(key, name).having(asked > 0).order_by(share, others.desc(), key)


def _sum(which: ColumnElement[bool], column: Any) -> ColumnElement[float]:
    return func.sum(case((which, column), else_=0.0))


def _rows(query: Select[*tuple[Any, ...]]) -> tuple[KnownBeside, ...]:
    return tuple(KnownBeside(*row) for row in db.session.execute(query))


def _said(answers: CTE) -> tuple[Said, ...]:
    right = func.sum(case((answers.c.verdict == "right", 1), else_=0))
    query = select(answers.c.sure, func.count(), right).where(answers.c.own == 1, answers.c.verdict != "unanswered")
    rows = {sure: (n, right) for sure, n, right in db.session.execute(query.group_by(answers.c.sure))}
    return tuple(Said(sure, *rows.get(sure, (0, 0))) for sure in (True, False, None))
