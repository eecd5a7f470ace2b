from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.generation.seeding import balanced, rank

NAMES = [f"question-{number}" for number in range(40)]


def test_a_rank_is_the_same_on_every_machine() -> None:
    assert rank("place", "pact.date") == 7919071493242403815
    assert rank("a", "bc") != rank("ab", "c")


@given(st.sets(st.text(min_size=1, max_size=5), max_size=30), st.integers(2, 5))
def test_every_place_is_given_as_often_as_any_other(names: set[str], places: int) -> None:
    counts = Counter(balanced(names, places, {}, "test").values())
    assert sum(counts.values()) == len(names)
    assert max(counts.values(), default=0) - min((counts[place] for place in range(places)), default=0) <= 1


def test_places_already_taken_are_made_up_for() -> None:
    counts = Counter(balanced(NAMES[:10], 2, {0: 10}, "test").values())
    assert counts == {1: 10}


def test_the_order_of_the_names_changes_nothing() -> None:
    assert balanced(reversed(NAMES), 3, {}, "test") == balanced(NAMES, 3, {}, "test")


def test_one_name_more_moves_few_of_the_others() -> None:
    before, after = balanced(NAMES, 3, {}, "test"), balanced([*NAMES, "new"], 3, {}, "test")
    assert sum(before[name] != after[name] for name in NAMES) <= 8
