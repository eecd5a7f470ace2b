"""Pronouns: whether the one meant stands in the same sentence."""

from collections.abc import Set

from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import word_list

PEOPLE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
THINGS = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "AVBD", "AVBZ", "AVBP", "VBN"})
_HUMANS = frozenset(
    {"man", "woman", "king", "queen", "wife", "husband", "son", "daughter", "emperor", "child", "boy", "girl"}
)
_OWNERS = frozenset(
    {"nsubj", "nsubj:pass", "obj", "obl", "conj", "nmod", "appos", "root", "compound", "flat", "nmod:poss"}
)
_CARRIERS = frozenset({"nsubj", "nsubj:pass", "nmod:poss"})
_EMPTY = (
    "is estimated",
    "was estimated",
    "is believed",
    "is thought",
    "is likely",
    "is known that",
    "was not until",
    "is possible",
    "is important",
    "is clear that",
    "is said that",
    "is also possible",
)


def is_pronoun(word: str) -> bool:
    """Say whether a word stands for somebody or something named elsewhere."""
    return word in PEOPLE or word in THINGS or word in MANY


def is_bound(syntax: Syntax, i: int, things: Set[str] = frozenset()) -> bool:
    """Say whether the one a pronoun stands for is named in the sentence."""
    word = syntax.word(i)
    if word == "it" and _is_empty_it(syntax, i):
        return True
    owners = [k for k in range(i) if _may_own(syntax, k, word, things)]
    if word in {"him", "them", "it"} or (word == "her" and syntax.tags[i] == "PRP"):
        heads = [k for verb in syntax.above(i) for k in syntax.children(verb, "nsubj", "nsubj:pass")]
        subjects = {k for head in heads for k in syntax.under(head)}
        owners = [k for k in owners if k not in subjects]
    if word in {"he", "she"} and _is_behind_front(syntax, i):
        owners = [k for k in owners if syntax.roles[k] in _CARRIERS or syntax.word(k + 1) in {"'s", "’s"}]
    if word in {"it", "they"} and syntax.roles[i] in {"nsubj", "nsubj:pass"}:
        owners = [
            k
            for k in owners
            if syntax.roles[k] in {"nsubj", "nsubj:pass"} or syntax.heads[k] in _verbs_before(syntax, i)
        ]
    return bool(owners) or (word in {"his", "her", "its", "their"} and _is_announced(syntax, i))


def _is_behind_front(syntax: Syntax, i: int) -> bool:
    """Say whether a phrase in front, as in 'After a week in Rome, he', is all that stands before the main subject."""
    root = syntax.root()
    front = syntax.tags[0] in {"IN", "TO", "VBG"} and syntax.word(i - 1) == ","
    return front and syntax.heads[i] == root and syntax.roles[i] in {"nsubj", "nsubj:pass"}


def _verbs_before(syntax: Syntax, i: int) -> set[int]:
    """Return the finite verbs before a pronoun whose own subject is named: what they act on may be meant."""
    subjects = [k for k in range(i) if syntax.roles[k] in {"nsubj", "nsubj:pass"}]
    return {syntax.heads[k] for k in subjects if syntax.heads[k] < i}


def _may_own(syntax: Syntax, k: int, word: str, things: Set[str]) -> bool:
    tag, role = syntax.tags[k], syntax.roles[k]
    if tag not in _NOUNS or (role in {"compound", "flat"} and not tag.startswith("NNP")):
        return False
    if word in PEOPLE:
        name = syntax.tokens[k].text
        return syntax.word(k) in _HUMANS or (
            tag == "NNP" and name not in things and name not in word_list("never names")
        )
    if word in MANY:
        several = tag in {"NNS", "NNPS"} or any(syntax.roles[c] == "conj" for c in syntax.children(k))
        return several or (word == "their" and tag == "NNP" and role in {"nsubj", "nsubj:pass"})
    inner = role == "nmod" and syntax.roles[syntax.heads[k] % len(syntax)] in {"nsubj", "nsubj:pass"}
    return tag in {"NN", "NNP"} and role in _OWNERS and not inner


def _is_announced(syntax: Syntax, i: int) -> bool:
    """Say whether a phrase such as 'Throughout its existence,' stands before the name that it means."""
    comma = next((k for k in range(i, min(i + 8, len(syntax))) if syntax.word(k) == ","), -1)
    if comma < 0 or syntax.tags[0] not in {"IN", "TO"} or comma + 1 >= len(syntax):
        return False
    the = syntax.word(comma + 1) == "the"
    if the and syntax.word(i) in PEOPLE:
        return False
    owner = comma + 1 + the
    return owner < len(syntax) and syntax.tags[owner] in {"NNP", "NNPS"}


def _is_empty_it(syntax: Syntax, i: int) -> bool:
    ahead = " ".join(syntax.word(k) for k in range(i + 1, min(i + 5, len(syntax))))
    return ahead.startswith(_EMPTY)
