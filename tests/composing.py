"""A teacher who composes quizzes from the small bank: what the tests of quizzes start from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts.models import Person
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.quizzes import operations, queries
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.queries import Composer
from quizapp.quizzes.settings import QuizSettings
from quizapp.storage.database import db
from tests.acting import Acting
from tests.small_bank import IN_ORDER, NOW, SLUG


class Teacher(Acting):
    """A teacher by name, with a clock of her own."""

    def __init__(self, app: Flask, name: str = "Tess", person_id: int | None = None) -> None:
        """Make the teacher, or be one who has an account; the bank is the small one, which every teacher may read."""
        self.app = app
        self.id = person_id or self.doing(lambda: self._make(name))
        self.bank = self.reading(lambda: db.session.scalars(select(Bank.id).where(Bank.slug == SLUG)).one())

    def _make(self, name: str) -> int:
        person = Person(display_name=name, session_key=name, created_at=NOW, is_teacher=True)
        db.session.add(person)
        db.session.flush()
        return person.id

    def ids(self, keys: Iterable[str]) -> list[int]:
        """The questions of the bank by their keys."""
        query = select(Question.key, Question.id).where(Question.bank_id == self.bank)
        known = self.reading(lambda: {row.key: row.id for row in db.session.execute(query)})
        return [known[key] for key in keys]

    def begin(self, keys: Iterable[str] = IN_ORDER, **settings: object) -> int:
        """Begin a quiz that holds these questions."""
        ids = self.ids(keys)
        wanted = QuizSettings(**{"title": "Lagoons", "shuffle": False, **settings})  # type: ignore[arg-type]
        return self.doing(lambda: operations.begin_quiz(self.bank, self.id, wanted, ids, now=self.now))

    def publish(self, quiz_id: int, *, revision: int | None = None) -> bool:
        """Publish a quiz as it stands."""
        return self.doing(lambda: operations.publish_quiz(quiz_id, self.id, revision=revision, now=self.now))

    def offer(self, quiz_id: int, audience: str = "everyone") -> None:
        """Say who may take a quiz."""
        quiz = self.composer(quiz_id)
        self.doing(
            lambda: operations.change_settings(
                quiz_id, self.id, quiz.settings, audience, revision=quiz.revision, now=self.now
            )
        )

    def composer(self, quiz_id: int) -> Composer:
        """The quiz as its composer shows it."""
        return self.reading(lambda: queries.composer(quiz_id, self.id))

    def order(self, quiz_id: int) -> list[int]:
        """The questions of a quiz in their order."""
        return [question.question_id for question in self.composer(quiz_id).questions]

    def slug(self, quiz_id: int) -> str:
        """The slug of a quiz."""
        return self.reading(lambda: db.session.scalars(select(Quiz.slug).where(Quiz.id == quiz_id)).one())

    def set_state(self, question_id: int, state: str) -> None:
        """Let a question be in a state."""
        self.doing(lambda: db.session.execute(update(Question).where(Question.id == question_id).values(state=state)))

    def reword(self, question_id: int, stem: str, *, author_id: int | None = None) -> None:
        """Give a question a new version."""
        self.doing(lambda: reworded(question_id, stem, self.now, author_id))


def reworded(question_id: int, stem: str, now: datetime, author_id: int | None) -> None:
    """Add a version of a question with another stem; call inside a transaction."""
    question = db.session.get_one(Question, question_id)
    old = db.session.scalars(
        select(QuestionVersion).where(
            QuestionVersion.question_id == question_id, QuestionVersion.number == question.version_number
        )
    ).one()
    question.version_number += 1
    db.session.add(
        QuestionVersion(
            question_id=question_id,
            number=question.version_number,
            kind=old.kind,
            stem=stem,
            content=old.content,
            explanation=old.explanation,
            overrides={},
            content_hash=stem,
            author_id=author_id,
            created_at=now,
        )
    )
    db.session.flush()


def numbers(quiz: Composer, ids: Sequence[int]) -> list[int]:
    """The numbers of questions in a quiz."""
    return [question.number for question in quiz.questions if question.question_id in ids]
