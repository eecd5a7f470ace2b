"""Two who may decide the same disputes decide at once, each beginning with another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from quizapp.disputes import errors, operations
from tests.disputes.conftest import School
from tests.small_bank import NOW


def test_who_decides_later_is_told_so(school: School) -> None:
    attempts = [(one, one.take("open", wrong=set(range(1, 9)))) for one in (school.ana, school.ben)]
    barrier = Barrier(2)

    def decide(mine: int, other: int) -> int:
        barrier.wait(5)
        try:
            return school.doing(
                lambda: operations.decide(mine, school.ada, "upheld", "", standing="open", also=(other,), now=NOW)
            )
        except errors.DecidedOtherwise:
            return 0

    for number in range(1, 9):
        one, two = (school.dispute(learner, attempt, number) for learner, attempt in attempts)
        with ThreadPoolExecutor(2) as pool:
            done = pool.submit(decide, one, two), pool.submit(decide, two, one)
            assert sorted(count.result() for count in done) == [0, 2]
