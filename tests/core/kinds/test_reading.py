from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quizapp.core.kinds import (
    Choice,
    Citation,
    Cloze,
    Content,
    Date,
    MalformedContent,
    MalformedResponse,
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
    content_citations,
    content_data,
    content_from,
    response_from,
)

CITED = {"document": "sputnik", "quote": "in May 1955"}
CITATION = Citation("sputnik", "in May 1955")
WRONG = {"text": "1954", "reason": "Then it was proposed.", "citation": CITED}
WRONG_ANSWER = WrongAnswer("1954", "Then it was proposed.", CITATION)

WHOLE: dict[str, tuple[dict[str, Any], Content]] = {
    "choice": (
        {"options": [{"text": "1955", "right": True}, WRONG]},
        Choice((Option("1955", True), Option("1954", False, "Then it was proposed.", CITATION))),
    ),
    "multiple": (
        {"options": [{"text": "Belgium", "right": True}, {"text": "Spain"}]},
        Multiple((Option("Belgium", True), Option("Spain"))),
    ),
    "true_false": (
        {"key": False, "correction": "It was in 1955.", "citation": CITED},
        TrueFalse(False, "It was in 1955.", CITATION),
    ),
    "short_text": (
        {"accept": ["NATO", "the alliance"], "wrong": [WRONG], "slip": False},
        ShortText(("NATO", "the alliance"), (WRONG_ANSWER,), False),
    ),
    "number": (
        {"value": "12.50", "tolerance": "0.5", "unit": "countries", "wrong": [WRONG]},
        Number(Decimal("12.50"), Decimal("0.5"), "countries", (WRONG_ANSWER,)),
    ),
    "date": ({"value": "1949-04-04", "wrong": [WRONG]}, Date(PartialDate(1949, 4, 4), (WRONG_ANSWER,))),
    "cloze": (
        {"accept": ["1955"], "hint": "a year", "wrong": [WRONG], "slip": False},
        Cloze(("1955",), "a year", (WRONG_ANSWER,), False),
    ),
    "matching": (
        {"pairs": [{"left": "Bech", "right": "Minister", "citation": CITED}], "extras": [{"text": "Baron"}]},
        Matching((Pair("Bech", "Minister", CITATION),), (Option("Baron"),)),
    ),
    "ordering": (
        {"items": [{"text": "The treaty", "when": "1948", "citation": CITED}, {"text": "The pact"}]},
        Ordering((OrderedItem("The treaty", "1948", CITATION), OrderedItem("The pact"))),
    ),
}


@pytest.mark.parametrize("kind", WHOLE)
def test_every_field_is_read_and_written(kind: str) -> None:
    data, content = WHOLE[kind]
    assert content_from(kind, data) == content
    assert content_data(content) == data


@pytest.mark.parametrize("kind", sorted(set(WHOLE) - {"multiple"}))
def test_every_citation_inside_the_content_is_found(kind: str) -> None:
    assert content_citations(WHOLE[kind][1]) == (CITATION,)


def test_fields_that_hold_nothing_are_not_written() -> None:
    assert content_data(Number(Decimal(12))) == {"value": "12"}
    assert content_data(ShortText(("NATO",))) == {"accept": ["NATO"]}
    assert content_data(TrueFalse(True)) == {"key": True}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("1952-03", PartialDate(1952, 3)), (1952, PartialDate(1952)), (date(1949, 4, 4), PartialDate(1949, 4, 4))],
)
def test_a_date_may_stand_in_yaml_without_quotes(value: object, wanted: PartialDate) -> None:
    assert content_from("date", {"value": value}) == Date(wanted)


@pytest.mark.parametrize(("value", "wanted"), [(12, "12"), (3.5, "3.5"), ("0.10", "0.10"), (-7, "-7")])
def test_a_number_may_be_written_with_or_without_quotes(value: object, wanted: str) -> None:
    assert content_from("number", {"value": value}) == Number(Decimal(wanted))


