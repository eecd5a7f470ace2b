from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from quizapp.core.grading import Mark, MisfitResponse, NeighbourPart, OptionPart, PairPart, complaint, grade
from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Content,
    Judged,
    Matched,
    Matching,
    Multiple,
    Option,
    OrderedItem,
    Ordering,
    Pair,
    Response,
    Ticked,
    TrueFalse,
    Typed,
)

ONE = Decimal(1)
NONE = Decimal(0)

CHOICE = Choice((Option("1948"), Option("1949", True), Option("1955")))
MULTIPLE = Multiple(
    (Option("Belgium", True), Option("Spain"), Option("France", True), Option("Italy"), Option("UK", True))
)
MATCHING = Matching(
    (Pair("Bech", "minister"), Pair("Rendel", "ambassador"), Pair("Bevin", "minister")), (Option("king"),)
)
ORDERING = Ordering(tuple(map(OrderedItem, "ABCD")))


def test_a_choice_is_all_or_nothing_and_says_of_each_option_whether_it_was_chosen_and_right() -> None:
    wrong_parts = (OptionPart(0, True, False), OptionPart(1, False, True), OptionPart(2, False, False))
    right_parts = (OptionPart(0, False, False), OptionPart(1, True, True), OptionPart(2, False, False))
    assert grade(CHOICE, Chosen(0)) == Mark(NONE, ONE, "wrong", wrong_parts)
    assert grade(CHOICE, Chosen(1)) == Mark(ONE, ONE, "right", right_parts)
    assert [part.right for part in wrong_parts] == [False, False, True]
    assert [part.right for part in right_parts] == [True, True, True]


@pytest.mark.parametrize(
    ("key", "judged", "points"), [(True, True, 1), (True, False, 0), (False, True, 0), (False, False, 1)]
)
def test_a_judgement_is_all_or_nothing(key: bool, judged: bool, points: int) -> None:
    mark = grade(TrueFalse(key, "No."), Judged(judged))
    assert mark.points == points
    assert mark.verdict == ("right" if points else "wrong")
    assert mark.matched == (OptionPart(0, judged, key), OptionPart(1, not judged, not key))


@pytest.mark.parametrize(
    ("ticked", "points", "verdict"),
    [
        ({0, 2, 4}, "1", "right"),
        ({0, 2}, "0.6667", "partly"),
        ({0}, "0.3333", "partly"),
        ({0, 2, 4, 1}, "0.6667", "partly"),
        ({0, 2, 4, 1, 3}, "0.3333", "partly"),
        ({0, 1}, "0", "wrong"),
        ({0, 1, 3}, "0", "wrong"),
        ({1, 3}, "0", "wrong"),
        (set(), "0", "unanswered"),
    ],
)
def test_ticks_earn_right_less_wrong_over_the_keys_but_never_below_nothing(
    ticked: set[int], points: str, verdict: str
) -> None:
    mark = grade(MULTIPLE, Ticked(frozenset(ticked)))
    assert (mark.points, mark.out_of, mark.verdict) == (Decimal(points), ONE, verdict)
    assert mark.matched == tuple(
        OptionPart(index, index in ticked, option.right) for index, option in enumerate(MULTIPLE.options)
    )


@pytest.mark.parametrize(
    ("rights", "points", "verdict", "right"),
    [
        ((0, 1, 0), "1", "right", [True, True, True]),
        ((0, 1, None), "0.6667", "partly", [True, True, False]),
        ((0, 0, 0), "0.6667", "partly", [True, False, True]),
        ((2, 1, 2), "0.3333", "partly", [False, True, False]),
        ((1, 0, 2), "0", "wrong", [False, False, False]),
        ((None, None, None), "0", "unanswered", [False, False, False]),
    ],
)
def test_each_right_pair_earns_its_share(
    rights: tuple[int | None, ...], points: str, verdict: str, right: list[bool]
) -> None:
    mark = grade(MATCHING, Matched(rights))
    assert (mark.points, mark.verdict) == (Decimal(points), verdict)
    assert mark.matched == tuple(PairPart(pair, given, (0, 1, 0)[pair]) for pair, given in enumerate(rights))
    assert [part.right for part in mark.matched if isinstance(part, PairPart)] == right


@pytest.mark.parametrize(
    ("order", "points", "verdict"),
    [
        ("ABCD", "1", "right"),
        ("BACD", "0.6667", "partly"),
        ("BCDA", "0.6667", "partly"),
        ("BADC", "0.3333", "partly"),
        ("DABC", "0.6667", "partly"),
        ("DCBA", "0", "wrong"),
    ],
)
def test_each_two_neighbours_the_right_way_round_earn_their_share(order: str, points: str, verdict: str) -> None:
    places = tuple("ABCD".index(letter) for letter in order)
    mark = grade(ORDERING, Arranged(places))
    assert (mark.points, mark.verdict) == (Decimal(points), verdict)
    assert mark.matched == tuple(map(NeighbourPart, places, places[1:]))
    assert isinstance(mark.matched, tuple)
    assert [part.right for part in mark.matched] == [one < two for one, two in pairwise(order)]


@pytest.mark.parametrize("content", [CHOICE, MULTIPLE, TrueFalse(True), MATCHING, ORDERING])
def test_no_response_is_unanswered_and_may_be_handed_in(content: Content) -> None:
    mark = grade(content, None)
    assert (mark.points, mark.out_of, mark.verdict) == (NONE, ONE, "unanswered")
    assert complaint(content, None) is None


def test_an_empty_order_is_unanswered() -> None:
    assert grade(ORDERING, Arranged(())) == grade(ORDERING, None)


MISFITS: list[tuple[Content, Response, str]] = [
    (CHOICE, Chosen(3), "Choose one of the options."),
    (CHOICE, Chosen(-1), "Choose one of the options."),
    (CHOICE, Judged(True), "Choose one of the options."),
    (MULTIPLE, Ticked(frozenset({0, 5})), "Tick one or more of the options."),
    (MULTIPLE, Chosen(0), "Tick one or more of the options."),
    (TrueFalse(True), Chosen(0), "Choose true or false."),
    (MATCHING, Matched((0, 1)), "Choose a partner for each."),
    (MATCHING, Matched((0, 1, 3)), "Choose a partner for each from the list."),
    (ORDERING, Arranged((0, 1, 2)), "Give each item a place of its own."),
    (ORDERING, Arranged((0, 1, 2, 2)), "Give each item a place of its own."),
    (ORDERING, Typed("ABCD"), "Give each item a place of its own."),
]


@pytest.mark.parametrize(("content", "response", "sentence"), MISFITS)
def test_a_response_that_does_not_fit_is_asked_for_again_and_never_marked(
    content: Content, response: Response, sentence: str
) -> None:
    assert complaint(content, response) == sentence
    with pytest.raises(MisfitResponse) as refused:
        grade(content, response)
    assert str(refused.value) == sentence
