"""Asking what letters stand for, where the document spells them out: 'iodine deficiency disorders (IDD)'."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.made import made_statement
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.writings import writings_of
from quizapp.core.generation.extraction.statements import Source
from quizapp.core.generation.facts import Answer, Ask
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.mention import Mention

_AFTER = re.compile(r"(?P<words>(?:[\w’'&-]+ ){1,8})\((?P<letters>[A-Z][A-Za-z]{1,7}|[A-Z]{1,3}[1-3])\)")
_BEFORE = re.compile(r"\b(?P<letters>[A-Z]{2,7}s?) \((?P<words>(?:[\w’'&-]+ ){1,6}[\w’'&-]+)\)")
_COUNTED = {"1": "first", "2": "second", "3": "third"}
_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "le", "du", "der", "di", "et", "y"]
)


def letter_candidates(source: Source, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each abbreviation that a sentence spells out."""
    text = setting.text[source.start : source.end]
    for match in [*_AFTER.finditer(text), *_BEFORE.finditer(text)]:
        words = spelled(match["words"].split(), match["letters"])
        if words:
            yield _candidate(source, match, words)


def letters_of(text: str) -> dict[str, str]:
    """Return what each abbreviation stands for that a text spells out once, where a reader may not know it."""
    found: dict[str, set[str]] = {}
    for match in [*_AFTER.finditer(text), *_BEFORE.finditer(text)]:
        words = spelled(match["words"].split(), match["letters"])
        if words and match["letters"].isupper() and match["letters"] not in word_list("known abbreviations"):
            found.setdefault(match["letters"], set()).add(words)
    return {letters: min(words) for letters, words in found.items() if len(words) == 1}


def spelled(words: list[str], letters: str) -> str:
    """Return the words at the end of a stretch that letters are short for, or nothing."""
    if letters[-1] in _COUNTED:
        return _numbered(words, letters)
    wanted = re.sub(r"[^A-Z]", "", letters).lower()
    if len(wanted) < 2:
        return ""
    for first in range(len(words)):
        part = words[first:]
        if (
            part[0][0].isalnum()
            and part[0].lower() not in _SMALL
            and wanted in {_initials(part), _initials(part, leave=True)}
        ):
            return " ".join(part)
    return ""


def _initials(words: list[str], *, leave: bool = False) -> str:
    kept = [word for word in words if not leave or word.lower() not in _SMALL]
    return "".join(part[0].lower() for word in kept for part in re.split(r"[-–]", word) if part)


def _numbered(words: list[str], letters: str) -> str:
    """Return 'second language' for L2."""
    last = words[-2:]
    told = len(last) == 2 and last[0] == _COUNTED[letters[-1]] and last[1][0].upper() == letters[0]
    return " ".join(last) if told and len(letters) == 2 else ""


def _candidate(source: Source, match: re.Match[str], words: str) -> Candidate:
    letters = match["letters"]
    quote = re.search(re.escape(words) + r"\W+" + re.escape(letters) + r"\)", match.group())
    told = f"{letters} stands for {words}."
    exact = quote.group() if quote else match.group()
    statement = made_statement(source, told, exact, source.start + match.start("letters"))
    start = told.index(words, len(letters))
    ask = Ask(
        slot="",
        answer=Answer("term", words),
        question=f"What does the abbreviation '{letters}' stand for?",
        accept=writings_of(words, counted=letters.endswith("s")),
    )
    mention = Mention(start, start + len(words), words, "term", "letters", words, ("pattern",))
    return Candidate(statement, mention, ask, "term letters", 1.1)
