from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quizzes.drawing import Item, draw

ITEMS = [Item(number, f"slot {number // 3}", Decimal(1)) for number in range(30)]


def test_one_item_of_each_slot_in_their_order() -> None:
    drawn = draw(ITEMS, pick=None, shuffle=False, seed="s")
    assert [item.slot for item in drawn] == [f"slot {number}" for number in range(10)]


def test_picked_slots_keep_their_order_unless_shuffled() -> None:
    picked = draw(ITEMS, pick=4, shuffle=False, seed="s")
    numbers = [int(item.slot.removeprefix("slot ")) for item in picked]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 4
    shuffled = draw(ITEMS, pick=4, shuffle=True, seed="s")
    assert set(shuffled) == set(picked)


def test_picking_more_than_there_are_picks_all() -> None:
    assert len(draw(ITEMS, pick=99, shuffle=False, seed="s")) == 10


def test_the_draw_of_a_seed_never_changes() -> None:
    """Golden: a stored seed must draw the same for ever."""
    drawn = draw(ITEMS, pick=5, shuffle=True, seed="a seed")
    assert [item.version_id for item in drawn] == [14, 10, 24, 22, 20]


@given(st.text(max_size=8), st.integers(1, 12), st.booleans())
def test_a_draw_depends_on_its_seed_alone(seed: str, pick: int, shuffle: bool) -> None:
    once = draw(ITEMS, pick=pick, shuffle=shuffle, seed=seed)
    assert once == draw(list(ITEMS), pick=pick, shuffle=shuffle, seed=seed)
    assert len({item.slot for item in once}) == len(once) == min(pick, 10)


def test_every_alternative_is_drawn_about_as_often() -> None:
    counts = {0: 0, 1: 0, 2: 0}
    for seed in range(600):
        counts[draw(ITEMS[:3], pick=None, shuffle=False, seed=str(seed))[0].version_id] += 1
    assert all(150 < count < 250 for count in counts.values())
