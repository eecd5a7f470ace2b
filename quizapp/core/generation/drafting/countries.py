"""What a text tells of countries: whose people it speaks of, and which of them were there at the time."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from quizapp.core.generation.drafting.setting import Setting, years_in
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.mentions.gazetteer import nationalities, neighbours, places

LEAST_HOME = 5
LAST_WAR = 1940
NEAR = 600
_BEFORE_CHRIST = re.compile(r"\b(?:BCE?|B\.C\.)")
_CENTURY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)[- ]century\b")
_NAMES = re.compile(r"[A-Z][\w.]+(?: [A-Z]\w+)?")


def code_of(name: str) -> str:
    """Return the code of the country that a name or a nation's word stands for, or nothing."""
    place = places().get(name)
    code = place.country if place and place.sort == "country" else nationalities().get(name, "")
    return {"SU": "RU"}.get(code, code)[:2]


def codes_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the codes of all countries and nations that texts name."""
    found = (match.group() for text in texts for match in _NAMES.finditer(text))
    names = (part for name in found for part in (name, *name.split()))
    return frozenset(code for name in names if (code := code_of(name)))


def nations_in(text: str) -> frozenset[str]:
    """Return the codes of the nations that a text speaks of by their people's word."""
    words = (match.group() for match in re.finditer(r"[A-Z]\w+", text))
    return frozenset(code_of(word) for word in words if word in nationalities())


def codes_of_places(text: str) -> frozenset[str]:
    """Return the codes of the countries in which the places of a text lie."""
    found = (match.group() for match in _NAMES.finditer(text))
    known = (places().get(part) for name in found for part in (name, *name.split()))
    return frozenset(place.country[:2] for place in known if place and place.country)


@lru_cache(maxsize=64)
def home_of(text: str) -> str:
    """Return the code of the country that a document speaks of far more than of others: it need not be asked."""
    found = (match.group() for match in _NAMES.finditer(text))
    names = (part for name in found for part in dict.fromkeys((name, *name.split())))
    counts = Counter(code for name in names if (code := code_of(name)))
    (code, count), *others = counts.most_common(2) or [("", 0)]
    second = others[0][1] if others else 0
    return code if count >= LEAST_HOME and count >= 2 * second else ""


@cache
def _eras() -> dict[str, tuple[int, int]]:
    text = files("quizapp.core.generation.data").joinpath("eras.txt").read_text("utf-8")
    rows = (line.split("|") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: (int(first or -9999), int(last or 9999)) for name, first, last in rows}


def nearby_countries(name: str, statement: Statement, setting: Setting) -> tuple[str, ...]:
    """Return the countries that could be mistaken for one; the powers of the Cold War only in its own time."""
    years = sorted(years_in(statement)) or setting.years()
    year = years[len(years) // 2] if years else LAST_WAR
    return neighbours("country", name, "" if year >= LAST_WAR else "Cold War") or neighbours("country", name)


def was_there(name: str, statement: Statement, setting: Setting) -> bool:
    """Say whether a country bore its name in the years a statement, or else its document, speaks of."""
    first, last = _eras().get(name, (-9999, 9999))
    year = time_of(statement, setting)
    return year is None or first <= year <= last


def years_near(setting: Setting, start: int, end: int) -> list[int]:
    """Return the years that stand in a stretch of the document, in the order of standing."""
    times = setting.times
    first, last = (bisect_left(times, place, key=lambda mention: mention.start) for place in (start, end))
    return [int(mention.value[:4]) for mention in times[first:last]]


def time_of(statement: Statement, setting: Setting) -> int | None:
    """Return the year a statement speaks of: its own, its century's, the last before it, or the middle one."""
    if _BEFORE_CHRIST.search(statement.text):
        return -100
    if century := _CENTURY.search(statement.text):
        return 100 * int(century[1]) - 50
    here = statement.cleaned.places[0]
    years = sorted(years_in(statement)) or years_near(setting, here - NEAR, here)[-1:] or setting.years()
    return years[len(years) // 2] if years else None
