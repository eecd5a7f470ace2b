import json
from datetime import UTC, datetime, timedelta

from quizapp.core.scheduling.memory import Schedule, review

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def intervals(answers: list[bool]) -> list[timedelta]:
    """Answer at each due moment and return the waits that follow."""
    schedule: Schedule | None = None
    waits = []
    now = START
    for right in answers:
        schedule = review(schedule.state if schedule else None, question=7, right=right, now=now)
        waits.append(schedule.due - now)
        now = schedule.due
    return waits


def test_right_answers_space_out() -> None:
    assert intervals([True, True, True]) == [timedelta(minutes=10), timedelta(days=2), timedelta(days=11)]


def test_a_wrong_answer_comes_back_soon() -> None:
    assert intervals([True, True, True, False])[-1] == timedelta(minutes=10)
    assert intervals([False]) == [timedelta(minutes=1)]


def test_the_same_answers_give_the_same_memory_and_it_is_plain_json() -> None:
    once, again = (review(None, question=7, right=True, now=START) for _ in range(2))
    assert once == again
    assert review(json.loads(json.dumps(dict(once.state))), question=7, right=True, now=once.due) == review(
        once.state, question=7, right=True, now=once.due
    )


def test_a_clock_set_back_never_ages_a_memory() -> None:
    first = review(None, question=7, right=True, now=START)
    second = review(first.state, question=7, right=True, now=START - timedelta(hours=5))
    assert second == review(first.state, question=7, right=True, now=START)
