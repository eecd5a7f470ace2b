from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.grading import Policy, TypedPart, UnreadableAnswer, complaint, grade, read_response
from quizapp.core.grading.dates import read_date
from quizapp.core.kinds import Date, PartialDate, Typed, WrongAnswer
from quizapp.core.kinds.partial_date import MONTHS
from tests.core.kinds.contents import partial_dates

DAY, MONTH, YEAR = PartialDate(1949, 4, 4), PartialDate(1952, 3), PartialDate(1949)
ASK_DAY = "Write a date with day, month and year, for example 20 July 1969."
ASK_MONTH = "Write a month and its year, for example July 1969."
ASK_YEAR = "Write a year, for example 1969."


def dates(text: str, key: PartialDate = DAY) -> list[str]:
    return [date.iso() for date in read_date(text, key).dates]


@pytest.mark.parametrize(
    "text",
    [
        "4 April 1949",
        "4 april, 1949.",
        "April 4, 1949",
        "April 4,1949",
        "april 4 1949",
        "April 4th of 1949",
        "4th of April, 1949",
        "the 4th April 1949",
        "the fourth of April 1949",
        "April the fourth, nineteen forty-nine",
        "Apr. 4 1949",
        "4-Apr-49",
        "4apr1949",
        "4 April '49",
        "4 April ’49",
        "1949 April 4",
        "1949-04-04",
        "1949-4-4",
        "1949/04/04",
        "19490404",
        "4/4/1949",
        "04.04.1949",
        "4.4.49",
        "4 4 1949",
        "on 4 April 1949",
        "it was on Monday, the 4th of April 1949",
        "about 4 April 1949",
        "4 April 1949 AD",
        "“4 April 1949”",
        "４ April 1949",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert dates(text) == ["1949-04-04"]
    assert grade(Date(DAY), Typed(text)).matched == TypedPart(accepted="4 April 1949")


@pytest.mark.parametrize(
    "text", ["March 1952", "march of 1952", "Mar 1952", "in March, 1952", "3/1952", "1952-03", "03.52", "March '52"]
)
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    assert dates(text, MONTH) == ["1952-03"]


@pytest.mark.parametrize(
    "text",
    [
        "1949",
        "in 1949",
        "it was 1949",
        "in the year 1949",
        "AD 1949",
        "1949 CE",
        "c. 1949",
        "1,949",
        "49",
        "'49",
        "nineteen forty-nine",
    ],
)
def test_a_year_is_read_as_people_write_it(text: str) -> None:
    assert dates(text) == ["1949"]


def test_years_in_words_and_of_other_centuries_are_read() -> None:
    assert dates("two thousand and four") == ["2004"]
    assert dates("nineteen hundred") == ["1900"]
    assert dates("twenty twelve") == ["2012"]
    assert dates("ten sixty six") == ["1066"]
    assert dates("AD 79", PartialDate(79)) == ["0079"]
    assert dates("12/5/15", PartialDate(1815)) == ["1815-05-12", "1815-12-05"]


def test_figures_alone_are_read_day_first_and_month_first() -> None:
    assert dates("5/4/1949") == ["1949-04-05", "1949-05-04"]
    assert dates("5.4.1949") == ["1949-04-05", "1949-05-04"]
    assert dates("13/4/1949") == dates("4/13/1949") == ["1949-04-13"]
    for key in (PartialDate(1949, 4, 5), PartialDate(1949, 5, 4)):
        assert grade(Date(key), Typed("5/4/1949")).verdict == "right"
    assert grade(Date(DAY), Typed("5/4/1949")).verdict == "wrong"
    assert dates("1949-05-04") == ["1949-05-04"]


def test_a_month_may_have_a_slip_in_it_but_no_figure_may() -> None:
    for text in ("4 Apirl 1949", "Aprill 4 1949"):
        mark = grade(Date(DAY), Typed(text), Policy(slip=False))
        assert mark.matched == TypedPart(accepted="4 April 1949", slip=True)
    assert dates("Feburary 1952") == ["1952-02"]
    assert dates("Setpember 5 1949") == ["1949-09-05"]
    for text in ("4 April 1948", "4 April 1994", "5 April 1949", "14 April 1949"):
        assert grade(Date(DAY), Typed(text)).matched == TypedPart()


UNREADABLE = [
    "Molotov",
    "???",
    "4",
    "4 April",
    "April",
    "Juny 4 1949",
    "31 April 1949",
    "29 February 1949",
    "0/0/1949",
    "1948/49",
    "99999",
    "March, April 1952",
    "4 or 5 April 1949",
    "not 4 April 1949",
    "before 4 April 1949",
    "4 April 1949 in Washington",
    "44 BC",
    "4 April 0",
    "9" * 400,
    "4/4",
    "April 4 9",
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_date_is_asked_for_again_and_is_not_the_same_as_wrong(text: str) -> None:
    with pytest.raises(UnreadableAnswer) as unread:
        read_date(text, DAY)
    assert str(unread.value).endswith(ASK_DAY)
    content = Date(DAY)
    assert complaint(content, Typed(text)) == str(unread.value)
    mark = grade(content, Typed(text))
    assert (mark.points, mark.verdict, mark.matched) == (Decimal(0), "wrong", TypedPart(unread=str(unread.value)))
    with pytest.raises(UnreadableAnswer):
        read_response(content, text)


def test_a_day_that_does_not_exist_is_said_to() -> None:
    assert complaint(Date(DAY), Typed("31 April 1949")) == f"That day is in no calendar. {ASK_DAY}"


@pytest.mark.parametrize(
    ("key", "texts", "asked"),
    [
        (DAY, ["1949", "April 1949", "1950", "May 1950"], ASK_DAY),
        (MONTH, ["1952", "1949"], ASK_MONTH),
        (YEAR, ["April"], ASK_YEAR),
    ],
)
def test_a_date_less_exact_than_the_key_is_asked_for_again_right_or_wrong(
    key: PartialDate, texts: list[str], asked: str
) -> None:
    assert [complaint(Date(key), Typed(text)) for text in texts] == [asked] * len(texts)


@pytest.mark.parametrize(
    ("key", "text", "verdict"),
    [
        (MONTH, "10 March 1952", "right"),
        (MONTH, "10 April 1952", "wrong"),
        (MONTH, "March 1953", "wrong"),
        (YEAR, "4 April 1949", "right"),
        (YEAR, "April 1949", "right"),
        (YEAR, "4 April 1948", "wrong"),
    ],
)
def test_a_date_more_exact_than_the_key_is_wrong_only_if_it_contradicts(
    key: PartialDate, text: str, verdict: str
) -> None:
    assert complaint(Date(key), Typed(text)) is None
    assert grade(Date(key), Typed(text)).verdict == verdict


def test_the_example_is_never_the_key() -> None:
    assert complaint(Date(PartialDate(1969, 7, 20)), Typed("?")) == ASK_DAY.replace("20 July 1969", "9 November 1989")
    assert complaint(Date(PartialDate(1969)), Typed("?")) == ASK_YEAR.replace("1969", "1989")


def test_a_foreseen_wrong_date_is_known_however_it_is_written() -> None:
    content = Date(DAY, (WrongAnswer("no date"), WrongAnswer("17 March 1948"), WrongAnswer("May 1955")))
    for text, index in (("March 17, 1948", 1), ("17/3/48", 1), ("9 May 1955", 2)):
        assert grade(content, Typed(text)).matched == TypedPart(foreseen=index)
    assert grade(content, Typed("18 March 1948")).matched == TypedPart()


def test_blank_is_unanswered_and_no_fault() -> None:
    assert grade(Date(DAY), Typed("  ")).verdict == "unanswered"
    assert complaint(Date(DAY), Typed("  ")) is None
    assert read_response(Date(DAY), "  ") is None
    assert read_response(Date(DAY), " 4 April 1949 ") == Typed("4 April 1949")


@given(partial_dates())
def test_the_key_is_right_as_shown_and_as_stored(key: PartialDate) -> None:
    assert grade(Date(key), Typed(key.written())).verdict == "right"
    assert grade(Date(key), Typed(key.iso())).verdict == "right"


@given(st.dates(), st.dates(), st.integers(1, 3), st.booleans())
def test_a_full_date_is_right_just_when_it_lies_within_the_key(day: date, other: date, parts: int, same: bool) -> None:
    key = PartialDate(*(day.year, day.month, day.day)[:parts])
    day = day if same else other
    month, year = MONTHS[day.month - 1], f"{day.year:04d}"
    ways = (
        day.isoformat(),
        f"{day.day} {month} {year}",
        f"{month} {day.day}, {year}",
        f"on the {day.day}th of {month[:3]}. {year}",
    )
    right = key.covers(PartialDate(day.year, day.month, day.day))
    assert {grade(Date(key), Typed(way)).verdict for way in ways} == {"right" if right else "wrong"}
    assert right or not same
