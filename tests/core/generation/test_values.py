from decimal import Decimal

import pytest

from quizapp.core.generation.values import find_dates, find_numbers, whole_date, whole_number


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("formed in April 4th of 1949", {"1949-04-04", "1949"}),
        ("ratified in Belgium April 3rd, 1948.", {"1948-04-03", "1948"}),
        ("on 31 March 1954, and", {"1954-03-31", "1954-03", "1954"}),
        ("in March, April, May and August 1952", {"1952-03", "1952-04", "1952-05", "1952-08", "1952"}),
        ("on 1949-04-04", {"1949-04-04", "1949"}),
        ("12 countries and 1,949 men, or 19490", set()),
        ("31 February 1950", {"1950-02", "1950"}),
        ("he may 1950 times", {"1950-05", "1950"}),
    ],
)
def test_dates_are_found_in_prose(text: str, dates: set[str]) -> None:
    assert {date.iso() for date in find_dates(text)} == dates


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The alliance originally only had 12 countries", ["12"]),
        ("created five years earlier by 11 allies", ["11", "5"]),
        ("twenty-one of forty men, 1,200,000 in all, 3.5 each", ["1200000", "3.5", "21", "40"]),
        ("the 1950s and 4th", []),
    ],
)
def test_numbers_are_found_in_digits_and_words(text: str, numbers: list[str]) -> None:
    assert find_numbers(text) == tuple(Decimal(number) for number in numbers)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("4 April 1949", "1949-04-04"), ("in March 1952", "1952-03"), ("1948", "1948"), ("Belgium in 1948", None)],
)
def test_a_text_is_a_date_only_if_it_is_nothing_else(text: str, iso: str | None) -> None:
    date = whole_date(text)
    assert (date.iso() if date else None) == iso


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("12 countries", 12), ("about five years", 5), ("about a year", 1), ("The big four", None)],
)
def test_a_text_is_a_number_with_or_without_its_unit(text: str, value: int | None) -> None:
    assert whole_number(text) == (None if value is None else Decimal(value))
