"""Wrong years and dates for a choice: near the key, possible, and not true of the same statement."""

import random
import re
from collections.abc import Callable

from quizapp.core.generation.drafting.setting import Setting, years_in
from quizapp.core.generation.drafting.spread import spread
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.times import shown_date

MOST = 3
# 'rose from 40 in 1821 to 60 in ____': the second year is the later one.
_ROSE_FROM = re.compile(r"\bfrom [^.;]{1,40}? in (\d{4}) to [^.;]{1,40}? (?:in|by) $")
_ROSE_TO = re.compile(r" to [^.;]{1,40}? (?:in|by) (\d{4})\b")

# What an event or a state of things is presupposed by rules out the years on its other side.
_AFTER = re.compile(
    r"\b(?:after|following|since|upon) (?:the |its |their |his |her )?(?:\w+ ){0,2}(?:liberation|independence|war"
    r"|revolution|War|Revolution|unification|partition|armistice|coup|surrender|merger|death|conquest|invasion|accession|restoration)\b"
)
_BEFORE = re.compile(
    r"\b(?:before|prior to|ahead of) (?:the |its |his |her )?(?:\w+ ){0,2}(?:independence|war|War|revolution|death)\b"
)
_FREE = re.compile(r"\bindependent (?:\w+ )?(?:colonies|states?|nation|country|republic)|\b[Cc]onstitutions?\b")

_EVERY_FOUR = re.compile(
    r"\b[Pp]residential (?:\w+ )?(?:nomin\w+|election|candida\w+|campaign|race|primar\w+|bid|ticket)|\bOlympi\w+"
    r"|\b(?:elected|re-?elected|ran for) (?:as )?(?:U\.?S\.? |the )?[Pp]resident\b"
    r"|\bWorld Cup\b|\bNational Convention\b"
)
_EVERY_TEN = re.compile(r"\b(?:[Cc]ensus|turn of the century)\b")


def wrong_times(statement: Statement, mention: Mention, setting: Setting, how: str) -> list[str]:
    """Return up to three wrong years or dates, written as the key is."""
    dice = setting.dice("times", statement.place(mention))
    lowest, highest = _bounds(statement, mention, setting, how)
    if mention.sort == "year":
        key = int(mention.value)
        years = wrong_years(
            key, setting.years(), years_in(statement), (lowest, highest), dice, cycle_of(statement.text, key)
        )
        return [str(year) for year in years]
    american = mention.text[0].isalpha() and mention.sort == "date"
    dates = _wrong_dates(mention, setting, statement, (lowest, highest), dice)
    return [shown_date(value, american=american) for value in dates]


def _bounds(statement: Statement, mention: Mention, setting: Setting, how: str) -> tuple[int, int]:
    """Return what a wrong year must lie between: not past the document's last, not across a span's other end."""
    year = int(mention.value[:4])
    others = years_in(statement) - {year}
    # What one sentence tells happened in its order: a year beyond another of its years is ruled out unread.
    lowest = max([other for other in others if other < year], default=1)
    highest = min([other for other in others if other > year], default=max([*setting.years(), year]))
    if how == "from":
        highest = min([other for other in others if other > year], default=highest) - 1
    if earlier := _ROSE_FROM.search(statement.text[: mention.start]):
        lowest = int(earlier[1]) + 1
    if later := _ROSE_TO.match(statement.text[mention.end :]):
        highest = min(highest, int(later[1]) - 1)
    if _AFTER.search(statement.text) or _FREE.search(statement.text):
        lowest = max(lowest, year)
    if _BEFORE.search(statement.text):
        highest = min(highest, year)
    if how == "to":
        lowest = max([other for other in others if other < year], default=lowest) + 1
    return lowest, highest


def cycle_of(text: str, key: int) -> int:
    """Return after how many years what a statement tells comes again: only years of its round are believed."""
    if key % 4 == 0 and _EVERY_FOUR.search(text):
        return 4
    return 10 if key % 10 == 0 and _EVERY_TEN.search(text) else 1


def wrong_years(
    key: int, known: list[int], taken: set[int], bounds: tuple[int, int], dice: random.Random, cycle: int = 1
) -> list[int]:
    """Return three wrong years: those of the document near the key first, the rest a few years off, none impossible."""
    reach = 7 if key >= 1900 else 9 if key >= 1800 else 15 if key >= 1500 else 30
    steps = (2, 3, 4, 5, 6, 7, 8) if key >= 1800 else (4, 6, 8, 11, 14, 17, 20)
    known = [year for year in known if (year - key) % cycle == 0]
    apart = steps if cycle == 1 else (cycle, 2 * cycle, 3 * cycle, 4 * cycle)
    made = [key + sign * step for step in apart for sign in (-1, 1)]
    dice.shuffle(made)
    near = sorted((year for year in known if abs(year - key) <= reach), key=lambda year: (abs(year - key), year))
    offers = [year for year in (*near, *(year for year in made if year not in known)) if year not in taken]
    possible = [year for year in offers if bounds[0] <= year <= bounds[1] and abs(year - key) > 1]
    return spread(key, possible, dice, lambda one, other: abs(one - other) > 1, MOST)


def _wrong_dates(
    mention: Mention, setting: Setting, statement: Statement, bounds: tuple[int, int], dice: random.Random
) -> list[str]:
    own = {m.value for m in statement.mentions} | {mention.value}
    year = int(mention.value[:4])
    known = sorted({m.value for m in setting.times if m.sort == mention.sort and abs(int(m.value[:4]) - year) <= 10})
    near = sorted(known, key=lambda value: (abs(int(value[:4]) - year), value))[:2]
    made = [value for value in (*_other_days(mention), *_other_years(mention, bounds)) if value not in known]
    dice.shuffle(made)
    possible = _between_others(mention, statement)
    offers = [
        value
        for value in (*near, *made)
        if value not in own and possible(value) and bounds[0] <= int(value[:4]) <= bounds[1]
    ]
    return spread(mention.value, offers, dice, lambda one, other: one != other, MOST)


def _between_others(mention: Mention, statement: Statement) -> Callable[[str], bool]:
    """Return whether a date lies on the key's side of every other time of its statement, told as precisely."""
    others = [m.value for m in statement.mentions if m.sort in {"year", "date", "month"} and m is not mention]

    def lies_between(value: str) -> bool:
        return all(_order(value, other) == _order(mention.value, other) for other in others)

    return lies_between


def _order(one: str, other: str) -> int:
    """Compare two times as far as both are told: -1 for earlier, 0 for the same, 1 for later."""
    length = min(len(one), len(other))
    return (one[:length] > other[:length]) - (one[:length] < other[:length])


def _other_days(mention: Mention) -> list[str]:
    parts = [int(part) for part in mention.value.split("-")]
    found = []
    for by in (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5):
        month = (parts[1] - 1 + by) % 12 + 1
        day = f"-{(parts[2] - 1 + 3 * by) % 28 + 1:02d}" if len(parts) == 3 else ""
        found.append(f"{parts[0]:04d}-{month:02d}{day}")
    return found


def _other_years(mention: Mention, bounds: tuple[int, int]) -> list[str]:
    years = (int(mention.value[:4]) + by for by in (-3, -2, -1, 1, 2, 3))
    return [f"{year:04d}{mention.value[4:]}" for year in years if bounds[0] <= year <= bounds[1]]
