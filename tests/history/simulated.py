"""A class whose truth is known: attempts written as rows, with marks drawn from abilities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal
from math import exp
from random import Random
from typing import Any

from sqlalchemy import insert, select

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import QuestionVersion
from quizapp.core.kinds import content_from, response_data
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db
from tests.learning import right_response, wrong_response
from tests.small_bank import NOW

Answers = Callable[[Random, float, int], bool]  # ability and place of the question: whether it is answered right


def by_ability(rng: Random, ability: float, place: int) -> bool:
    """Answer by the Rasch model: each question a little harder than the one before."""
    return rng.random() < 1 / (1 + exp(place / 4 - 1 - ability))


def simulate(slug: str, learners: int, *, seed: int = 1, answers: Answers = by_ability, attempts: int = 1) -> None:
    """Let learners of normally distributed abilities take a quiz, inside a transaction; no learner is known before."""
    rng = Random(seed)
    edition = db.session.scalars(
        select(Edition).join(Quiz, Quiz.id == Edition.quiz_id).where(Quiz.slug == slug, Edition.is_current)
    ).one()
    versions = _versions(edition.id)
    for number in range(learners):
        name = f"s{seed}-{number}"
        person = Person(display_name=name, session_key=name, created_at=NOW)
        db.session.add(person)
        db.session.flush()
        ability = rng.gauss(0, 1)
        for turn in range(attempts):
            _take(edition, person.id, versions, turn, [answers(rng, ability, place) for place in range(len(versions))])


def _versions(edition_id: int) -> list[tuple[int, dict[str, Any], dict[str, Any]]]:
    query = (
        select(QuestionVersion)
        .join(EditionItem, EditionItem.version_id == QuestionVersion.id)
        .where(EditionItem.edition_id == edition_id)
        .order_by(EditionItem.position)
    )
    found = []
    for version in db.session.scalars(query):
        content = content_from(version.kind, version.content)
        responses = right_response(content), wrong_response(content)
        found.append((version.id, *(response_data(one) for one in responses)))
    return found  # type: ignore[return-value]


def _take(edition: Edition, learner: int, versions: Sequence[Any], turn: int, rights: Sequence[bool]) -> None:
    started = NOW + timedelta(hours=turn)
    attempt = Attempt(
        learner_id=learner, edition_id=edition.id, mode="quiz", title=edition.title, feedback=edition.feedback,
        seed="s", state="submitted", started_at=started, submitted_at=started + timedelta(minutes=5),
    )  # fmt: skip
    db.session.add(attempt)
    db.session.flush()
    for position, ((version, right, wrong), is_right) in enumerate(zip(versions, rights, strict=True), start=1):
        item = AttemptItem(
            attempt_id=attempt.id, position=position, version_id=version, option_order=[], points=Decimal(1)
        )
        db.session.add(item)
        db.session.flush()
        db.session.execute(insert(Answer), {
            "item_id": item.id, "response": right if is_right else wrong, "revision": 1, "token": f"t{item.id}",
            "points": Decimal(int(is_right)), "out_of": Decimal(1), "verdict": "right" if is_right else "wrong",
            "sure": None, "answered_at": started,
        })  # fmt: skip
