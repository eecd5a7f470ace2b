"""Asking for years that are counted by an era: '776 BC', 'AD 79'."""

import random
import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.spread import spread
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.mentions.mention import Mention

_ERA = r"(?:BCE?|CE|AD|B\.C\.(?:E\.)?|A\.D\.)"
_YEAR = re.compile(
    rf"\b(?:in|from|to|until|around|about|by|since|circa|c\.|and) (?:(?:the year|year|around|about|c\.) )?"
    rf"(?:AD )?(?P<year>\d{{1,4}})(?P<era> {_ERA}|(?= to \d{{1,4}} {_ERA})|(?<=AD \d)|(?<=AD \d\d)|(?<=AD \d\d\d))"
    r"(?![\w–-])",
    re.IGNORECASE,
)
_STEPS = {100: (100, 200, 300, 400, 500), 50: (50, 100, 150, 200), 10: (10, 20, 30, 40, 50), 1: (4, 6, 8, 11, 14, 17)}
MOST = 3


def era_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each year of an era that something particular is told of."""
    found = list(_YEAR.finditer(statement.text))
    if not any(mention.sort not in {"year", "number"} for mention in statement.mentions):
        return
    for match in found:
        yield _candidate(statement, match, setting, {int(other["year"]) for other in found})


def _candidate(statement: Statement, match: re.Match[str], setting: Setting, taken: set[int]) -> Candidate:
    start, end = match.span("year")
    mention = Mention(start, end, match["year"], "period", "year", match["year"], ("form",))
    dice = setting.dice("eras", statement.place(mention))
    wrong = _wrong_years(int(match["year"]), taken, dice)
    era = match["era"].strip()
    ask = Ask(
        slot="",
        answer=Answer("text", match["year"]),
        sentence=statement.gap(mention),
        accept=(f"{match['year']} {era}",) if era else (),
        hint="a year",
        distractors=tuple(Distractor(str(year), NO_REASON) for year in wrong) if len(wrong) > 1 else (),
    )
    return Candidate(statement, mention, ask, "year of an era", 1.1, statement.doubts)


def _wrong_years(key: int, taken: set[int], dice: random.Random) -> list[int]:
    """Return wrong years as round as the key is."""
    grain = next(grain for grain in _STEPS if key % grain == 0)
    made = [key + sign * step for step in _STEPS[grain] for sign in (-1, 1)]
    dice.shuffle(made)
    offers = [year for year in made if year > 0 and year not in taken]
    return spread(key, offers, dice, lambda one, other: one != other, MOST)
