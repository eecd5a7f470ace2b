"""When a name must not be asked for."""

import re

from quizapp.core.generation.drafting.countries import code_of, codes_in, nations_in
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.gazetteer import nationalities
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.names import COUNTRYMAN, NOBLE

_NEIGHBOUR = re.compile(
    r"(?:[-–/’'\"“]|[A-Z]\w+ [\"“‘][A-Z][^\"”’]{1,20}[\"”’]\s|\d(?:st|nd|rd|th)\s|\b[A-Z][\w.]*\s"
    r"|\b(?:called|named|the so-called)\s+)$"
)
_OFFICE = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, word_list("offices before names")))) + r")\s+$")
_SAYING = re.compile(r" (?:said|says|told|adds?|added|explains?|explained|argues?|argued|believes?|thinks?)\b")
_EXAMPLE = re.compile(rf"\b{any_phrase('examples')}\s+(?:the\s+)?$", re.IGNORECASE)
_FOLLOWING = re.compile(
    r"(?:\s?[-–/’'\"”]|\s[A-Z(]|\s(?:and|or|to)\s+(?:the\s+)?[A-Z]|,\s+(?:and\s+|or\s+)?(?:the\s+)?[A-Z]"
    r"|\s(?:and|or)\s+(?:other|its|his|her|their)\b)"
)
_LISTED = re.compile(
    r"(?:[A-Z][\w.’'-]*(?:\s+(?:of|the|de)\s+[A-Z]\w*)?,?\s+(?:and|or)\s+(?:the\s+)?|[A-Z]\w*,\s+(?:the\s+)?)$"
)
# 'The Curse of the ____', 'Rupert's ____', '____ of Hauteville', '____ 810': a gap must not split a name.
_PART = re.compile(r"(?:[a-z,] (?:The )?|^The )?[A-Z][\w’']+ (?:of|to|for|on) (?:the )?$|[A-Z]\w*[’']s? $")
_PART_AFTER = re.compile(r" of (?:the )?[A-Z\d]| \d{2,4}(?![\d,]* [a-z])| the [A-Z]\w+(?! [A-Z])")
_JOINED = re.compile(r"\b(?:" + "|".join(sorted(NOBLE)) + r")\s+$")
_CAPITAL = re.compile(r",? (?:then |now |today )?the (?:[a-z]+ )?capital\b")
LEAST_SHARED, MOST_ADDED = 4, 4
_DESCRIBED = frozenset({"NN", "NNS", "NNP", "NNPS", "POS", "HYPH"})


def why_not(statement: Statement, mention: Mention, setting: Setting) -> str:
    """Return why a name must not be asked, or nothing."""
    text = statement.text
    before, after = text[: mention.start], text[mention.end :]
    if is_known(mention, setting):
        return "it is in the title or everywhere"
    if _stands_elsewhere(mention, before + " " + after):
        return "a word of it stands elsewhere in the sentence"
    title = " ".join(setting.title)
    if mention.subsort == "country" and code_of(mention.text) in nations_in(title) | codes_in((before, after)):
        return "its people are named in the sentence"
    if mention.subsort == "city" and _CAPITAL.match(after):
        return "it is told what it is the capital of"
    called = COUNTRYMAN.fullmatch((before.split() or [""])[-1])
    office = mention.sort == "person" and (_OFFICE.search(before) or called)
    if (_NEIGHBOUR.search(before) and not office) or _FOLLOWING.match(after) or _LISTED.search(before):
        return "it is part of a longer name or of a list"
    if _PART.search(before) or _PART_AFTER.match(after) or _JOINED.search(before):
        return "it is part of a longer name or of a list"
    if _SAYING.match(after) and before.rstrip().endswith(("which", "that", "what", ",")):
        return "it is said in passing who said so"
    if _EXAMPLE.search(before):
        return "it is one example of several"
    if mention.text.isupper() and len(mention.text) < 7:
        return "it is an abbreviation"
    return "it describes another word" if _describes(statement, mention) else ""


def is_known(mention: Mention, setting: Setting) -> bool:
    """Say whether the title gives the name away, or everybody would think of it."""
    words = {word.lower() for word in re.findall(r"\w{3,}", mention.text)}
    if setting.hero and setting.hero in mention.text.split():
        return True
    title = {word.lower().removesuffix("s") for word in setting.title}
    stems = {word[:6] for word in title if len(word) > 6}
    if any(word[:6] in stems for word in words):
        return True
    return bool({word.removesuffix("s") for word in words} & title) or (
        mention.text in word_list("too known") or mention.text in nationalities() or not words
    )


def _stands_elsewhere(mention: Mention, rest: str) -> bool:
    """Say whether the rest holds a word of the name, or one made of it, as 'Egyptian' is of 'Egypt'."""
    words = {word.lower().removesuffix("s") for word in re.findall(r"\w{3,}", mention.text)}
    others = {word.lower().removesuffix("s") for word in re.findall(r"\w{3,}", rest)}
    return bool(words & others) or any(is_made_of(word, other) for word in words for other in others)


def is_made_of(word: str, other: str) -> bool:
    """Say whether one of two words is the other with a few letters more, as 'Darwinian' is of 'Darwin'."""
    short, long = sorted((word.lower(), other.lower()), key=lambda text: (len(text), text))
    return len(short) >= LEAST_SHARED and long.startswith(short) and len(long) - len(short) <= MOST_ADDED


def _describes(statement: Statement, mention: Mention) -> bool:
    syntax = statement.syntax
    inside = syntax.words_within(mention.start, mention.end)
    if not inside or syntax.tags[min(inside[-1] + 1, len(syntax) - 1)] in _DESCRIBED:
        return True
    ahead = [syntax.tags[k] for k in range(inside[-1] + 1, min(inside[-1] + 3, len(syntax)))]
    if ahead[:1] == ["JJ"] and ahead[1:2] in (["NN"], ["NNS"]):
        return True
    alone = len(inside) == 1 and syntax.heads[inside[0]] > inside[0]
    return alone and syntax.roles[inside[0]] in {"compound", "nmod:poss"}
