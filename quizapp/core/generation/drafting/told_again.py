"""Whether the document tells the same deed of another year too: then both years are right."""

import re

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.mentions.mention import Mention

_PLAIN = frozenset({"was", "were", "is", "are", "had", "has", "did", "the", "a", "an", "his", "her", "its"})
_WORDS, LEAST = 4, 3
_ENDS = re.compile(r"[.!?](?=\s)|\n")


def is_told_again(statement: Statement, mention: Mention, setting: Setting) -> bool:
    """Say whether another sentence with another year has the main verb and what it acts on in the same words."""
    deed = _deed(statement)
    if not deed:
        return False
    for match in re.finditer(rf"\b{re.escape(deed)}\b", setting.text):
        start, end = _sentence(setting.text, match.start())
        if start <= statement.place(mention) < end:
            continue
        years = {int(time.value[:4]) for time in setting.times if start <= time.start < end}
        if years and int(mention.value[:4]) not in years:
            return True
    return False


def _deed(statement: Statement) -> str:
    """Return the main verb with its object, at most four words, where three of them say something."""
    syntax = statement.syntax
    verb = syntax.root()
    things = [k for k in syntax.children(verb, "obj") if verb < k < verb + _WORDS]
    if not things or not syntax.tags[verb].startswith("VB"):
        return ""
    words = [syntax.tokens[k].text for k in range(verb, things[0] + 1)]
    told = [word for word in words if word.lower() not in _PLAIN]
    return statement.text[syntax.tokens[verb].start : syntax.tokens[things[0]].end] if len(told) >= LEAST else ""


def _sentence(text: str, place: int) -> tuple[int, int]:
    ends = [match.end() for match in _ENDS.finditer(text[max(0, place - 400) : place])]
    start = max(0, place - 400) + (ends[-1] if ends else 0)
    following = _ENDS.search(text, place)
    return start, following.end() if following else len(text)
