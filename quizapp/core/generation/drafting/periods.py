"""Asking for centuries and decades."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.language.word_lists import any_phrase
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.periods import find_periods, shown_period

_AT = re.compile(rf"\b{any_phrase('at a period')}[ -](?:early |late |mid-?|mid )?(?:the )?$", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:since|until|before|after|by|from|to|and|between|through|or)\s+(?:the\s+)?(?:early |late |mid-?)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[\s-]*(?:century|centuries)?\s*(?:and|or|to|–|-|,)\s*(?:the\s+)?(?:\d|[a-z]+(?:st|nd|rd|th)\b)")


def period_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each century or decade in which a statement places something."""
    periods = find_periods(statement.text)
    if len(periods) != 1:
        return
    mention = periods[0]
    before, after = statement.text[: mention.start], statement.text[mention.end :]
    if (
        _OPEN.search(before)
        or not _AT.search(before)
        or _JOINED.match(after)
        or re.match(r"[\s-]*centur(?:y|ies) BC", after)
    ):
        return
    wrong = _wrong_periods(mention, statement, setting)
    if not statement.mentions or len(wrong) < 2:
        return
    ask = Ask(
        slot="",
        answer=Answer("text", mention.text),
        sentence=statement.gap(mention),
        hint=f"a {mention.subsort}",
        distractors=tuple(Distractor(text, NO_REASON) for text in wrong),
    )
    yield Candidate(statement, mention, ask, f"period {mention.subsort}", 1.05, statement.doubts)


def _wrong_periods(mention: Mention, statement: Statement, setting: Setting) -> list[str]:
    step = 1 if mention.subsort == "century" else 10
    key = int(mention.value)
    last = 20 if step == 1 else max([*setting.years(), key]) // 10 * 10
    offers = [key + step * by for by in (-3, -2, -1, 1, 2) if 1 < key + step * by <= last]
    told = [number for number in offers if step == 1 or number >= min([*setting.years(), key]) // 10 * 10]
    offers = told if len(told) > 1 else offers
    setting.dice("periods", statement.place(mention)).shuffle(offers)
    return [text for number in sorted(offers[:3]) if (text := shown_period(mention, number))]
