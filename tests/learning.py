"""A small bank taken by people: what the tests of the rooms start from."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import count

from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.attempts import operations, queries
from quizapp.attempts.given import Given
from quizapp.attempts.models import AttemptItem
from quizapp.attempts.operations import Saved
from quizapp.attempts.shown import shown_from_response
from quizapp.banks.models import Question, QuestionVersion
from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Cloze,
    Content,
    Date,
    Judged,
    Matched,
    Matching,
    Multiple,
    Number,
    Ordering,
    Response,
    ShortText,
    Ticked,
    TrueFalse,
    Typed,
    content_from,
)
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from tests.acting import Acting
from tests.small_bank import NOW


def right_response(content: Content) -> Response:
    """The response that is wholly right."""
    match content:
        case Choice():
            return Chosen(content.key)
        case Multiple():
            return Ticked(content.keys)
        case TrueFalse(key=key):
            return Judged(key)
        case Matching():
            return Matched(content.key())
        case Ordering(items=items):
            return Arranged(tuple(range(len(items))))
        case Number(value=value):
            return Typed(str(value))
        case Date(value=day):
            return Typed(day.iso())
        case ShortText(accept=accept) | Cloze(accept=accept):
            return Typed(accept[0])
    raise TypeError(content)


def wrong_response(content: Content) -> Response:
    """A response that earns nothing."""
    match content:
        case Choice(options=options):
            return Chosen((content.key + 1) % len(options))
        case Multiple(options=options):
            return Ticked(frozenset(range(len(options))) - content.keys)
        case TrueFalse(key=key):
            return Judged(not key)
        case Matching():
            return Matched(tuple((right + 1) % len(content.rights()) for right in content.key()))
        case Ordering(items=items):
            return Arranged(tuple(reversed(range(len(items)))))
        case Number():
            return Typed("99999")
        case Date():
            return Typed("1 January 1801")
    return Typed("something else entirely")


class Learner(Acting):
    """A person who takes quizzes, by name and with a clock of their own."""

    def __init__(self, app: Flask, name: str, person_id: int | None = None) -> None:
        """Make the person, or be one who has an account."""
        self.app = app
        self.tokens = count()
        self.name = name
        self.id = person_id or self.doing(self._make)

    def _make(self) -> int:
        person = Person(display_name=self.name, session_key=self.name, created_at=NOW)
        db.session.add(person)
        db.session.flush()
        return person.id

    def start(self, slug: str, seed: str = "a seed") -> int:
        """Start a quiz by its slug."""
        quiz = self.quiz(slug)
        return self.doing(lambda: operations.start_attempt(quiz, self.id, now=self.now, seed=seed))

    def quiz(self, slug: str) -> int:
        """The id of a quiz."""
        return self.reading(lambda: db.session.scalars(select(Quiz.id).where(Quiz.slug == slug)).one())

    def give(
        self,
        attempt: int,
        number: int,
        given: Given | None,
        *,
        token: str | None = None,
        revision: int | None = None,
        sure: bool | None = None,
    ) -> Saved:
        """Send an answer as the page would."""
        sent = token or f"{self.name} {next(self.tokens)}"
        if revision is None:
            revision = self.reading(lambda: queries.open_question(attempt, number, self.id)).revision
        return self.doing(
            lambda: operations.submit_answer(
                attempt, number, self.id, given, token=sent, revision=revision, sure=sure, now=self.now
            )
        )

    def right(self, attempt: int, number: int) -> Given:
        """What the form says for the right answer."""
        return self._given(attempt, number, right_response)

    def wrong(self, attempt: int, number: int) -> Given:
        """What the form says for an answer that earns nothing."""
        return self._given(attempt, number, wrong_response)

    def _given(self, attempt: int, number: int, respond: Callable[[Content], Response]) -> Given:
        content, order = self.reading(lambda: content_of(attempt, number))
        return shown_from_response(order, respond(content))

    def answer(self, attempt: int, number: int, *, right: bool = True, sure: bool | None = None) -> Saved:
        """Answer a question right or wrong."""
        return self.give(
            attempt, number, self.right(attempt, number) if right else self.wrong(attempt, number), sure=sure
        )

    def take(self, slug: str, *, wrong: Collection[int] = (), seed: str = "a seed") -> int:
        """Take a whole quiz, these questions wrongly, and submit it."""
        attempt = self.start(slug, seed)
        steps = self.reading(lambda: queries.overview(attempt, self.id)).steps
        for step in steps:
            self.answer(attempt, step.number, right=step.number not in wrong)
        self.submit(attempt)
        return attempt

    def submit(self, attempt: int) -> None:
        """Submit an attempt."""
        self.doing(lambda: operations.submit_attempt(attempt, self.id, now=self.now))

    def practise(self, attempt: int, seed: str = "again") -> int:
        """Practise the mistakes of an attempt."""
        return self.doing(lambda: operations.practise_mistakes(attempt, self.id, now=self.now, seed=seed))

    def overview(self, attempt: int) -> queries.Overview:
        """How far the attempt is."""
        return self.reading(lambda: queries.overview(attempt, self.id))

    def result(self, attempt: int) -> queries.Result:
        """What came out of the attempt."""
        return self.reading(lambda: queries.result(attempt, self.id))

    def explained(self, attempt: int, number: int) -> queries.Explanation:
        """The answer explained."""
        return self.reading(lambda: queries.explanation(attempt, number, self.id))

    def asked(self, attempt: int, number: int) -> queries.OpenQuestion:
        """The question as it is asked."""
        return self.reading(lambda: queries.open_question(attempt, number, self.id))


def content_of(attempt: int, number: int) -> tuple[Content, list[int]]:
    """The content of a question of an attempt, and the order drawn for it."""
    query = (
        select(QuestionVersion.kind, QuestionVersion.content, AttemptItem.option_order)
        .join(AttemptItem, AttemptItem.version_id == QuestionVersion.id)
        .where(AttemptItem.attempt_id == attempt, AttemptItem.position == number)
    )
    kind, data, order = db.session.execute(query).one()
    return content_from(kind, data), order


def keys_of(attempt: int) -> list[str]:
    """The keys of an attempt's questions, in order; call inside a context."""
    query = (
        select(Question.key)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .join(AttemptItem, AttemptItem.version_id == QuestionVersion.id)
        .where(AttemptItem.attempt_id == attempt)
        .order_by(AttemptItem.position)
    )
    return list(db.session.scalars(query))
