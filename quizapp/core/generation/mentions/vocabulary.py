"""The terms of a document: its runs of common nouns with what stands before them, and how often each is used."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import word_list

NOUNS = frozenset({"NN", "NNS"})
_INSIDE = NOUNS | {"JJ", "HYPH"}
_LEARNED = ("ity", "deficiency", "ism", "osis", "itis", "ology", "ography", "archy", "cracy", "emia", "esis", "ysis")
_RULES = {"archy": "rule", "cracy": "rule"}
STEM = 5
_SORTING = ("ic", "al", "ive", "ory", "ary", "ant", "ar", "ed", "ous")
LONGEST = 3


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often each term stands in the document, in the order of first use."""

    counts: Mapping[str, int] = field(default_factory=dict)
    families: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def kin_of(self, term: str) -> list[str]:
        """Return the terms that could be mistaken for this one: of the same head word, or of the same make."""
        near = dict.fromkeys(other for family in _families(term) for other in self.families.get(family, ()))
        plural = is_plural(term)
        return [other for other in near if other != term and is_plural(other) == plural and _are_kin(term, other)]


def read_vocabulary(syntaxes: Iterable[Syntax]) -> Vocabulary:
    """Gather the terms of a document's sentences."""
    counts = Counter(term for syntax in syntaxes for term in _terms(syntax))
    families: dict[str, list[str]] = {}
    for term in counts:
        for family in _families(term):
            families.setdefault(family, []).append(term)
    return Vocabulary(counts, families)


def _families(term: str) -> Iterator[str]:
    """Yield where a term is looked for: with those of its head word, and with the learned words."""
    head = term.split()[-1]
    if head != term:
        yield head
    if make_of(head):
        yield "learned words"


def _terms(syntax: Syntax) -> Iterator[str]:
    run: list[int] = []
    for i in range(len(syntax) + 1):
        if i < len(syntax) and syntax.tags[i] in _INSIDE and (i == 0 or syntax.tokens[i].text.islower()):
            run.append(i)
            continue
        while run and (syntax.tags[run[0]] == "HYPH" or syntax.word(run[0]) in word_list("no modifiers")):
            run = run[1:]
        if run and syntax.tags[run[-1]] in NOUNS and sum(syntax.tags[k] != "HYPH" for k in run) <= LONGEST:
            yield syntax.text[syntax.tokens[run[0]].start : syntax.tokens[run[-1]].end].lower()
        run = []


def is_plural(term: str) -> bool:
    """Say whether a term ends like a plural."""
    return term.endswith("s") and not term.endswith(("ss", "us", "is"))


def make_of(word: str) -> str:
    """Return the learned ending of a word, or nothing for a plain one."""
    ending = next((ending for ending in _LEARNED if len(word) > 6 and word.endswith(ending)), "")
    return _RULES.get(ending, ending)


def _are_kin(term: str, other: str) -> bool:
    one, two = term.split(), other.split()
    if len(one) == len(two) == 1:
        told = bool(make_of(term) and make_of(other)) and not {term, other} & word_list("vague terms")
        return told and (make_of(term) == make_of(other) or _share_stem(term, other))
    if len(one) != len(two):
        return bool(make_of(one[-1])) and make_of(one[-1]) == make_of(two[-1]) and one[-1] != two[-1]
    return one[1:] == two[1:] and _sorts(one[0]) and _sorts(two[0])


def _share_stem(one: str, two: str) -> bool:
    """Say whether two words are built on the same five letters, as 'autoimmunity' and 'immunology'."""
    return any(one[at : at + STEM] in two for at in range(len(one) - STEM + 1))


def _sorts(word: str) -> bool:
    """Say whether a word before a noun names a sort, as 'cytotoxic' does and 'large' does not."""
    return word.endswith(_SORTING) and word not in word_list("no modifiers")
