"""Asking for the last name of a list, the others left in the question: 'the patents of Tesla, Lodge and ____'."""

import re
from collections.abc import Iterator, Sequence

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.name_rules import is_known
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.drafting.wrong_names import wrong_names
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.mentions.mention import Mention

_BETWEEN = re.compile(r",\s+(?:the\s+)?")
_LAST = re.compile(r",?\s+and\s+")
_GOES_ON = re.compile(r"[.,;]|$|\s+(?:in|at|on|to|for|from|with|by|as|was|were|had|who|which|during|after|before)\b")
_UNBOUND = re.compile(r"\b(?:such as|like|including|both|between)\s+(?:the\s+)?$|[’'-]$|\b[A-Z][\w.]*\s$")
_TYPES = {"person": "person", "place": "place"}
LISTED = " listed"
TYPED = "a typed name may be written in ways that are not accepted"
UNSURE = "what the name stands for is not sure"


def listed_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for the last of the names that a sentence about one event lists."""
    if not any(tag in {"VBD", "AVBD"} for tag in statement.syntax.tags):
        return
    for number, last in enumerate(statement.mentions):
        names = _before(statement, number)
        if names and _may_be_asked(statement, names, last, setting):
            yield _candidate(statement, last, setting)


def _before(statement: Statement, number: int) -> Sequence[Mention]:
    """Return the names that lead up to one by commas, and to it by 'and'."""
    found: list[Mention] = []
    after, joint = statement.mentions[number], _LAST
    for mention in reversed(statement.mentions[:number]):
        alike = (mention.sort, mention.subsort) == (after.sort, after.subsort)
        if not alike or not joint.fullmatch(statement.text[mention.end : after.start]):
            break
        found.insert(0, mention)
        after, joint = mention, _BETWEEN
    return found


def _may_be_asked(statement: Statement, names: Sequence[Mention], last: Mention, setting: Setting) -> bool:
    text = statement.text
    if last.sort not in {"person", "place", "name"} or is_known(last, setting):
        return False
    if not (_GOES_ON.match(text[last.end :]) or _does(statement, last)) or _UNBOUND.search(text[: names[0].start]):
        return False
    words = set(re.findall(r"\w{3,}", last.text))
    return not words & set(re.findall(r"\w{3,}", text[: last.start] + text[last.end :]))


def _does(statement: Statement, last: Mention) -> bool:
    """Say whether a verb follows a name: the list is who did it."""
    words = statement.syntax.words_within(last.start, last.end)
    return bool(words) and statement.syntax.tags[min(words[-1] + 1, len(statement.syntax) - 1)] in {"VBD", "AVBD"}


def _candidate(statement: Statement, last: Mention, setting: Setting) -> Candidate:
    wrong = wrong_names(last, statement, setting)
    typed = () if len(wrong) > 1 else (*((UNSURE,) if last.sort == "name" else ()), TYPED)
    full = last.value if last.sort == "person" and last.value and last.value != last.text else ""
    ask = Ask(
        slot="",
        answer=Answer(_TYPES.get(last.sort, "term"), last.text),
        sentence=statement.gap(last),
        accept=(full,) if full else (),
        hint=f"{'a name' if ' ' not in last.text else 'a longer name'}, beginning with {last.text[0]}",
        supported_by=() if last.text in statement.quote else (last.text.split()[-1],),
        distractors=tuple(Distractor(name, NO_REASON) for name in wrong),
    )
    return Candidate(statement, last, ask, f"{last.sort}{LISTED}", 0.9, (*statement.doubts, *typed))
