"""Contents of every kind, drawn by hypothesis, that can be asked as they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from quizapp.core.kinds import (
    Choice,
    Citation,
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
    fold,
)

STEM = "The alliance was formed in ____."
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéöøßжй한क0123456789 -.,'’“&()/%"

texts = st.text(LETTERS, min_size=1, max_size=24).filter(fold)
citations = st.none() | st.builds(Citation, texts, texts)
reasons = st.just("") | texts
wrongs = st.lists(st.builds(WrongAnswer, texts, reasons, citations), max_size=3).map(tuple)
decimals = st.decimals(-(10**12), 10**12, places=3) | st.integers(-(10**12), 10**12).map(Decimal)
units = st.sampled_from(["", "countries", "%", "years", "million people", "km", "$", "m2", "°C", "US dollars a day"])


def different(count: int) -> st.SearchStrategy[list[str]]:
    """So many texts, or up to two more, of which no two say the same."""
    return st.lists(texts, min_size=count, max_size=count + 2, unique_by=fold)


@st.composite
def options(draw: st.DrawFn, keys: int | None) -> tuple[Option, ...]:
    """Options with so many keys among them, or any number but none and all."""
    names = draw(different(3))
    count = keys or draw(st.integers(1, len(names) - 1))
    right = set(draw(st.permutations(range(len(names))))[:count])
    return tuple(Option(name, place in right, draw(reasons), draw(citations)) for place, name in enumerate(names))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A date to the day, the month or the year."""
    day = draw(st.dates(date(1, 1, 1), date(9999, 12, 31)))
    parts = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:parts])


@st.composite
def matchings(draw: st.DrawFn) -> Matching:
    """Pairs, some of which may share a right side, and perhaps an extra."""
    lefts, rights = draw(different(2)), draw(different(3))
    owners = [0, 1, *(draw(st.integers(0, 1)) for _ in lefts[2:])]
    pairs = tuple(Pair(left, rights[owner], draw(citations)) for left, owner in zip(lefts, owners, strict=True))
    return Matching(pairs, tuple(Option(text, False, draw(reasons), draw(citations)) for text in rights[2:]))


choices = st.builds(Choice, options(1))
multiples = st.builds(Multiple, options(None))
true_falses = st.builds(TrueFalse, st.booleans(), texts, citations)
short_texts = st.builds(ShortText, different(1).map(tuple), wrongs, st.booleans())
clozes = st.builds(Cloze, different(1).map(tuple), reasons, wrongs, st.booleans())
numbers = st.builds(Number, decimals, st.sampled_from([Decimal(0), Decimal("0.5")]), units, wrongs)
dates = st.builds(Date, partial_dates(), wrongs)
items = st.builds(OrderedItem, texts, reasons, citations)
orderings = st.lists(items, min_size=3, max_size=6, unique_by=lambda item: fold(item.text)).map(tuple).map(Ordering)

typed = short_texts | clozes | numbers | dates
contents: st.SearchStrategy[Content] = (choices | multiples | true_falses | typed | matchings() | orderings).filter(
    lambda content: not check(content, STEM)
)
