"""The forms under which one typed answer may be compared with another."""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.core.kinds.folding import content_words, words_of

from .number_words import merge_numbers
from .word_lists import listed

Words = tuple[str, ...]

REMEMBERED = 4096  # texts; a class answers the same questions, and one answer is compared with many forms

TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir"})
ROMAN = {
    word: str(value)
    for value, word in enumerate(listed("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"), 1)
}
OPENINGS = frozenset(
    listed("it its is was were are be they he she this that these i think believe my answer called stands stood")
)
PREPOSITIONS = frozenset(listed("in at on by from to with as for of during into"))
LIST = re.compile(r"[,;&\n]|\band\b", re.IGNORECASE)
SPELLINGS = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=\w{3})ys(?=(?:e|ed|es|er|ing)$)"), "yz"),
    (re.compile(r"(?<=\w{2})our(?=(?:s|ed|ing|able|ite|al|er|ers|hood|ly|ful)?$)"), "or"),
    (re.compile(r"(?<=[tb])re(?=s?$)"), "er"),
    (re.compile(r"^(def|off|lic|pret)ence"), r"\1ense"),
    (re.compile(r"^(program)me(?=s?$)"), r"\1"),
    (re.compile(r"^gray(?=(?:s|ed|ing)?$)"), "grey"),
)


def spell(word: str) -> str:
    """The word in one of its two English spellings."""
    for pattern, spelling in SPELLINGS:
        word = pattern.sub(spelling, word)
    return "mount" if word == "mt" else word


def untitled(words: list[str]) -> list[str]:
    """The words without Mr, Dr and their like, and `St` written out."""
    bare = [word for word in words if word not in TITLES] or words
    last = len(bare) - 1
    return [("street" if place == last else "saint") if word == "st" else word for place, word in enumerate(bare)]


def romans(words: list[str]) -> set[Words]:
    """The words with Roman numerals in figures, once as 8 and once as 8th; a first word is never a numeral."""
    found = {tuple(words)}
    if any(word in ROMAN for word in words[1:]):
        for ending in ("", "th"):
            rest = [f"{ROMAN[word]}{ending}" if word in ROMAN else word for word in words[1:]]
            found.add((words[0], *rest))
    return found


@lru_cache(REMEMBERED)
def forms(text: str) -> frozenset[Words]:
    """The text as words folded of case, accents, titles, spelling and figures, with and without "a"; empty if none."""
    indefinite = [word for word in words_of(text) if word != "the"]
    found: set[Words] = set()
    for words in (content_words(text), indefinite):
        if words:
            found |= romans(merge_numbers([spell(word) for word in untitled(words)]))
    return frozenset(found)


@lru_cache(REMEMBERED)
def squeezed(text: str) -> frozenset[str]:
    """The forms of a text without the spaces in them."""
    return frozenset(map(squeeze, forms(text)))


def squeeze(words: Words) -> str:
    """The words without the spaces between them, but for those that keep two numbers apart."""
    return re.sub(r"(?<!\d) | (?!\d)", "", " ".join(words))


def inverted(words: Words) -> Words:
    """ "Treaty of Brussels" as "Brussels Treaty"."""
    if words.count("of") != 1 or words[0] == "of" or words[-1] == "of":
        return words
    place = words.index("of")
    return words[place + 1 :] + words[:place]


def opened(words: Words) -> tuple[Words, Words]:
    """The prepositions a text opens with, and the rest; "it was" and the like are dropped, the last word never is."""
    start = 0
    while start < len(words) - 1 and words[start] in OPENINGS:
        start += 1
    end = start
    while end < len(words) - 1 and words[end] in PREPOSITIONS:
        end += 1
    return words[start:end], words[end:]


def say_the_same(typed: str, form: str) -> bool:
    """Whether two texts are one answer written in two ways."""
    return bool(squeezed(typed) & squeezed(form))


def last_name_first(text: str) -> str:
    """ "Molotov, Vyacheslav" as "Vyacheslav Molotov"."""
    turned = re.sub(r"^([^,]*[^\W\d_][^,]*),([^,]*[^\W\d_][^,]*)$", r"\2 \1", text)
    return turned.strip()


@lru_cache(REMEMBERED)
def loose_forms(text: str) -> frozenset[tuple[Words, str]]:
    """The opening prepositions and the squeezed rest of each form, turned round "of" and a comma as well."""
    found = set()
    for words in forms(text) | forms(last_name_first(text)):
        opening, rest = opened(words)
        found |= {(opening, squeeze(rest)), (opening, squeeze(inverted(rest)))}
    return frozenset(found)


@lru_cache(REMEMBERED)
def listed_parts(text: str) -> tuple[str, ...]:
    """The members of a list such as "Belgium, France and Luxembourg", folded and sorted; one if it is no list."""
    return tuple(sorted(min(part) for part in map(squeezed, LIST.split(text)) if part))


def list_the_same(typed: str, form: str) -> bool:
    """Whether two texts name the same things in another order; figures parted by commas are no list."""
    parts = listed_parts(form)
    return len(parts) > 1 and all(re.search(r"[^\W\d]", part) for part in parts) and listed_parts(typed) == parts


def mean_the_same(typed: str, form: str) -> bool:
    """Whether two texts are one answer but for "it was", a preposition before it, or "X of Y" for "Y X"."""
    ours, theirs = loose_forms(typed), loose_forms(form)
    return list_the_same(typed, form) or any(
        rest == other_rest and (opening == other_opening or not opening or not other_opening)
        for opening, rest in ours
        for other_opening, other_rest in theirs
    )
