import pytest

from quizapp.core.generation.mentions.amounts import find_amounts
from quizapp.core.generation.mentions.periods import find_periods, shown_period
from quizapp.core.generation.mentions.times import find_times, shown_date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("formed in April 4th of 1949", [("date", "1949-04-04")]),
        ("On May 28, 2012, it rained.", [("date", "2012-05-28")]),
        ("in May 1955 and in 1957", [("month", "1955-05"), ("year", "1957")]),
        ("between 1991 and 2000", [("year", "1991"), ("year", "2000")]),
        ("1500 people came", []),
        ("the 1950s, 1,950 men, 1576–77", []),
        ("in 476 the city fell", [("year", "476")]),
    ],
)
def test_years_and_dates(text: str, found: list[tuple[str, str]]) -> None:
    assert [(mention.sort, mention.value) for mention in find_times(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("56.2% were there", [("percent", "56.2", "56.2")]),
        ("$3.5 million was paid", [("money", "3500000", "3.5 million")]),
        ("twelve ships and 40,000 men", [("count", "12", "twelve"), ("count", "40000", "40,000")]),
        ("aged 8–10 years in 1990", []),
    ],
)
def test_numbers_with_their_form(text: str, found: list[tuple[str, str, str]]) -> None:
    amounts = find_amounts(text, find_times(text))
    assert [(mention.subsort, mention.value, mention.text) for mention in amounts] == found


def test_centuries_and_decades() -> None:
    found = find_periods("In the 18th century, and in the 1620s; the nineteenth century came later.")
    assert [(row.subsort, row.text, row.value) for row in found] == [
        ("century", "18th", "18"),
        ("decade", "1620s", "1620"),
        ("century", "nineteenth", "19"),
    ]
    assert [shown_period(row, int(row.value) + step) for row, step in zip(found, (3, 10, 1), strict=True)] == [
        "21st",
        "1630s",
        "twentieth",
    ]


def test_dates_are_written_in_either_order() -> None:
    assert (shown_date("1949-04-04"), shown_date("1949-04-04", american=True)) == ("4 April 1949", "April 4, 1949")
