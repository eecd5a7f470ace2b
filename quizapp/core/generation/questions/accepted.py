"""The typed forms in which a key is accepted."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from quizapp.core.generation.facts import Ask, FactFile
from quizapp.core.kinds import PartialDate, fold
from quizapp.core.kinds.partial_date import MONTHS

PLAIN_NAME = re.compile(r"(?:[A-Z][\w'-]+ ){1,2}[A-Z][\w'-]+")


def shared_surnames(facts: FactFile) -> frozenset[str]:
    """Last words that more than one person of a bank bears: no such word names one of them."""
    names = {ask.key for _, ask in facts.asks() if ask.answer.type == "person"}
    names |= {item.left for fact in facts.facts if fact.pairs for item in fact.pairs.items}
    count = Counter(fold(name).split()[-1] for name in names if fold(name))
    return frozenset(name for name, number in count.items() if number > 1)


def accepted_forms(ask: Ask, shared: frozenset[str]) -> tuple[str, ...]:
    """The key, what the ask accepts besides, and the usual ways of writing a date, a number or a person."""
    forms = [ask.key, ask.answer.written(), *ask.accept]
    if isinstance(ask.answer.value, PartialDate):
        forms += _date_forms(ask.answer.value)
    elif isinstance(ask.answer.value, Decimal):
        forms += [f"{ask.answer.value:f}", f"{ask.answer.value:,f}"]
    elif ask.answer.type == "person" and PLAIN_NAME.fullmatch(ask.key):
        surname = ask.key.split()[-1]
        forms += [] if fold(surname) in shared or not surname.strip("IVX") else [surname]
    return _different(forms)


def _date_forms(date: PartialDate) -> list[str]:
    if date.month is None:
        return [str(date.year)]
    month = MONTHS[date.month - 1]
    if date.day is None:
        return [f"{month} {date.year}", f"{month} of {date.year}", date.iso()]
    ordinal = f"{date.day}{_ending(date.day)}"
    days = [f"{date.day} {month} {date.year}", f"{month} {date.day} {date.year}", f"{ordinal} {month} {date.year}"]
    return [*days, f"{month} {ordinal} {date.year}", f"{ordinal} of {month} {date.year}", date.iso()]


def _ending(day: int) -> str:
    return "th" if 10 <= day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _different(forms: list[str]) -> tuple[str, ...]:
    return tuple({fold(form): form for form in reversed(forms)}[key] for key in dict.fromkeys(map(fold, forms)))
