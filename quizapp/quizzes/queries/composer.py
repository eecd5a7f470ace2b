"""A quiz as its teacher composes it: its settings, its questions in their order, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import select

from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, is_newest
from quizapp.core.kinds import content_from
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Edition, Quiz, QuizDraft, QuizDraftItem
from quizapp.quizzes.queries.pinned import SETTINGS, edition_of_draft
from quizapp.quizzes.rules import about_minutes, question_count
from quizapp.quizzes.settings import QuizSettings
from quizapp.storage.database import db

State = Literal["composed", "published", "changed", "archived"]


@dataclass(frozen=True, slots=True)
class ComposedQuestion:
    """A question of a quiz as the composer lists it; `alternative_to` is the number of an earlier one of its slot."""

    number: int
    question_id: int
    kind: str
    stem: str
    key_text: str
    points: Decimal
    slot: str
    fact_id: int | None
    is_accepted: bool
    is_stale: bool
    is_changed: bool  # somebody else worded it anew since the teacher last saw it here
    alternative_to: int | None


@dataclass(frozen=True, slots=True)
class Composer:
    """A quiz being composed, with what is published of it."""

    quiz_id: int
    bank_id: int
    bank_title: str
    revision: int
    settings: QuizSettings
    audience: str  # classes, link, everyone
    link_secret: str | None
    questions: tuple[ComposedQuestion, ...]
    state: State
    edition_number: int | None
    published_at: datetime | None
    published_feedback: str  # of the edition that learners take now; empty where there is none
    released_at: datetime | None

    @property
    def asked(self) -> int:
        """How many questions an attempt asks."""
        return question_count(self.slots, self.settings.pick)

    @property
    def slots(self) -> int:
        """How many questions there are to draw from, alternatives counted once."""
        return sum(question.alternative_to is None for question in self.questions)

    @property
    def minutes(self) -> int:
        """About how long it takes."""
        return about_minutes(self.asked)

    @property
    def has_alternatives(self) -> bool:
        """Whether some questions ask for the same value, so that an attempt draws one of them."""
        return self.slots < len(self.questions)


def composer(quiz_id: int, owner_id: int) -> Composer:
    """Return a teacher's own quiz with everything its composer shows; NoSuchQuiz for any other."""
    query = (
        select(Quiz, QuizDraft, Bank.title.label("bank_title"), Edition)
        .join(QuizDraft, QuizDraft.quiz_id == Quiz.id)
        .join(Bank, Bank.id == Quiz.bank_id)
        .outerjoin(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
        .where(Quiz.id == quiz_id, Quiz.owner_id == owner_id)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchQuiz
    quiz, draft, edition = row.Quiz, row.QuizDraft, row.Edition
    settings: dict[str, Any] = {name: getattr(draft, name) for name in SETTINGS}
    return Composer(
        quiz_id=quiz.id,
        bank_id=quiz.bank_id,
        bank_title=row.bank_title,
        revision=draft.revision,
        settings=QuizSettings(**settings),
        audience=quiz.audience,
        link_secret=quiz.link_secret,
        questions=_questions(quiz.id, owner_id),
        state=state_of(quiz.archived_at, edition, "" if edition is None else edition_of_draft(quiz.id).content_hash),
        edition_number=edition.number if edition else None,
        published_at=edition.published_at if edition else None,
        published_feedback=edition.feedback if edition else "",
        released_at=quiz.released_at,
    )


def state_of(archived_at: datetime | None, edition: Edition | None, content_hash: str) -> State:
    """Return how a quiz stands, by the hash of what publishing it now would freeze."""
    if archived_at is not None:
        return "archived"
    if edition is None:
        return "composed"
    return "published" if edition.content_hash == content_hash else "changed"


def _questions(quiz_id: int, owner_id: int) -> tuple[ComposedQuestion, ...]:
    query = (
        select(QuizDraftItem, Question, QuestionVersion)
        .join(Question, Question.id == QuizDraftItem.question_id)
        .join(QuestionVersion, is_newest())
        .where(QuizDraftItem.quiz_id == quiz_id)
        .order_by(QuizDraftItem.position)
    )
    rows = db.session.execute(query).all()
    first: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        first.setdefault(row.Question.slot, number)
    return tuple(_question(number, row, first, owner_id) for number, row in enumerate(rows, start=1))


def _question(number: int, row: Any, first: dict[str, int], owner_id: int) -> ComposedQuestion:
    item, question, version = row.QuizDraftItem, row.Question, row.QuestionVersion
    earlier = first[question.slot]
    return ComposedQuestion(
        number=number,
        question_id=question.id,
        kind=version.kind,
        stem=version.stem,
        key_text=content_from(version.kind, version.content).key_text(),
        points=item.points,
        slot=question.slot,
        fact_id=question.fact_id,
        is_accepted=question.state == ACCEPTED,
        is_stale=question.stale_at is not None,
        is_changed=0 < item.version_number < question.version_number and version.author_id != owner_id,
        alternative_to=earlier if earlier != number else None,
    )
