"""Asking for years that no "in" stands before: since 1983, the Great Exhibition of 1851, closed 2 May 1900."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.drafting.wrong_times import wrong_times
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.language.word_lists import any_phrase
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.times import shown_date
from quizapp.core.kinds import PartialDate

_SINCE = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Aa]s (?:early|late) as)(?: early| late)?\s+$")
_EVENT_OF = re.compile(rf"\b{any_phrase('dated events')} of\s+$")
_EVENT_AFTER = re.compile(rf"\s+(?:[A-Z]\w+ ){{0,3}}{any_phrase('dated events')}\b")
# The year is what names the War of 1812: without it no name is left.
_IN_A_NAME = re.compile(
    r"\b(?:Wars?|Panic|Compromise|Revolutions?|Crash|Crisis|Rebellion|Rising|Uprising|Blizzard) of\s+$"
)
_FOURTH = re.compile(r"^\s+(?:\w+ )?(?:Olympics?|Olympic Games|World Cup)\b")
_DID = re.compile(rf"\b{any_phrase('done on a day')}\s+$")
_RANGE = re.compile(r"\s*(?:[–—/-]|(?:to|and|or|until)\s+\d)")


def loose_time_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each year or date that is bound to the statement by another word than 'in' or 'on'."""
    for mention in statement.mentions:
        if mention.sort in {"year", "date", "month"} and _is_bound(statement.text, mention):
            yield _candidate(statement, mention, setting)


def _is_bound(text: str, mention: Mention) -> bool:
    before, after = text[: mention.start], text[mention.end :]
    if _RANGE.match(after):
        return False
    if mention.sort != "year":
        return bool(_DID.search(before) or _SINCE.search(before))
    named = before.endswith(("the ", "The ")) and _EVENT_AFTER.match(after)
    return not _IN_A_NAME.search(before) and bool(named or _SINCE.search(before) or _EVENT_OF.search(before))


def _candidate(statement: Statement, mention: Mention, setting: Setting) -> Candidate:
    parts = [int(part) for part in mention.value.split("-")]
    date = PartialDate(parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None)
    year = mention.sort == "year"
    answer = Answer("year" if year else "date", date)
    ask = Ask(
        slot="",
        answer=answer,
        shown="" if year else shown_date(mention.value, american=mention.text[0].isalpha()),
        sentence=statement.gap(mention),
        hint={"year": "a year", "month": "a month and year", "date": "a date"}[mention.sort],
        distractors=tuple(Distractor(text, NO_REASON) for text in _wrong(statement, mention, setting)),
        supported_by=(mention.text,) if mention.text != answer.written() else (),
    )
    return Candidate(statement, mention, ask, f"{mention.sort} loose", 1.0, statement.doubts)


def _wrong(statement: Statement, mention: Mention, setting: Setting) -> list[str]:
    """Return wrong years; what is held every fourth year has wrong years as far apart."""
    if mention.sort == "year" and _FOURTH.search(statement.text[mention.end :]):
        return [str(int(mention.value) + step) for step in (-8, -4, 4)]
    return wrong_times(statement, mention, setting, "at")
