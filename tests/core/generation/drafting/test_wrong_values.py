import random
from collections import Counter

from quizapp.core.generation.drafting.spread import spread
from quizapp.core.generation.drafting.wrong_times import wrong_years


def test_wrong_years_are_near_possible_and_not_taken() -> None:
    for seed in range(50):
        found = wrong_years(1821, [1800, 1815, 1835, 1850], {1821, 1815}, (1, 1850), random.Random(seed))
        assert len(found) == 3
        assert not {1815, 1821} & set(found)
        assert all(abs(year - 1821) > 1 and year <= 1850 for year in found)


def test_the_key_may_stand_anywhere_among_the_wrong_years() -> None:
    places = Counter(
        sum(year < 1821 for year in wrong_years(1821, [], {1821}, (1, 1900), random.Random(seed)))
        for seed in range(200)
    )
    assert set(places) == {0, 1, 2, 3}
    assert min(places.values()) > 20


def test_where_one_side_is_empty_the_other_fills_up() -> None:
    found = spread(10, [11, 12, 13, 14], random.Random(1), lambda one, other: one != other, 3)
    assert found == [11, 12, 13]
