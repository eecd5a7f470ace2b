"""What is due to be asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from quizapp.banks.models import Question, QuestionVersion
from quizapp.practice.operations import Review, record_reviews
from quizapp.practice.queries import due_count, due_versions
from quizapp.storage.database import db
from tests.learning import Learner
from tests.small_bank import NOW

MINUTE = timedelta(minutes=1)


@pytest.fixture
def ana(loaded: Flask) -> Learner:
    ben = Learner(loaded, "Ben")
    ben.doing(lambda: record_reviews(ben.id, [Review(row, False, NOW) for row in questions(ben).values()]))
    return Learner(loaded, "Ana")


def questions(learner: Learner) -> dict[str, int]:
    return learner.reading(lambda: dict(db.session.execute(select(Question.key, Question.id)).all()))


def review(learner: Learner, *keys: str, right: bool = False, minutes: int = 0, sure: bool | None = None) -> None:
    known = questions(learner)
    rows = [Review(known[key], right, NOW + minutes * MINUTE, sure) for key in keys]
    learner.doing(lambda: record_reviews(learner.id, rows))


def asked(learner: Learner, *, minutes: int, at_most: int = 10) -> list[str]:
    def read() -> list[str]:
        found = due_versions(learner.id, now=NOW + minutes * MINUTE, at_most=at_most)
        query = select(QuestionVersion.id, Question.key).join(Question, Question.id == QuestionVersion.question_id)
        names = dict(db.session.execute(query).all())
        return [names[version] for version in found]

    return learner.reading(read)


def count(learner: Learner, *, minutes: int) -> int:
    return learner.reading(lambda: due_count(learner.id, now=NOW + minutes * MINUTE))


def test_a_mistake_is_due_before_a_right_answer(ana: Learner) -> None:
    review(ana, "pact.states.number")
    review(ana, "pact.place.short_text", right=True)
    assert (count(ana, minutes=0), asked(ana, minutes=0)) == (0, [])
    assert (count(ana, minutes=2), asked(ana, minutes=2)) == (1, ["pact.states.number"])
    assert (count(ana, minutes=11), asked(ana, minutes=11)) == (2, ["pact.states.number", "pact.place.short_text"])


def test_two_questions_of_one_value_are_one(ana: Learner) -> None:
    review(ana, "pact.date.date")
    review(ana, "pact.date.choice", minutes=1)
    assert (count(ana, minutes=9), asked(ana, minutes=9)) == (1, ["pact.date.date"])


def test_the_longest_waiting_come_first_and_no_more_than_wished(ana: Learner) -> None:
    review(ana, "pact.states.number", minutes=3)
    review(ana, "pact.place.short_text", minutes=1)
    review(ana, "signers.ben.cloze", minutes=2)
    assert asked(ana, minutes=9, at_most=2) == ["pact.place.short_text", "signers.ben.cloze"]


def test_what_one_was_sure_of_and_had_wrong_comes_first(ana: Learner) -> None:
    review(ana, "pact.states.number")
    review(ana, "pact.place.short_text", minutes=1, sure=False)
    review(ana, "signers.ben.cloze", minutes=2, sure=True)
    assert asked(ana, minutes=9) == ["signers.ben.cloze", "pact.states.number", "pact.place.short_text"]
    assert asked(ana, minutes=9, at_most=1) == ["signers.ben.cloze"]
    review(ana, "signers.ben.cloze", minutes=10)  # wrong again, but not sure of it any more
    assert asked(ana, minutes=19) == ["pact.states.number", "pact.place.short_text", "signers.ben.cloze"]


def test_a_retired_question_is_not_asked(ana: Learner) -> None:
    review(ana, "pact.states.number")
    ana.doing(lambda: db.session.execute(update(Question).values(state="retired")))
    assert (count(ana, minutes=9), asked(ana, minutes=9)) == (0, [])
