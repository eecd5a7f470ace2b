"""Titles and offices before a person's name, and what stands between the first name and the last.

"Soviet Foreign Minister Vyacheslav Molotov" is "Vyacheslav Molotov". All that is left out must be of the closed lists
here, name an office and end in it or in its country, so that "British Columbia", "Soviet Germany" and "President of
France" stay as they are. Between two names only a patronymic or an initial with its point is left out: John Quincy
Adams is not John Adams.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.core.kinds.folding import words_of

from .folding import OPENINGS, PREPOSITIONS, REMEMBERED, last_name_first
from .word_lists import listed

OFFICES = frozenset(
    listed(
        "mr mrs ms miss dr sir lord lady dame baron baroness count countess duke duchess prince princess king queen "
        "emperor empress regent tsar czar kaiser sultan pope cardinal archbishop bishop comrade minister premier "
        "president chancellor chairman ambassador envoy diplomat politician statesman leader secretary senator "
        "governor mayor dictator general marshal admiral colonel captain professor scientist physicist "
        "chemist mathematician philosopher writer author poet composer painter explorer"
    )
)
NATIONS = frozenset(
    listed(
        "soviet russian american us british english scottish welsh irish french german austrian italian spanish "
        "portuguese dutch belgian luxembourgish danish norwegian swedish finnish polish czech hungarian romanian "
        "bulgarian yugoslav greek turkish chinese japanese korean indian canadian australian egyptian"
    )
)
COUNTRIES = frozenset(
    listed(
        "ussr union usa us states uk kingdom britain england scotland ireland france germany austria italy spain "
        "portugal netherlands belgium luxembourg denmark norway sweden finland poland hungary greece turkey russia "
        "china japan india canada australia egypt republic empire"
    )
)
BESIDE = frozenset(listed("foreign prime senior chief then united federal the a an of for affairs"))
LISTED = OFFICES | NATIONS | COUNTRIES | BESIDE
ENDS = OFFICES | COUNTRIES | {"affairs"}
NOT_FIRST = BESIDE | PREPOSITIONS  # "President of France" is not France
PATRONYMIC = re.compile(r"[^\W\d_]+[oe]v(?:ich|ych|na)|il[yi]i?ch|nikitich|kuzmich|lukich|fomich", re.IGNORECASE)
INITIAL = re.compile(r"[^\W\d_]\.")


def folded(word: str) -> str:
    """The word as the lists have it."""
    return "-".join(words_of(word))


def may_be_person(form: str) -> bool:
    """Whether an accepted form may be somebody's name: no office, no "X of Y", no initials such as NATO."""
    words = form.split()
    names = [folded(word) for word in words]
    acronym = len(words) == 1 and len(form) > 1 and form.isupper()
    return words[-1][0].isupper() and names[-1] not in LISTED and not {"of", "for"} & set(names) and not acronym


def untitled_names(text: str) -> list[str]:
    """What is left of the text behind each office, with its country, that it opens with."""
    words = text.split()
    names = [folded(word) for word in words]
    start = next((place for place, name in enumerate(names) if name not in OPENINGS), len(names))
    end = next((place for place in range(start, len(names)) if names[place] not in LISTED), len(names))
    places = [place for place in range(start + 1, min(end + 1, len(words))) if names[place - 1] in ENDS]
    places = [place for place in places if names[place] not in NOT_FIRST and OFFICES & set(names[start:place])]
    return [" ".join(words[place:]) for place in places]


def without_middle(text: str) -> str | None:
    """The first and the last of three names, if the middle one is a patronymic or an initial with its point."""
    words = text.split()
    if len(words) != 3 or not (PATRONYMIC.fullmatch(words[1]) or INITIAL.fullmatch(words[1])):
        return None
    return f"{words[0]} {words[2]}"


@lru_cache(REMEMBERED)
def plain_names(text: str) -> tuple[str, ...]:
    """The text without the titles before the name that it may be; the text itself is not among them."""
    turned = last_name_first(text)
    found = [*untitled_names(text), *(untitled_names(turned) if turned != text else [])]
    return tuple(dict.fromkeys(name for name in found if words_of(name)))


@lru_cache(REMEMBERED)
def short_names(text: str) -> tuple[str, ...]:
    """The first and last name alone that the text gives with more between them, with a title or without."""
    texts = (text, last_name_first(text), *plain_names(text))
    return tuple(dict.fromkeys(filter(None, map(without_middle, texts))))
