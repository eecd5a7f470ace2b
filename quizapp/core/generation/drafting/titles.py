"""What a title tells: its bare words, and the person it names."""

import re
from collections.abc import Sequence

from quizapp.core.generation.extraction.repair import find_hero
from quizapp.core.generation.mentions.gazetteer import gender_of
from quizapp.core.generation.mentions.roster import Roster, looks_like_person

_PARTS = re.compile(r"\s*[:;,–—|]\s+|\s+-\s+")
_MARKS = ".,:;!?()[]'\"“”‘’"
LEAST_NAMED = 3


def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title, each once, without marks and without the 's of an owner."""
    bare = (re.sub(r"[’']s$", "", word.strip(_MARKS)) for word in title.split())
    return tuple(dict.fromkeys(word for word in bare if word))


def hero_of(titles: Sequence[str], words: Sequence[str], roster: Roster) -> str:
    """Return the person a document is about: one that a part of its title names in full, or else the best known."""
    for title in titles:
        for part in _PARTS.split(title):
            name = part.split()
            if (
                looks_like_person(name)
                and gender_of(part)
                and roster.counts.get(name[-1], 0) + roster.counts.get(part, 0) >= LEAST_NAMED
            ):
                return part
    return find_hero(words, roster)
