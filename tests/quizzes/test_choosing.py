from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.quizzes.choosing import Candidate, Hand, visiting_order

KINDS = ("choice", "short_text", "cloze", "true_false")


def bank(facts: int, forms: int = 4) -> list[Candidate]:
    """Facts in the order of a text, each asked in several forms of one slot."""
    return [
        Candidate(fact * 10 + form, f"slot {fact}", f"fact {fact}", KINDS[form % 4], place=("a", fact * 100))
        for fact in range(facts)
        for form in range(forms)
    ]


def never(_one: int, _others: Sequence[int]) -> bool:
    return False


def drawn(candidates: Sequence[Candidate], size: int, seed: str = "s", **options: object) -> list[Candidate]:
    hand = Hand(size, options.pop("clashes", never), **options)  # type: ignore[arg-type]
    for forms in visiting_order(candidates, size, seed):
        if hand.is_full:
            break
        hand.take_from(forms)
    return hand.drawn


@settings(max_examples=40)
@given(st.integers(1, 40), st.integers(1, 15), st.text(max_size=6))
def test_a_hand_asks_different_facts_of_every_part_of_the_text(facts: int, size: int, seed: str) -> None:
    found = drawn(bank(facts), size, seed)
    assert len({one.fact for one in found}) == len(found) == min(size, facts)
    assert found == drawn(bank(facts), size, seed)
    if facts >= 2 * size > 2:
        halves = Counter(one.place[1] * 2 // (facts * 100) for one in found)
        assert abs(halves[0] - halves[1]) <= 2


def test_what_can_be_guessed_is_at_most_a_third() -> None:
    kinds = Counter(one.kind for one in drawn(bank(60), 12))
    assert kinds["cloze"] + kinds["true_false"] <= 4
    assert len(kinds) == 4, "and kinds are mixed"
    only_statements = [one for one in bank(60) if one.kind == "true_false"]
    assert len(drawn(only_statements, 12)) == 4
    assert len(drawn(only_statements, 12, may_repeat_kinds=True)) == 12


def test_what_is_held_counts_and_is_not_drawn_again() -> None:
    held = [one for one in bank(3) if one.kind == "choice"]
    found = drawn(bank(4), 4, held=held)
    assert [one.slot for one in found] == ["slot 3"]


def test_what_is_ready_is_drawn_before_what_needs_an_eye() -> None:
    doubtful = [Candidate(one.question_id, one.slot, one.fact, one.kind, False, one.place) for one in bank(10)]
    ready = [Candidate(500 + n, f"ready {n}", f"ready {n}", "choice", True, ("a", n * 500)) for n in range(2)]
    assert {one.slot for one in drawn([*doubtful, *ready], 2)} == {"ready 0", "ready 1"}


def test_what_clashes_is_left_out() -> None:
    found = drawn(bank(5), 5, clashes=lambda one, _others: one // 10 == 2)
    assert {one.fact for one in found} == {"fact 0", "fact 1", "fact 3", "fact 4"}


def test_another_seed_draws_others() -> None:
    hands = {tuple(one.question_id for one in drawn(bank(40), 5, str(seed))) for seed in range(20)}
    assert len(hands) == 20
