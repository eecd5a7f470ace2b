"""E03, E04, E05, E08, W11, W17, W19, W25: the options, or the wrong answers foreseen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from quizapp.core.generation.lint.case import Case
from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.words import bare_words, holds_run
from quizapp.core.generation.values import whole_date, whole_number
from quizapp.core.kinds import PartialDate, check, fold

MOST_OPTIONS = {"choice": 5, "multiple": 7}
YEARS_APART = 60
ABOVE = re.compile(r"\b(?:all|both|any) of (?:the above|these|them)\b|\ball (?:the )?(?:above|others)\b", re.IGNORECASE)
K_TYPE = re.compile(
    r"^\W*(?:[Bb]oth )?\(?(?:[A-H]|[1-8]|[ivx]+)\)?(?:,| and| or|,? & ).{0,3}\(?(?:[A-H]|[1-8]|[ivx]+)\)?\W*$"
)
NONE = re.compile(r"\b(?:none|neither) of (?:the above|these|them)\b|\bnone of the others\b", re.IGNORECASE)
VOWEL = re.compile(r"[aeiouy]")
RANGE = re.compile(r"([0-9][0-9,.]*)\s*(?:-|–|to)\s*([0-9][0-9,.]*)")


def check_shape(case: Case) -> Iterator[Finding]:
    """E03: the content has the shape of its kind."""
    for problem in check(case.draft.content, case.draft.stem):
        yield case.finding("E03", problem.rstrip("."), "Mend the question so that its kind can be marked.")


def check_number(case: Case) -> Iterator[Finding]:
    """E04: as many options as can be weighed, none of them inside another."""
    texts = [option.text for option in case.options]
    most = MOST_OPTIONS.get(case.draft.kind, 0)
    if texts and len(texts) > most:
        yield case.finding("E04", f"{len(texts)} options are too many", f"Keep at most {most}.")
    for short in texts:
        for long in texts:
            if fold(short) != fold(long) and holds_run(bare_words(long), bare_words(short)):
                fix = "Word them so that neither holds the other, or record why it is fair (overrides: E04)."
                yield case.finding("E04", f"“{long}” holds “{short}”", fix, severity="W")


def check_above(case: Case) -> Iterator[Finding]:
    """E08 and W17: options stand for themselves."""
    for option in case.options:
        if ABOVE.search(option.text) or K_TYPE.match(option.text):
            fix = "Write an option that says something itself, or ask with several right answers."
            yield case.finding("E08", f"“{option.text}” points at other options", fix)
        if NONE.search(option.text):
            yield case.finding("W17", f"“{option.text}” is no answer", "Write a distractor that somebody believes.")


def check_sorts(case: Case) -> Iterator[Finding]:
    """W11: dates among dates, numbers among numbers, one unit, one form of the verb."""
    if case.asks_for_outsider or not case.options:
        return
    sorts = {option.text: _sort_of(option.text) for option in case.options}
    if len(set(sorts.values())) > 1:
        listed = "; ".join(f"“{text}” is {sort}" for text, sort in sorts.items())
        yield case.finding("W11", f"the options are of several sorts: {listed}", "Write all of them alike.")


def _sort_of(text: str) -> str:
    date = whole_date(text)
    if date:
        return f"a date to the {date.precision}"
    number = whole_number(text)
    if number is not None:
        unit = re.sub(r"^[\W\d]*", "", text).split()
        return f"a number of {unit[-1].rstrip('s')}" if unit and not _is_number_word(text) else "a number"
    first = text.split()[0].casefold() if text.split() else ""
    if first == "to":
        return "an infinitive"
    is_verb = first.endswith("ing") and len(first) > 5 and "-" not in first and bool(VOWEL.search(first[:-3]))
    return "a form in -ing" if is_verb else "a phrase"


def _is_number_word(text: str) -> bool:
    return len(text.split()) == 1


def check_values(case: Case) -> Iterator[Finding]:
    """W19: values stand in order, and ranges do not overlap."""
    ranges = [match for option in case.options if (match := RANGE.search(option.text))]
    spans = sorted((_number(match[1]), _number(match[2])) for match in ranges)
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            yield case.finding("W19", "two ranges overlap", "Give ranges that share no value.", severity="E")
    values = [_value(option.text) for option in case.options]
    known = [value for value in values if value is not None]
    if known and len(known) == len(values) and known != sorted(known):
        yield case.finding("W19", "the values are not in order", "Generate again: values are put in order.")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "").rstrip("."))


def _value(text: str) -> tuple[int, Decimal] | None:
    date, number = whole_date(text), whole_number(text)
    if date:
        return (0, Decimal(date.iso().replace("-", "").ljust(8, "0")))
    return (1, number) if number is not None else None


def check_provenance(case: Case) -> Iterator[Finding]:
    """W25: a distractor says why it is wrong, and a year is a possible one."""
    for option in case.distractors:
        if not option.reason:
            fix = "Say why it is wrong, with the passage that rules it out or “The sources do not say this”."
            yield case.finding("W25", f"nothing says why “{option.text}” is wrong", fix)
    keys = [date for key in case.keys[:1] if (date := whole_date(key))]
    for text in case.wrong_texts:
        date = whole_date(text)
        if keys and date and _is_impossible(case, date, keys[0]):
            fix = f"Take a year within {YEARS_APART} years that the documents know."
            yield case.finding("W25", f"“{text}” is too far off to be believed", fix)


def _is_impossible(case: Case, date: PartialDate, key: PartialDate) -> bool:
    latest = case.sources.latest_year
    return abs(date.year - key.year) > YEARS_APART or (latest is not None and date.year > latest)
