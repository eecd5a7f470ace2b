from __future__ import annotations

import pytest
from hypothesis import given

from quizapp.core.grading import grade
from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Cloze,
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
    ShortText,
    Ticked,
    TrueFalse,
    Typed,
    carried,
    carried_order,
    judges_alike,
)
from tests.core.kinds.contents import contents
from tests.learning import right_response, wrong_response


def options(*texts: str, right: str) -> tuple[Option, ...]:
    return tuple(Option(text, right=text == right) for text in texts)


CHOICE = Choice(options("Rome", "Oslo", "Bonn", right="Rome"))
PAIRS = Matching((Pair("Italy", "Rome"), Pair("Norway", "Oslo")), (Option("Bonn"),))
ORDER = Ordering((OrderedItem("one"), OrderedItem("two"), OrderedItem("three")))


@pytest.mark.parametrize(
    ("old", "new", "response", "expected"),
    [
        (CHOICE, Choice(options("Oslo", "Bonn", "Rome", right="Oslo")), Chosen(0), Chosen(2)),
        (CHOICE, Choice(options(" rome.", "Oslo", right="Oslo")), Chosen(0), Chosen(0)),
        (CHOICE, Choice(options("Rome", "Oslo", right="Oslo")), Chosen(2), None),
        (Choice(options("−5", "5", right="5")), Choice(options("5", "7", right="5")), Chosen(0), None),
        (Choice(options("3.5", "7", right="7")), Choice(options("35", "7", right="7")), Chosen(0), None),
        (CHOICE, Multiple(CHOICE.options), Chosen(0), None),
        (CHOICE, ShortText(("Rome",)), Chosen(0), None),
        (
            Multiple(CHOICE.options),
            Multiple(CHOICE.options[::-1]),
            Ticked(frozenset({0, 1})),
            Ticked(frozenset({1, 2})),
        ),
        (Multiple(CHOICE.options), Multiple(CHOICE.options[:2]), Ticked(frozenset({0, 2})), None),
        (TrueFalse(True), TrueFalse(False, "It is not."), Judged(True), Judged(True)),
        (ShortText(("Rome",)), Cloze(("Roma",)), Typed("rom"), Typed("rom")),
        (PAIRS, Matching(PAIRS.pairs[::-1], PAIRS.extras), Matched((0, 2)), Matched((2, 1))),
        (PAIRS, Matching(PAIRS.pairs), Matched((0, None)), Matched((0, None))),
        (PAIRS, Matching(PAIRS.pairs), Matched((0, 2)), None),
        (PAIRS, Matching((*PAIRS.pairs, Pair("Germany", "Bonn"))), Matched((0, 1)), None),
        (ORDER, Ordering(ORDER.items[::-1]), Arranged((0, 1, 2)), Arranged((2, 1, 0))),
        (Ordering((*ORDER.items, OrderedItem("four"))), ORDER, Arranged((3, 0, 2, 1)), Arranged((0, 2, 1))),
        (ORDER, Ordering((*ORDER.items, OrderedItem("four"))), Arranged((0, 1, 2)), None),
    ],
)
def test_a_response_is_carried_by_what_its_parts_say(
    old: Content, new: Content, response: Response, expected: Response | None
) -> None:
    assert carried(old, new, response) == expected


@given(contents)
def test_to_the_same_content_every_response_is_carried_as_it_is(content: Content) -> None:
    for response in (right_response(content), wrong_response(content)):
        assert carried(content, content, response) == response
        assert grade(content, response) == grade(content, carried(content, content, response))
    assert judges_alike(content, type(content).from_data(content.data()))


def test_a_drawn_order_is_kept_where_the_parts_are_the_same() -> None:
    moved = Choice(options("Bonn", "Rome", "Oslo", right="Bonn"))
    assert carried_order(CHOICE, moved, [2, 0, 1], lambda: [9]) == [0, 1, 2]
    assert carried_order(CHOICE, Choice(CHOICE.options[:2]), [2, 0, 1], lambda: [1, 0]) == [0, 1]
    assert carried_order(CHOICE, Choice((*CHOICE.options, Option("Bern"))), [2, 0, 1], lambda: [9]) == [9]
    assert carried_order(CHOICE, ORDER, [2, 0, 1], lambda: [9]) == [9]


def test_only_what_judges_makes_contents_differ() -> None:
    explained = Choice((Option("Rome", right=True), Option("Bonn", reason="It lies elsewhere."), Option("Oslo")))
    assert judges_alike(CHOICE, explained)
    assert not judges_alike(CHOICE, Choice(options("Rome", "Oslo", "Bonn", right="Oslo")))
    assert not judges_alike(ORDER, Ordering(ORDER.items[::-1]))
    assert not judges_alike(ShortText(("Rome",)), ShortText(("Rome", "Roma")))
    assert not judges_alike(ShortText(("Rome",)), Cloze(("Rome",)))
