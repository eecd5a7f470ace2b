"""Proper names of a sentence, found by their capitals and word classes."""

import re
from collections.abc import Iterator

from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.gazetteer import given_names, nationalities
from quizapp.core.generation.mentions.heads import OF_HEADS, PARTICLES
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.times import MONTHS

# A small word of these joins a first name to a surname even where the first name is not known.
NOBLE = PARTICLES - {"la", "le", "el", "y", "the", "baron"}
COUNTRYMAN = re.compile(r"(?:Scots|English|French|Irish|Dutch|Welsh|Cornish|Norse|Yorkshire)(?:man|men|woman|women)")
_NO_NAME = frozenset(MONTHS) | word_list("never names")


def find_names(syntax: Syntax) -> list[Mention]:
    """Return the proper names of a sentence as untyped mentions."""
    found = []
    i = 0
    while i < len(syntax):
        end = _run_end(syntax, i)
        if end > i:
            i = _past_office(syntax, i, end)
            first, last = syntax.tokens[i], syntax.tokens[end - 1]
            text = syntax.text[first.start : last.end]
            found.append(Mention(first.start, last.end, text, "name"))
        i = max(end, i + 1)
    return found


def _run_end(syntax: Syntax, i: int) -> int:
    if not _opens(syntax, i):
        return i
    end = i + 1
    while step := _next_part(syntax, i, end):
        end += step
    return end


def _past_office(syntax: Syntax, start: int, end: int) -> int:
    """Return where the name itself begins after a nation and an office, as in 'French Ambassador Louis Joxe'."""
    office = max(
        (k for k in range(start, end) if syntax.tokens[k].text in word_list("offices before names")), default=-1
    )
    if office < 0 and COUNTRYMAN.fullmatch(syntax.tokens[start].text) and end - start > 2:
        return start + 1
    rest = [syntax.tokens[k].text for k in range(office + 1, end)]
    if office < 0 or not rest or not rest[0][0].isupper():
        return start
    if len(rest) > 1 and "of" not in rest and rest[-1] not in word_list("not people"):
        return office + 1
    return start


def _opens(syntax: Syntax, i: int) -> bool:
    word = syntax.tokens[i].text
    if not word[0].isupper() or word in _NO_NAME:
        return False
    if syntax.tags[i] in {"NNP", "NNPS"}:
        return True
    following = syntax.tokens[i + 1].text if i + 1 < len(syntax) else ""
    goes_on = following[:1].isupper() and following not in word_list("never names")
    if following in NOBLE and _is_capital(syntax, i + 2):
        return True
    if i == 0 or syntax.tokens[i - 1].text in {":", '"', "“", "‘", "."} or word in nationalities():
        named = word in given_names() or (i > 0 and syntax.tags[i] in {"JJ", "NN", "FW", "NNS"})
        return goes_on and named
    return syntax.tags[i] in {"NN", "NNS", "FW"} or (goes_on and syntax.tags[i] == "JJ")


def _next_part(syntax: Syntax, start: int, i: int) -> int:
    """Say by how many words the run that began at start grows at word i."""
    if i >= len(syntax):
        return 0
    word = syntax.tokens[i].text
    if _is_capital(syntax, i):
        return 1
    ahead = i + 1
    if word in {"-", "–", "&", "."} and _touching(syntax, i) and ahead < len(syntax):
        return 2 if syntax.tokens[ahead].text[0].isalnum() else 0
    if word == "&" and _is_capital(syntax, ahead):
        return 2
    if word == "of" and any(syntax.tokens[k].text in OF_HEADS for k in range(start, i)):
        if _is_capital(syntax, ahead):
            return 2
        return 3 if syntax.word(ahead) == "the" and _is_capital(syntax, ahead + 1) else 0
    if word == "the":
        return 2 if _is_byname(syntax, start, ahead) else 0
    if word in PARTICLES:
        return next((k - i + 1 for k in _past_particles(syntax, ahead) if _is_capital(syntax, k)), 0)
    return 0


def _is_byname(syntax: Syntax, start: int, i: int) -> bool:
    """Say whether one capital word ends a ruler's or a saint's name, as in 'Alfred the Great'."""
    after = syntax.word(i + 1)
    alone = after != "of" and not syntax.tokens[min(i + 1, len(syntax) - 1)].text[0].isupper()
    first = [syntax.tokens[k].text for k in range(start, i - 1)]
    named = 0 < len(first) < 4 and bool({*first} & given_names()) and "of" not in first
    return named and alone and _is_capital(syntax, i) and syntax.tokens[i].text not in nationalities()


def _past_particles(syntax: Syntax, i: int) -> Iterator[int]:
    while i < len(syntax) and syntax.tokens[i].text in PARTICLES:
        i += 1
    yield i


def _is_capital(syntax: Syntax, i: int) -> bool:
    if i >= len(syntax):
        return False
    word = syntax.tokens[i].text
    roman = word.strip("IVX") == "" and len(word) < 6
    return (
        word[0].isupper() and (word not in _NO_NAME or roman) and (syntax.tags[i] not in {"PRP", "VBD", "VBZ"} or roman)
    )


def _touching(syntax: Syntax, i: int) -> bool:
    token = syntax.tokens[i]
    text = syntax.text
    return token.start > 0 and text[token.start - 1] != " " and token.end < len(text) and text[token.end] != " "