MALFORMED = [
    ("choice", [], "The field content must be a mapping, not a list."),
    ("choice", {}, "The field options is missing."),
    ("choice", {"options": "a"}, "The field options must be a list, not text."),
    ("choice", {"options": [{"text": 3}]}, "The field options[0].text must be text, not a whole number."),
    ("choice", {"options": [{"right": True}]}, "The field options[0].text is missing."),
    (
        "choice",
        {"options": [{"text": "a", "right": 1}]},
        "The field options[0].right must be true or false, not a whole number.",
    ),
    (
        "choice",
        {"options": [{"text": "a"}, {"text": "b", "why": "c"}]},
        "The field options[1].why is not known here; known are text, right, reason, citation.",
    ),
    ("choice", {"options": [], "key": 1}, "The field key is not known here; known are options."),
    (
        "multiple",
        {"options": [{"text": "a", "citation": {"document": "d"}}]},
        "The field options[0].citation.quote is missing.",
    ),
    (
        "multiple",
        {"options": [{"text": "a", "citation": "d"}]},
        "The field options[0].citation must be a mapping, not text.",
    ),
    ("true_false", {"key": "yes"}, "The field key must be true or false, not text."),
    ("true_false", {}, "The field key is missing."),
    ("true_false", {"key": True, "correction": None}, "The field correction must be text, not nothing."),
    ("short_text", {"accept": ["a", 5]}, "The field accept[1] must be text, not a whole number."),
    ("short_text", {"accept": ["a"], "slip": "no"}, "The field slip must be true or false, not text."),
    ("short_text", {"accept": ["a"], "wrong": ["b"]}, "The field wrong[0] must be a mapping, not text."),
    ("cloze", {"wrong": []}, "The field accept is missing."),
    ("number", {"value": "many"}, "The field value must be a plain number such as 12 or 3.5, not 'many'."),
    ("number", {"value": "NaN"}, "The field value must be a plain number such as 12 or 3.5, not 'NaN'."),
    ("number", {"value": "1_000"}, "The field value must be a plain number such as 12 or 3.5, not '1_000'."),
    ("number", {"value": float("inf")}, "The field value must be a plain number such as 12 or 3.5, not 'inf'."),
    ("number", {"value": True}, "The field value must be a number, not true or false."),
    ("number", {"value": "1", "tolerance": []}, "The field tolerance must be a number, not a list."),
    (
        "date",
        {"value": "1949-13"},
        "The field value must be a date such as 1949-04-04, 1952-03 or 1952: month must be in 1..12",
    ),
    (
        "date",
        {"value": "4 April 1949"},
        "The field value must be a date such as 1949-04-04, 1952-03 or 1952: "
        "'4 April 1949' is not written as 1949-04-04, 1952-03 or 1952.",
    ),
    ("date", {"value": None}, "The field value must be a date such as 1949-04-04, 1952-03 or 1952, not nothing."),
    ("matching", {"pairs": [{"left": "a"}]}, "The field pairs[0].right is missing."),
    ("ordering", {"items": [{"text": "a", "when": 1948}]}, "The field items[0].when must be text, not a whole number."),
    (
        "essay",
        {},
        "The field kind must be one of choice, multiple, true_false, short_text, number, date, cloze, matching, "
        "ordering, not 'essay'.",
    ),
]


@pytest.mark.parametrize(("kind", "data", "sentence"), MALFORMED)
def test_malformed_content_is_refused_with_the_field(kind: str, data: dict[str, object], sentence: str) -> None:
    with pytest.raises(MalformedContent) as refused:
        content_from(kind, data)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("kind", "data", "sentence"),
    [
        ("choice", {"option": True}, "The field option must be a whole number, not true or false."),
        ("choice", {"option": -1}, "The field option must be 0 or more, not -1."),
        ("choice", {}, "The field option is missing."),
        ("multiple", {"options": ["0"]}, "The field options[0] must be a whole number, not text."),
        ("true_false", {"value": 1}, "The field value must be true or false, not a whole number."),
        ("date", {"text": None}, "The field text must be text, not nothing."),
        ("matching", {"rights": {}}, "The field rights must be a list, not a mapping."),
        ("ordering", {"order": [0, None]}, "The field order[1] must be a whole number, not nothing."),
    ],
)
def test_a_malformed_response_is_refused_with_the_field(kind: str, data: dict[str, object], sentence: str) -> None:
    with pytest.raises(MalformedResponse) as refused:
        response_from(kind, data)
    assert str(refused.value) == sentence
