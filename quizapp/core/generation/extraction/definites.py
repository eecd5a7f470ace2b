"""'The N' that nothing in its sentence makes particular."""

from collections import Counter
from collections.abc import Iterator, Set
from functools import cache

from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.gazetteer import places

_MADE_PARTICULAR = frozenset({"NNP", "NNPS", "CD", "JJS", "RBS"})
# Words that open what is added to the noun before them, or to the verb.
_ADDED = frozenset({"to", "for", "from", "with", "by", "on", "at", "in", "into", "about", "against"})
_OFTEN, _ALWAYS = 4, 8
# How a noun is led in: as the one, or as one of several.
LEADS = {"the": "the", **dict.fromkeys(("a", "an", "another", "each", "every", "any", "one", "first", "new"), "a")}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "AVBD", "AVBZ", "AVBP"})
_PAST = frozenset({"VBD", "AVBD"})


def bare_definites(syntax: Syntax, title: Set[str], counts: Counter[str]) -> Iterator[tuple[int, str, bool]]:
    """Yield each bare 'the N', and whether it is beyond help: past things are particular, timeless ones may be any."""
    past = any(tag in _PAST for tag in syntax.tags)
    title = title | kinds_told(frozenset(title))
    for i in range(len(syntax)):
        head = syntax.heads[i]
        if head + 1 < len(syntax) and syntax.tags[head + 1] in {"HYPH", "NN", "NNS"}:
            continue
        if syntax.word(i) != "the" or not i < head < min(i + 6, len(syntax)) or syntax.tags[head] not in {"NN", "NNS"}:
            continue
        if not _is_particular(syntax, i, head, title):
            noun = syntax.word(head)
            often = counts[noun] >= _OFTEN
            if often and _is_topic(noun, counts):
                continue
            phrase = " ".join(syntax.word(k) for k in range(i, head + 1))
            subject = not any(syntax.tags[k] in _FINITE for k in range(head))
            yield i, phrase, past and not often and subject


@cache
def kinds_told(title: frozenset[str]) -> frozenset[str]:
    """Return what a title's names are, in lower case: 'the city' under 'Kathmandu'."""
    known = (places().get(word.capitalize()) for word in title)
    sorts = {place.sort for place in known if place}
    told = {"conflict", "fighting"} if "war" in title else set()
    told |= {"city", "town"} if "city" in sorts else set()
    return frozenset(told | ({"country", "nation"} if sorts == {"country"} else set()))


def _is_topic(noun: str, counts: Counter[str]) -> bool:
    """Say whether the document speaks of the thing all the time."""
    return counts[noun] >= _ALWAYS and noun not in word_list("never topics") and is_the_one(noun, counts)


def is_the_one(noun: str, counts: Counter[str]) -> bool:
    """Say whether a document speaks more often of 'the N' than of an N or of several: then there is but one."""
    return counts[f"the {noun}"] >= counts[f"a {noun}"] + counts[noun + "s"]


def _belongs(syntax: Syntax, head: int) -> bool:
    """Say whether what follows a noun tells which one: 'the bridge over the Rhine', not 'sold the mill to Toyota'."""
    if syntax.word(head + 1) not in _ADDED or syntax.word(head + 2) in {"which", "whom"}:
        return True
    behind = syntax.heads[head + 1]
    return behind < len(syntax) and syntax.heads[behind] == head


def _is_particular(syntax: Syntax, i: int, head: int, title: Set[str]) -> bool:
    noun = syntax.word(head)
    if noun in word_list("known alone") or any(
        word.removesuffix("s").endswith(noun.removesuffix("s")) for word in title if len(noun) > 3
    ):
        return True
    between = range(i + 1, head + 1)
    if any(
        syntax.tags[k] in _MADE_PARTICULAR or (syntax.tokens[k].text[0].isupper() or syntax.tokens[k].text[0].isdigit())
        for k in between
    ):
        return True
    if any(syntax.word(k) in word_list("makes particular") for k in between):
        return True
    if head + 1 < len(syntax) and (syntax.tokens[head + 1].text[0].isupper() or syntax.tags[head + 1] == "CD"):
        return True
    if syntax.word(head + 1) in word_list("goes on to say which") and _belongs(syntax, head):
        return True
    if syntax.word(head + 1) == "," and syntax.word(head + 2) in {"which", "who", "a", "an", "the"}:
        return True
    return any(syntax.word(k) == noun for k in range(i))
