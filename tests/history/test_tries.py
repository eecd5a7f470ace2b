"""Which way the scores go over several attempts at one quiz."""

from __future__ import annotations

from quizapp.core.statistics.improving import Told
from quizapp.history.queries.tries import told_of_tries

RISING = (78, 73, 80, 95)


def test_four_attempts_rise_where_they_rest_on_questions_enough() -> None:
    assert told_of_tries([(percent, 60) for percent in RISING]) == Told("up", is_firm=True, points=18)
    assert told_of_tries([(percent, 10) for percent in RISING]) == Told("level", is_firm=False, points=18)
    assert told_of_tries([(30, 20), (90, 20)]) == Told("up", is_firm=True, points=60)
    assert told_of_tries([(30, 20)]) is None
