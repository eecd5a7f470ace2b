"""What keeps a draft out of the ready tier though its statement stands: weak options, an open blank, a long stem."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting, other_mentions
from quizapp.core.generation.drafting.told_again import is_told_again
from quizapp.core.generation.drafting.wrong_names import RULED_OUT, is_ill_cut
from quizapp.core.generation.extraction.statement import Statement

# Beyond so many words few stems that ask for a number or a place were judged clean.
LONGEST = 34
_TELLING = frozenset({"year", "date", "month", "person"})
LEAST_ASKED = 7
OWN_OPTIONS = 1
_TIMES = frozenset({"year", "date", "month"})
_WHO = re.compile(r"(?:Who|Which|What)\b|(?:In|On|From) [^,]{3,40}, (?:who|which)\b")

_ELSEWHERE = re.compile(
    r"\b(?:already|common|widespread|popular|well known|familiar|as in) (?:[\w-]+ ){0,6}(?:in|of|to) (?:the )?$"
)
# A nation in arms is seldom in doubt: who could have invaded is known beforehand.
_DEED = re.compile(
    r" (?:invasion|occupation|attack|conquest|bombing|assault|offensive|advance|annexation|blockade|raid)s?\b"
)
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
_TWICE = re.compile(rf"({_NAME})(?: \([A-Z][^)\d]{{1,30}}\)|,? or (?:the )?[A-Z]\w+)")


def readiness_doubts(candidate: Candidate, setting: Setting) -> Iterator[str]:
    """Yield what in the options, the blank or the length of a question its teacher had better look at."""
    statement = candidate.statement
    words = sum(token.text[0].isalnum() for token in statement.syntax.tokens)
    if words > LONGEST and candidate.mention.sort not in _TELLING:
        yield f"it is longer than {LONGEST} words"
    if statement.how == "said aside" and "," in statement.text:
        yield "it is said in passing, and put together from pieces"
    if candidate.mention.sort in _TIMES and is_told_again(statement, candidate.mention, setting):
        yield "the document tells it of another year too"
    question = candidate.ask.question
    if _WHO.match(question) and len(question.split()) < LEAST_ASKED and candidate.mention.sort != "term":
        yield "it says too little to know who or what is meant"
    if len(candidate.ask.distractors) > 1:
        yield from _option_doubts(candidate, setting)
    else:
        yield from _typed_doubts(candidate, setting)


def _option_doubts(candidate: Candidate, setting: Setting) -> Iterator[str]:
    if candidate.pattern in {"word nations"}:
        own = sum(setting.words[row.text.lower()] > 0 for row in candidate.ask.distractors)
        if own < OWN_OPTIONS or _DEED.match(candidate.statement.text[candidate.mention.end :]):
            yield RULED_OUT


def _typed_doubts(candidate: Candidate, setting: Setting) -> Iterator[str]:
    """Yield why a typed name may be refused though it is right, or fit where another name would."""
    mention, statement = candidate.mention, candidate.statement
    if mention.sort == "name" and not _is_pinned(statement, candidate):
        yield "little in the sentence tells which name is wanted"
    if candidate.pattern == "term explained":
        yield "another word of the kind might be true as well"
    if mention.sort == "place" and _ELSEWHERE.search(statement.text[: mention.start]):
        yield "it may be true of other places as well"
    if mention.sort == "person" and is_ill_cut(mention.text):
        yield "a word that is no name stands before the name"
    longer = set(setting.roster.longer.get(mention.text, ())) - {*candidate.ask.accept}
    if mention.sort == "name" and longer:
        yield "the document writes the name in a longer way too"
    if mention.sort in {"name", "person", "place"} and mention.text in _named_twice(setting.text):
        yield "the name is written in other ways too"


def _is_pinned(statement: Statement, candidate: Candidate) -> bool:
    """Say whether a time, a number or two other names stand beside a typed name."""
    others = other_mentions(statement, candidate.mention)
    timed = any(other.sort in _TIMES for other in others)
    return timed or sum(other.sort not in {"number"} for other in others) > 1


@lru_cache(maxsize=4)
def _named_twice(text: str) -> frozenset[str]:
    """Return the names that a bracket or an 'or' behind them gives another way: 'Dvina (Daugava)'."""
    return frozenset(_TWICE.findall(text))
