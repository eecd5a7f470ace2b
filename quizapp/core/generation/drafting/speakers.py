"""Whether a name that stands beside a speech verb is surely a person's, and how that person is called in full."""

import re
from collections.abc import Mapping
from functools import lru_cache

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.gazetteer import nationalities, person_words, places
from quizapp.core.generation.mentions.heads import NOT_PEOPLE

_SPOKE = any_phrase("spoke")
_HE_SPOKE = re.compile(rf"\b(?:[Hh]e|[Ss]he) {_SPOKE}\b")
_ALONE = re.compile(rf"(?<![\w’'-] )(?<!\w )\b([A-Z][\w’'-]+) {_SPOKE}\b|\b{_SPOKE} ([A-Z][\w’'-]+)(?=[.,]|$)")
_FULL = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+)")


def full_speaker(name: str, setting: Setting) -> str:
    """Return the full name of the person who speaks under a name, or nothing where it is not sure that it is one."""
    bare = _without_titles(name)
    roster = setting.roster
    full = roster.full_names.get(bare, bare)
    if any(roster.sorts.get(form, ("",))[0] == "person" for form in (full, name)):
        return full
    if not bare or {form for form in (full, name) if form in roster.sorts}:
        return ""
    return _by_speaking(bare, setting.text)


def _without_titles(name: str) -> str:
    words = name.split()
    while words and words[0] in person_words("titles") | word_list("offices before names"):
        words = words[1:]
    return " ".join(words)


def _by_speaking(name: str, text: str) -> str:
    """Return the name of somebody who speaks under the surname alone, in a document where a he or she speaks."""
    surname = name.split()[-1]
    if surname not in _lone_speakers(text):
        return ""
    owners = _owners(text).get(surname, frozenset())
    full = min(owners) if len(owners) == 1 else ""
    return full if full.endswith(name) and not _is_thing(full) else ""


def _is_thing(name: str) -> bool:
    words = set(name.split())
    return bool(words & NOT_PEOPLE or words & set(nationalities()) or words & word_list("never names")) or any(
        word in places() for word in words
    )


@lru_cache(maxsize=2)
def _lone_speakers(text: str) -> frozenset[str]:
    """Return the single words that speak in a document; nobody's where no he or she speaks, as things seldom do."""
    if not _HE_SPOKE.search(text):
        return frozenset()
    return frozenset(match[1] or match[2] for match in _ALONE.finditer(text))


@lru_cache(maxsize=2)
def _owners(text: str) -> Mapping[str, frozenset[str]]:
    """Return the longer names of a document by their last words."""
    found: dict[str, set[str]] = {}
    for name in _FULL.findall(text):
        found.setdefault(name.split()[-1], set()).add(name)
    return {surname: frozenset(names) for surname, names in found.items()}
