"""Composing a quiz: what changes here is a draft until it is published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from secrets import choice

from sqlalchemy import delete, func, insert, select, update

from quizapp.accounts.secrets import new_secret
from quizapp.banks.models import Question
from quizapp.banks.rules import ACCEPTED
from quizapp.quizzes.arranging import MOST_QUESTIONS, Arrangement, Chosen, arranged
from quizapp.quizzes.errors import NoSuchQuiz, NotChoosable, RefusedSettings, StaleDraft, TooManyQuestions
from quizapp.quizzes.models import Quiz, QuizDraft, QuizDraftItem
from quizapp.quizzes.rules import CLASSES
from quizapp.quizzes.settings import QuizSettings, problems_of
from quizapp.storage.database import db

SLUG_LENGTH = 6
# Typed from a wall now and then: no capitals, and nothing that looks like something else. 59 bits are not guessed.
LINK_SIGNS, LINK_LENGTH = "abcdefghjkmnpqrstuvwxyz23456789", 12


def begin_quiz(
    bank_id: int, owner_id: int, settings: QuizSettings, question_ids: Sequence[int] = (), *, now: datetime
) -> int:
    """Begin a quiz on a bank with these questions in it, for its teacher's classes; return its id."""
    _check(settings, CLASSES)
    position = db.session.scalar(select(func.max(Quiz.position)).where(Quiz.bank_id == bank_id)) or 0
    slug = f"~{new_secret()[:SLUG_LENGTH]}"
    quiz = Quiz(bank_id=bank_id, slug=slug, owner_id=owner_id, position=position + 1, audience=CLASSES)
    db.session.add(quiz)
    db.session.flush()
    db.session.add(QuizDraft(quiz_id=quiz.id, revision=1, changed_at=now, **asdict(settings)))
    db.session.flush()
    if question_ids:
        _write(quiz.id, _found(bank_id, question_ids))
    return quiz.id


def change_settings(
    quiz_id: int, owner_id: int, settings: QuizSettings, audience: str, *, revision: int, now: datetime
) -> None:
    """Change how a quiz is taken; who may take it holds at once, the rest with the next publishing."""
    quiz, draft = open_draft(quiz_id, owner_id, revision)
    _check(settings, audience)
    for name, value in asdict(settings).items():
        setattr(draft, name, value)
    quiz.audience = audience
    if audience != CLASSES and quiz.link_secret is None:
        quiz.link_secret = new_link()
    _touch(draft, now)


def add_questions(
    quiz_id: int, owner_id: int, question_ids: Sequence[int], *, revision: int | None, now: datetime
) -> int:
    """Put accepted questions of the quiz's bank behind those it holds; return how many were new."""
    quiz, draft = open_draft(quiz_id, owner_id, revision)
    items = chosen_of(quiz_id)
    known = {item.question_id for item in items}
    new = _found(quiz.bank_id, [question for question in dict.fromkeys(question_ids) if question not in known])
    if new:
        _write(quiz_id, [*items, *new])
        _touch(draft, now)
    return len(new)


def arrange_questions(quiz_id: int, owner_id: int, wanted: Arrangement, *, revision: int | None, now: datetime) -> None:
    """Put the questions of a quiz in order, weigh them, move one or remove one."""
    _, draft = open_draft(quiz_id, owner_id, revision)
    items = chosen_of(quiz_id)
    after = arranged(items, wanted)
    if after != items:
        _write(quiz_id, after)
        _touch(draft, now)


def exchange_question(
    quiz_id: int, owner_id: int, wanted: Arrangement, question_id: int, other_id: int, *, revision: int, now: datetime
) -> None:
    """Arrange a quiz, and let an accepted question of its bank stand in the stead of another, for the same points."""
    quiz, draft = open_draft(quiz_id, owner_id, revision)
    items = arranged(chosen_of(quiz_id), wanted)
    (other,) = _found(quiz.bank_id, [other_id])
    after = [replace(other, points=item.points) if item.question_id == question_id else item for item in items]
    _write(quiz_id, after)
    _touch(draft, now)


def put_questions(quiz_id: int, owner_id: int, items: Sequence[Chosen], *, revision: int | None, now: datetime) -> None:
    """Let a quiz hold exactly these questions, in this order; those it holds already may have been retired since."""
    quiz, draft = open_draft(quiz_id, owner_id, revision)
    held = {item.question_id: item for item in chosen_of(quiz_id)}
    new = _found(quiz.bank_id, [item.question_id for item in items if item.question_id not in held])
    known = held | {item.question_id: item for item in new}
    _write(quiz_id, [replace(known[item.question_id], points=item.points) for item in items])
    _touch(draft, now)


def take_newest(quiz_id: int, owner_id: int, *, now: datetime) -> None:
    """Note that the teacher has seen what the questions of a quiz say now."""
    _, draft = open_draft(quiz_id, owner_id, None)
    newest = select(Question.version_number).where(Question.id == QuizDraftItem.question_id).scalar_subquery()
    db.session.execute(update(QuizDraftItem).where(QuizDraftItem.quiz_id == quiz_id).values(version_number=newest))
    _touch(draft, now)


def new_link() -> str:
    """Return the secret of a new link."""
    return "".join(choice(LINK_SIGNS) for _ in range(LINK_LENGTH))


def open_draft(quiz_id: int, owner_id: int, revision: int | None) -> tuple[Quiz, QuizDraft]:
    """Return a teacher's own quiz and its draft to change; StaleDraft where it is not at the revision she saw."""
    query = select(Quiz, QuizDraft).join(QuizDraft, QuizDraft.quiz_id == Quiz.id)
    row = db.session.execute(query.where(Quiz.id == quiz_id, Quiz.owner_id == owner_id).with_for_update()).one_or_none()
    if row is None:
        raise NoSuchQuiz
    if revision is not None and row.QuizDraft.revision != revision:
        raise StaleDraft
    return row.Quiz, row.QuizDraft


def chosen_of(quiz_id: int) -> list[Chosen]:
    """Return the questions of a quiz in their order."""
    query = (
        select(QuizDraftItem.question_id, QuizDraftItem.version_number, QuizDraftItem.points)
        .where(QuizDraftItem.quiz_id == quiz_id)
        .order_by(QuizDraftItem.position)
    )
    return [Chosen(*row) for row in db.session.execute(query)]


def _found(bank_id: int, question_ids: Sequence[int]) -> list[Chosen]:
    query = select(Question.id, Question.version_number).where(
        Question.id.in_(question_ids), Question.bank_id == bank_id, Question.state == ACCEPTED
    )
    found = {row.id: row.version_number for row in db.session.execute(query)}
    if set(found) != set(question_ids):
        raise NotChoosable
    return [Chosen(question, found[question]) for question in dict.fromkeys(question_ids)]


def _write(quiz_id: int, items: Sequence[Chosen]) -> None:
    if len(items) > MOST_QUESTIONS:
        raise TooManyQuestions
    db.session.execute(delete(QuizDraftItem).where(QuizDraftItem.quiz_id == quiz_id))
    rows = [{"quiz_id": quiz_id, "position": place, **asdict(item)} for place, item in enumerate(items, start=1)]
    if rows:
        db.session.execute(insert(QuizDraftItem), rows)


def _check(settings: QuizSettings, audience: str) -> None:
    problems = problems_of(settings, audience)
    if problems:
        raise RefusedSettings(problems)


def _touch(draft: QuizDraft, now: datetime) -> None:
    draft.revision += 1
    draft.changed_at = now
    db.session.flush()
