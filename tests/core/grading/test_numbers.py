from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from quizapp.core.grading import TypedPart, UnreadableAnswer, complaint, grade, read_response
from quizapp.core.grading.numbers import read_number
from quizapp.core.kinds import Number, Typed, WrongAnswer, key_text
from tests.core.kinds.contents import numbers

TWELVE = Number(Decimal(12), unit="countries")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("12", "countries", "12"),
        ("twelve", "countries", "12"),
        ("Twelve countries.", "countries", "12"),
        ("12 states", "countries", "12"),
        ("it was 12 countries", "countries", "12"),
        ("there were only 12 of them", "countries", "12"),
        ("12 (twelve) countries", "countries", "12"),
        ("about 12", "countries", "12"),
        ("a dozen", "countries", "12"),
        ("two dozen", "", "24"),
        ("012", "", "12"),
        ("12.0", "", "12"),
        ("12th", "", "12"),
        ("none", "countries", "0"),
        ("zero", "", "0"),
        ("1,000", "", "1000"),
        ("1 000 000", "", "1000000"),
        ("1'000", "", "1000"),
        ("1.000.000", "", "1000000"),
        ("1,000.5", "", "1000.5"),
        ("1.000,5", "", "1000.5"),
        ("12,5", "", "12.5"),
        (".5", "", "0.5"),
        ("12k", "", "12000"),
        ("3bn", "", "3000000000"),
        ("twelve thousand", "", "12000"),
        ("twelve hundred", "", "1200"),
        ("one hundred and five", "", "105"),
        ("two million three hundred thousand and one", "", "2300001"),
        ("1.5 million", "", "1500000"),
        ("half a million", "", "500000"),
        ("two and a half million", "", "2500000"),
        ("2½", "", "2.5"),
        ("2 1/2", "", "2.5"),
        ("three quarters", "", "0.75"),
        ("a quarter", "", "0.25"),
        ("-5", "°C", "-5"),
        ("minus five degrees", "°C", "-5"),
        ("−5 °C", "°C", "-5"),
        ("10%", "%", "10"),
        ("ten per cent", "%", "10"),
        ("10", "%", "10"),
        ("$5", "$", "5"),
        ("5 dollars", "$", "5"),
        ("12 yrs", "years", "12"),
        ("one second", "seconds", "1"),
        ("30 seconds", "seconds", "30"),
        ("5 m2", "m2", "5"),
        ("5 m²", "m2", "5"),
        ("5 km", "kilometres", "5"),
        ("١٢", "", "12"),
        ("nearly 12", "countries", "12"),
        ("almost twelve", "countries", "12"),
        ("12 or so", "countries", "12"),
        ("a dozen or so", "countries", "12"),
        ("more or less 12", "countries", "12"),
        ("12, give or take", "countries", "12"),
        ("close to twelve", "countries", "12"),
        ("c.12", "countries", "12"),
        ("a decade", "years", "10"),
        ("nearly a decade", "years", "10"),
        ("two decades", "years", "20"),
        ("half a decade", "years", "5"),
        ("a century and a half", "years", "150"),
        ("a fortnight", "days", "14"),
        ("a decade", "decades", "1"),
        ("ten years, a decade", "years", "10"),
        ("a score of years", "years", "20"),
        ("three score", "", "60"),
        ("a score of 5", "points", "5"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, unit: str, value: str) -> None:
    assert read_number(text, unit) == {Decimal(value)}


def test_what_may_be_two_numbers_is_read_as_both() -> None:
    assert read_number("1.000") == {Decimal(1), Decimal(1000)}
    assert read_number("5m", "people") == {Decimal(5), Decimal(5_000_000)}
    assert read_number("5 m", "metres") == {Decimal(5)}


def test_a_scale_in_the_unit_may_be_said_or_written_out() -> None:
    content = Number(Decimal(12), unit="million people")
    for text in ("12", "12 million", "12 million people", "12,000,000", "twelve million"):
        assert grade(content, Typed(text)).verdict == "right"
    assert grade(content, Typed("12,000")).verdict == "wrong"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("many", "countries"),
        ("twelv", "countries"),
        ("???", "countries"),
        ("12 or 13", "countries"),
        ("12-13", "countries"),
        ("10 to 12", "countries"),
        ("over 12", "countries"),
        (">12", "countries"),
        ("not 12", "countries"),
        ("less than 12", "countries"),
        ("12 in 1949", "countries"),
        ("1/0", ""),
        ("1e6", ""),
        ("12 months", "years"),
        ("a decade", "countries"),
        ("a decade", ""),
        ("10 give or take 2", "years"),
        ("not nearly 12", "countries"),
        ("in the 20th century", "years"),
        ("12 years", "countries"),
        ("5 euros", "$"),
        ("5 metres", "km"),
    ],
)
def test_what_is_not_one_number_in_the_unit_is_asked_for_again(text: str, unit: str) -> None:
    sentence = f"Write one number ({unit}), for example 7." if unit else "Write one number, for example 7."
    with pytest.raises(UnreadableAnswer) as unread:
        read_number(text, unit)
    assert str(unread.value) == sentence
    content = Number(Decimal(12), unit=unit)
    assert complaint(content, Typed(text)) == sentence
    assert grade(content, Typed(text)).matched == TypedPart(unread=sentence)
    assert grade(content, Typed(text)).verdict == "wrong"
    with pytest.raises(UnreadableAnswer):
        read_response(content, text)


def test_the_example_is_never_the_key() -> None:
    assert complaint(Number(Decimal(7)), Typed("?")) == "Write one number, for example 25."


def test_a_number_is_right_within_its_tolerance_and_never_by_a_slip() -> None:
    content = Number(Decimal(100), Decimal("0.5"))
    verdicts = {text: grade(content, Typed(text)).verdict for text in ("99.5", "100.5", "99.4", "100.6", "1000", "10")}
    assert verdicts == {
        "99.5": "right", "100.5": "right", "99.4": "wrong", "100.6": "wrong", "1000": "wrong", "10": "wrong",
    }  # fmt: skip
    assert grade(TWELVE, Typed("12 countries")).matched == TypedPart(accepted="12 countries")
    assert grade(TWELVE, Typed("21")).matched == TypedPart()


def test_no_figure_of_a_long_number_is_lost() -> None:
    long = "1234567890123456789012345678901"
    assert grade(Number(Decimal(long)), Typed(long)).verdict == "right"
    assert grade(Number(Decimal(long)), Typed(long[:-1] + "2")).verdict == "wrong"


def test_a_foreseen_wrong_number_is_known_however_it_is_written() -> None:
    content = Number(Decimal(12), unit="countries", wrong=(WrongAnswer("several"), WrongAnswer("13 countries")))
    for text in ("13", "thirteen", "13 states"):
        assert grade(content, Typed(text)).matched == TypedPart(foreseen=1)


def test_blank_is_unanswered_and_no_fault() -> None:
    assert grade(TWELVE, Typed(" ")).verdict == "unanswered"
    assert complaint(TWELVE, Typed(" ")) is None
    assert read_response(TWELVE, " ") is None


@given(numbers)
def test_the_key_is_right_as_shown_and_as_stored(content: Number) -> None:
    assert grade(content, Typed(key_text(content))).verdict == "right"
    assert grade(content, Typed(f"{content.value:f}")).verdict == "right"
