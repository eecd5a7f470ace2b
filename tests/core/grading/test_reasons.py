from __future__ import annotations

from decimal import Decimal

import pytest

from quizapp.core.grading import Why, all_reasons, explain_wrong
from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Citation,
    Cloze,
    Content,
    Date,
    Judged,
    Matched,
    Matching,
    Multiple,
    Number,
    Option,
    OrderedItem,
    Ordering,
    Pair,
    PartialDate,
    ShortText,
    Ticked,
    TrueFalse,
    Typed,
    WrongAnswer,
)

ONE, TWO, THREE = (Citation("sputnik", quote) for quote in ("one", "two", "three"))

CHOICE = Choice(
    (Option("1949", True), Option("1948", False, "Then Brussels was signed.", ONE), Option("1955", False, "No."))
)
MULTIPLE = Multiple(
    (Option("Belgium", True, "It signed.", ONE), Option("Spain", False, "It did not.", TWO), Option("France", True))
)
MATCHING = Matching(
    (Pair("Bech", "minister", ONE), Pair("Rendel", "ambassador", TWO)), (Option("king", False, "None was.", THREE),)
)
ORDERING = Ordering(
    (OrderedItem("treaty", "1948", ONE), OrderedItem("alliance", "1949", TWO), OrderedItem("note", "1952", THREE))
)
WRONG = (WrongAnswer("1948", "Then Brussels was signed.", ONE), WrongAnswer("1955", "Then Germany joined.", TWO))
SAID = [Why("1948", "Then Brussels was signed.", ONE), Why("1955", "Then Germany joined.", TWO)]


def test_a_wrong_option_brings_its_own_reason() -> None:
    assert explain_wrong(CHOICE, Chosen(1)) == [Why("1948", "Then Brussels was signed.", ONE)]
    assert explain_wrong(CHOICE, Chosen(2)) == [Why("1955", "No.")]


def test_each_wrong_tick_and_each_missed_key_bring_their_reasons() -> None:
    assert explain_wrong(MULTIPLE, Ticked(frozenset({0, 1}))) == [
        Why("Spain", "It did not.", TWO),
        Why("France", "This is one of the right answers.", None, "missed"),
    ]
    assert explain_wrong(MULTIPLE, Ticked(frozenset({2}))) == [Why("Belgium", "It signed.", ONE, "missed")]


def test_a_wrong_judgement_brings_the_correction() -> None:
    statement = TrueFalse(False, "It was formed in 1949.", ONE)
    assert explain_wrong(statement, Judged(True)) == [Why("False", "It was formed in 1949.", ONE)]
    assert explain_wrong(TrueFalse(True), Judged(False)) == []


@pytest.mark.parametrize(
    "content",
    [
        ShortText(("1949",), WRONG),
        Cloze(("1949",), "", WRONG),
        Number(Decimal(1949), wrong=WRONG),
        Date(PartialDate(1949), WRONG),
    ],
)
def test_a_foreseen_wrong_answer_brings_its_reason(content: Content) -> None:
    assert explain_wrong(content, Typed("in 1955")) == SAID[1:]
    assert explain_wrong(content, Typed("1950")) == []
    assert explain_wrong(content, Typed("what")) == []
    assert all_reasons(content) == SAID


def test_each_wrong_pair_brings_its_right_partner_and_a_chosen_extra_its_reason() -> None:
    partners = [Why("Bech", "Bech: minister.", ONE, "partner"), Why("Rendel", "Rendel: ambassador.", TWO, "partner")]
    extra = Why("king", "None was.", THREE)
    assert explain_wrong(MATCHING, Matched((0, 0))) == partners[1:]
    assert explain_wrong(MATCHING, Matched((0, None))) == partners[1:]
    assert explain_wrong(MATCHING, Matched((2, 2))) == [partners[0], extra, partners[1]]


def test_items_beside_a_neighbour_the_wrong_way_round_bring_their_places() -> None:
    places = [
        Why("treaty", "1948", ONE, "place"),
        Why("alliance", "1949", TWO, "place"),
        Why("note", "1952", THREE, "place"),
    ]
    assert explain_wrong(ORDERING, Arranged((1, 0, 2))) == places[:2]
    assert explain_wrong(ORDERING, Arranged((2, 1, 0))) == places


@pytest.mark.parametrize(
    ("content", "response"),
    [
        (CHOICE, Chosen(0)),
        (MULTIPLE, Ticked(frozenset({0, 2}))),
        (TrueFalse(True, "", ONE), Judged(True)),
        (ShortText(("1949",), WRONG), Typed("1949")),
        (MATCHING, Matched((0, 1))),
        (ORDERING, Arranged((0, 1, 2))),
    ],
)
def test_a_right_answer_and_none_at_all_need_no_reasons(content: Content, response: Chosen) -> None:
    assert explain_wrong(content, response) == []
    assert explain_wrong(content, None) == []


def test_every_distractor_has_its_reason_told() -> None:
    assert all_reasons(CHOICE) == [Why("1948", "Then Brussels was signed.", ONE), Why("1955", "No.")]
    assert all_reasons(MULTIPLE) == [Why("Spain", "It did not.", TWO)]
    assert all_reasons(MATCHING) == [Why("king", "None was.", THREE)]
    assert all_reasons(TrueFalse(False, "It was in 1949.", ONE)) == [Why("False", "It was in 1949.", ONE)]
    assert all_reasons(ORDERING) == []
