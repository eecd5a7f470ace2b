"""What comes due in the days ahead."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Question
from quizapp.practice.operations import Review, record_reviews
from quizapp.practice.queries import Due, Forecast, due, forecast
from quizapp.storage.database import db
from tests.learning import Learner
from tests.small_bank import NOW


@pytest.fixture
def ana(loaded: Flask) -> Learner:
    ben = Learner(loaded, "Ben")
    review(ben, "pact.states.number", "pact.place.short_text")
    return Learner(loaded, "Ana")


def review(learner: Learner, *keys: str, right: bool = False, days: int = 0, sure: bool | None = None) -> None:
    query = select(Question.key, Question.id)
    known: dict[str, int] = learner.reading(lambda: dict(db.session.execute(query).all()))  # type: ignore[arg-type]
    rows = [Review(known[key], right, NOW + timedelta(days=days), sure) for key in keys]
    learner.doing(lambda: record_reviews(learner.id, rows))


def ahead(learner: Learner, *, days: int = 0) -> Forecast:
    return learner.reading(lambda: forecast(learner.id, now=NOW + timedelta(days=days, hours=1)))


def test_every_question_remembered_is_due_now_on_its_day_or_later(ana: Learner) -> None:
    review(ana, "pact.states.number")  # due in a minute
    for day in (0, 1, 4):
        review(ana, "pact.place.short_text", right=True, days=day)
    found = ahead(ana, days=4)
    assert (found.now, found.remembered) == (1, 2)
    (day,) = [day for day in found.days if day.count]
    assert day.count == 1
    assert found.in_a_month == 1
    assert found.in_a_week == sum(row.count for row in found.days[:7])
    assert found.now + found.in_a_month + found.later == 2
    assert [len(found.days), found.days[0].starts_at] == [30, NOW + timedelta(days=4, hours=1)]
    assert found.remembered > found.recalled_tomorrow > found.recalled_in_a_week > found.recalled_in_a_month > 0


def test_what_was_last_missed_is_not_known_until_it_is_right(ana: Learner) -> None:
    review(ana, "pact.states.number", "pact.place.short_text")
    review(ana, "signers.ben.cloze", right=True)
    found = ahead(ana, days=1)
    assert found.remembered == 3
    assert 0 < found.recalled_tomorrow <= 1
    review(ana, "pact.states.number", right=True, days=1)
    assert 1 < ahead(ana, days=1).recalled_tomorrow <= 2
    for day in (30, 60):
        review(ana, "pact.states.number", "signers.ben.cloze", right=True, days=day)
    review(ana, "signers.ben.cloze", days=61)  # known for long, and missed at last
    assert 0 < ahead(ana, days=61).recalled_tomorrow <= 1


def test_two_questions_of_one_value_come_due_once(ana: Learner) -> None:
    review(ana, "pact.date.date", "pact.date.choice")
    found = ahead(ana)
    assert (found.now, found.remembered) == (1, 2)


def test_what_one_was_sure_of_and_had_wrong_is_counted_until_it_is_right(ana: Learner) -> None:
    def now() -> Due:
        return ana.reading(lambda: due(ana.id, now=NOW + timedelta(days=300)))

    assert now() == Due(0, 0)
    review(ana, "pact.states.number", sure=True)
    review(ana, "pact.place.short_text", sure=False)
    review(ana, "signers.ben.cloze", right=True, sure=True)
    assert now() == Due(3, 1)
    review(ana, "pact.states.number", right=True, sure=True, days=1)
    assert now() == Due(3, 0)


def test_somebody_new_has_nothing_ahead(ana: Learner) -> None:
    found = ahead(ana)
    assert (found.now, found.in_a_month, found.later, found.remembered) == (0, 0, 0, 0)
