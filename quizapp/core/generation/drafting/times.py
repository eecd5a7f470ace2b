"""Asking for years and dates."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.number_rules import is_span_told
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.wrong_times import wrong_times
from quizapp.core.generation.extraction.frame import Frame, ask_with, frame_of
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.times import shown_date
from quizapp.core.kinds import PartialDate

_AT = re.compile(r"\b(?:in|on|during|In|On|During)(?: early| late| the summer of| the spring of| the autumn of)?\s+$")
_FROM_TO = re.compile(r"\b(?:[Ff]rom|[Bb]etween)\s+$")
_END = re.compile(r"\b(?:[Ff]rom|[Bb]etween)\s+(?:[A-Z][a-z]+ )?(?:\d{1,2} )?\d{3,4}\s+(?:to|and|until)\s+$")
_HEDGED = re.compile(
    r"(?:perhaps|about|around|some|nearly|almost|over|more than|at least|up to|roughly)\b", re.IGNORECASE
)
NO_REASON = "The document does not say this."


def time_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each year or date that a statement pins something to."""
    for mention in statement.mentions:
        if mention.sort not in {"year", "date", "month"} or mention.value in setting.title:
            continue
        if (how := _binding(statement, mention)) and not is_span_told(statement, mention):
            yield from _candidate(statement, mention, setting, how)


def _binding(statement: Statement, mention: Mention) -> str:
    """Say how a time is tied to the statement: at, from, to; nothing where other times would be right too."""
    before, after = statement.text[: mention.start], statement.text[mention.end :]
    if re.match(r"\s+or (?:earlier|later|before|after|so)\b", after):
        return ""
    if re.match(r"\s*[–—/-]", after) or (re.match(r"\s+(?:to|and|or)\s+\d", after) and not _FROM_TO.search(before)):
        return ""
    if re.match(r",\s+\d{4}|\s+(?:and|or)\s+(?:in\s+)?\d{3,4}", after) or (
        re.search(r"\d{4},?\s+(?:and|or)?\s*(?:again\s+)?(?:in\s+)?$", before) and not _END.search(before)
    ):
        return ""
    if _AT.search(before):
        return "at"
    if _FROM_TO.search(before):
        return "from" if re.match(r"\s+(?:to|and|until)\s+(?:[A-Z][a-z]+ )?\d", after) else ""
    return "to" if _END.search(before) else ""


def _candidate(statement: Statement, mention: Mention, setting: Setting, how: str) -> Iterator[Candidate]:
    doubts = list(statement.doubts)
    answer = _answer(mention)
    question = _when_question(statement, mention, setting.text) if how == "at" else ""
    distractors = wrong_times(statement, mention, setting, how)
    if not any(
        m.sort not in {"year", "date", "month", "number"} or m.sort == "number"
        for m in statement.mentions
        if m is not mention
    ):
        doubts.append("nothing but the date is particular in it")
    ask = Ask(
        slot="",
        answer=answer,
        shown="" if mention.sort == "year" else shown_date(mention.value, american=mention.text[0].isalpha()),
        question=question,
        sentence=statement.gap(mention),
        hint={"year": "a year", "month": "a month and year", "date": "a date"}[mention.sort],
        distractors=tuple(Distractor(text, NO_REASON) for text in distractors),
        forms=(),
        supported_by=(mention.text,) if mention.text != answer.written() else (),
    )
    yield Candidate(statement, mention, ask, f"{mention.sort} {how}{' asked' if question else ''}", 1.2, tuple(doubts))


def _answer(mention: Mention) -> Answer:
    parts = [int(part) for part in mention.value.split("-")]
    date = PartialDate(parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None)
    return Answer("year" if mention.sort == "year" else "date", date)


def _when_question(statement: Statement, mention: Mention, document: str) -> str:
    """Write 'In what year did ...?' where the date belongs to the main verb beyond doubt."""
    syntax = statement.syntax
    frame = frame_of(syntax, document)
    words = syntax.words_within(mention.start, mention.end)
    if frame is None or not words or words[0] == 0 or _HEDGED.match(frame.subject):
        return ""
    first = words[0] - 1
    if syntax.word(first) not in {"in", "on"} or syntax.word(first - 1) in {"and", "but", "or"}:
        return ""
    head = next((k for k in (syntax.heads[i] for i in words) if k not in words), -1)
    in_front = syntax.tokens[first].start < frame.subject_start
    if in_front and frame.front.count(" ") > len(words):
        return ""
    if not in_front and (head != frame.verb or syntax.tokens[first].start < frame.tail_start):
        return ""
    if not in_front and (_verb_between(statement, frame.verb, first) or _goes_on_alone(statement, mention, frame)):
        return ""
    if not in_front and any(m.sort == mention.sort and m.start > mention.end for m in statement.mentions):
        return ""
    if any(m.sort == mention.sort and frame.tail_start <= m.start < mention.start for m in statement.mentions):
        return ""
    opening = {"year": "In what year", "month": "In what month and year", "date": "On what date"}[mention.sort]
    return ask_with(frame, syntax, opening, (syntax.tokens[first].start, mention.end))


def _goes_on_alone(statement: Statement, mention: Mention, frame: Frame) -> bool:
    """Say whether only the time stands between the verb and a comma: the comma would follow the verb."""
    before = statement.text[statement.syntax.tokens[frame.verb].end : mention.start].split()
    return len(before) == 1 and statement.text[mention.end :].startswith(",")


def _verb_between(statement: Statement, verb: int, place: int) -> bool:
    syntax = statement.syntax
    return any(
        syntax.tags[k].lstrip("A")[:2] == "VB" or syntax.word(k) in {",", "that", "which", "who"}
        for k in range(verb + 1, place)
    )
