from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from quizapp.core.kinds import (
    Choice,
    Cloze,
    Content,
    Date,
    Matching,
    Multiple,
    Number,
    Option,
    OrderedItem,
    Ordering,
    Pair,
    PartialDate,
    ShortText,
    TrueFalse,
    WrongAnswer,
    check,
    draw_order,
    key_text,
)

RIGHT, WRONG, OTHER = Option("Belgium", True), Option("Spain"), Option("Italy")
ITEMS = tuple(map(OrderedItem, ("the treaty", "the alliance", "the note")))

SOUND: list[tuple[Content, str, str]] = [
    (Choice((WRONG, RIGHT)), "Which?", "Belgium"),
    (Multiple((RIGHT, WRONG, Option("France", True))), "Which?", "Belgium; France"),
    (TrueFalse(True), "It was so.", "True"),
    (TrueFalse(False, "It was not so."), "It was so.", "False"),
    (ShortText(("the Red Army", "Soviet Army"), (WrongAnswer("the Wehrmacht"),)), "Which army?", "the Red Army"),
    (Number(Decimal(12), unit="countries"), "How many?", "12 countries"),
    (Number(Decimal("1250000.5")), "How many?", "1,250,000.5"),
    (Number(Decimal(1949)), "How many?", "1949"),
    (Number(Decimal(10), unit="%"), "How much?", "10%"),
    (Number(Decimal(5), unit="$ million"), "How much?", "$5 million"),
    (Date(PartialDate(1949, 4, 4)), "When?", "4 April 1949"),
    (Date(PartialDate(1952, 3)), "When?", "March 1952"),
    (Date(PartialDate(1952)), "When?", "1952"),
    (Cloze(("1949",)), "It was formed in ____.", "1949"),
    (Matching((Pair("Bech", "Luxembourg"), Pair("Bevin", "Britain"))), "Match.", "Bech: Luxembourg; Bevin: Britain"),
    (Ordering(ITEMS), "Order.", "1. the treaty; 2. the alliance; 3. the note"),
]


@pytest.mark.parametrize(("content", "stem", "key"), SOUND)
def test_sound_content_has_no_problems_and_shows_its_key(content: Content, stem: str, key: str) -> None:
    assert check(content, stem) == []
    assert key_text(content) == key


FAULTY: list[tuple[Content, str, list[str]]] = [
    (Choice((RIGHT, WRONG)), " ", ["The stem is empty."]),
    (Choice((RIGHT,)), "?", ["A choice needs at least two options."]),
    (Choice((WRONG, OTHER)), "?", ["A choice has exactly one right option, not 0."]),
    (Choice((RIGHT, WRONG, Option("Italy", True))), "?", ["A choice has exactly one right option, not 2."]),
    (Choice((RIGHT, Option("the belgium."))), "?", ["Option “the belgium.” stands there twice."]),
    (Choice((RIGHT, Option(" "))), "?", ["Option 2 is empty."]),
    (Multiple((WRONG, OTHER)), "?", ["At least one option must be right."]),
    (Multiple((RIGHT, Option("France", True))), "?", ["At least one option must be wrong."]),
    (TrueFalse(False), "So.", ["A false statement needs a correction."]),
    (ShortText(()), "?", ["At least one answer must be accepted."]),
    (ShortText(("NATO", "…")), "?", ["Accepted answer 2 has no letter or digit."]),
    (
        ShortText(("NATO",), (WrongAnswer("the N.A.T.O."),)),
        "?",
        ["“the N.A.T.O.” is both accepted and foreseen as wrong."],
    ),
    (ShortText(("NATO",), (WrongAnswer(""),)), "?", ["Foreseen wrong answer 1 has no letter or digit."]),
    (Cloze(("1949",)), "In 1949.", ["The stem must hold exactly one gap, written ____."]),
    (Cloze(("1949",)), "In ____ or ____.", ["The stem must hold exactly one gap, written ____."]),
    (Cloze(("1949",)), "In ______.", ["The stem must hold exactly one gap, written ____."]),
    (Number(Decimal(1), Decimal(-1)), "?", ["The tolerance must not be below 0."]),
    (Number(Decimal(1), wrong=(WrongAnswer(" "),)), "?", ["Foreseen wrong answer 1 is empty."]),
    (Date(PartialDate(1949), (WrongAnswer("1948"), WrongAnswer(""))), "?", ["Foreseen wrong answer 2 is empty."]),
    (Matching((Pair("a", "x"), Pair("A", "y"))), "?", ["Left side “A” stands there twice."]),
    (Matching((Pair("b", "x"), Pair("c", "y")), (Option("X"),)), "?", ["Right side “X” stands there twice."]),
    (Matching((Pair("b", "x"),), (Option("y"),)), "?", ["A matching needs at least two pairs."]),
    (Matching((Pair("b", "x"), Pair("c", "x"))), "?", ["A matching needs at least two different right sides."]),
    (Matching((Pair("b", "x"), Pair("c", "y")), (Option("z", True),)), "?", ["The extra “z” cannot be right."]),
    (Ordering(ITEMS[:2]), "?", ["An ordering needs at least three items."]),
    (Ordering((*ITEMS, OrderedItem("The Note"))), "?", ["Item “The Note” stands there twice."]),
]


@pytest.mark.parametrize(("content", "stem", "problems"), FAULTY)
def test_what_is_amiss_is_said_in_a_sentence(content: Content, stem: str, problems: list[str]) -> None:
    assert check(content, stem) == problems


def test_the_right_sides_of_a_matching_are_each_shown_once_and_the_extras_last() -> None:
    pairs = (Pair("Bech", "minister"), Pair("Rendel", "ambassador"), Pair("Bevin", "minister"))
    content = Matching(pairs, (Option("king"),))
    assert content.rights() == ("minister", "ambassador", "king")
    assert content.key() == (0, 1, 0)


def test_the_order_drawn_is_of_what_is_shuffled() -> None:
    rng = Random(7)
    lengths = {content.kind: len(draw_order(content, rng)) for content, _, _ in SOUND}
    assert lengths == {
        "choice": 2, "multiple": 3, "true_false": 0, "short_text": 0, "number": 0, "date": 0, "cloze": 0, "matching": 2,
        "ordering": 3,
    }  # fmt: skip


def test_an_ordering_is_never_shown_in_the_right_order_but_in_every_other() -> None:
    shown = {draw_order(Ordering(ITEMS), Random(seed)) for seed in range(200)}
    assert shown == {(0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)}


def test_one_item_alone_is_shown() -> None:
    assert draw_order(Ordering(ITEMS[:1]), Random(1)) == (0,)
