"""The names the program knows by heart: countries, cities, states, nationalities, given names, titles."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: what sort it is, its country's code and the part of the world it lies in."""

    name: str
    sort: str
    country: str
    part: str


def _lines(name: str) -> list[str]:
    text = files("quizapp.core.generation.data").joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _rows(name: str) -> list[list[str]]:
    return [line.split("|") for line in _lines(name)]


@cache
def places() -> dict[str, Place]:
    """Return every known place by name."""
    frozen = json.loads(files("quizapp.core.generation.data").joinpath("places.json").read_text("utf-8"))
    countries = dict(frozen["countries"])
    countries |= {row[0]: (row[1], row[2]) for row in _rows("countries.txt")}
    parts = dict(countries.values())
    cities = dict(frozen["cities"]) | {row[0]: row[1] for row in _rows("cities.txt")}
    found = {name: Place(name, "city", code, parts.get(code[:2], "")) for name, code in cities.items()}
    found |= {name: Place(name, "state", code, parts.get(code, "")) for name, code in _rows("states.txt")}
    found |= {name: Place(name, "country", code, part) for name, (code, part) in countries.items()}
    found |= {name: Place(name, "continent", "", name) for name in frozen["continents"]}
    return found


@cache
def nationalities() -> dict[str, str]:
    """Return the country code of each word such as 'French'."""
    return {row[0]: row[1] for row in _rows("nationalities.txt")}


@cache
def given_names() -> frozenset[str]:
    """Return the given names known."""
    return frozenset(name for line in _lines("given_names.txt") for name in line.split())


@cache
def _men_and_women() -> tuple[frozenset[str], frozenset[str]]:
    men, women = (frozenset(line.split()) for line in _lines("given_names.txt"))
    return men, women


def gender_of(name: str) -> str:
    """Return m or f where the first name or title of a person tells it, else nothing."""
    men, women = _men_and_women()
    first = name.split()[0]
    if first in {
        "Queen",
        "Lady",
        "Mrs",
        "Mrs.",
        "Miss",
        "Ms",
        "Ms.",
        "Empress",
        "Princess",
        "Duchess",
        "Baroness",
        "Countess",
    }:
        return "f"
    if first in {"King", "Lord", "Sir", "Mr", "Mr.", "Emperor", "Prince", "Duke", "Baron", "Count", "Pope"}:
        return "m"
    return "" if (first in men) == (first in women) else "m" if first in men else "f"


@cache
def known_names(sort: str, part: str) -> tuple[str, ...]:
    """Return well-known names of a sort in a part of the world."""
    rows = {(row[0], row[1]): tuple(row[2].split(", ")) for row in _rows("known_names.txt")}
    return rows.get((sort, part), ())


@cache
def neighbours(sort: str, name: str, without: str = "") -> tuple[str, ...]:
    """Return the peoples or countries that stand with a name in its first group, one group left out if wanted."""
    groups = (row[2].split(", ") for row in _rows("neighbours.txt") if row[0] == sort and row[1] != without)
    group = next((group for group in groups if name in group), [])
    return tuple(other for other in group if other != name)


@cache
def all_neighbours(sort: str, name: str) -> frozenset[str]:
    """Return all peoples or countries that stand with a name in any of its groups."""
    groups = (row[2].split(", ") for row in _rows("neighbours.txt") if row[0] == sort)
    return frozenset(other for group in groups if name in group for other in group if other != name)


@cache
def known_people() -> tuple[tuple[str, ...], ...]:
    """Return the people whom everybody knows, each with all names that are used for them."""
    return tuple(tuple(row) for row in _rows("known_people.txt"))


@cache
def is_somebody_else(surname: str, full: str) -> bool:
    """Say whether a surname alone means somebody better known than the one of that name: Mozart is not Leopold."""
    groups = [group for group in known_people() if surname in {name.split()[-1] for name in group}]
    return bool(groups) and not any(full in group for group in groups)


@cache
def person_words(sort: str) -> frozenset[str]:
    """Return the titles or the callings that stand beside a person's name."""
    line = next(line for line in _lines("person_words.txt") if line.startswith(sort + ":"))
    return frozenset(line.split(":")[1].split())
