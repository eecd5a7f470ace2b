"""A sentence with the class, head and role of each word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.core.generation.language.model import load_english
from quizapp.core.generation.language.parser import Arcs
from quizapp.core.generation.language.tokens import Token, split_words
from quizapp.core.generation.language.verbs import base_of


@dataclass(frozen=True, slots=True)
class Syntax:
    """The words of one text with their classes (tags), heads and roles; the root's head is the length."""

    text: str
    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    roles: tuple[str, ...]
    sure: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, i: int) -> str:
        """Return a word in small letters, or nothing outside the sentence."""
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""

    def children(self, i: int, *roles: str) -> list[int]:
        """Return the words under word i, of the roles given or of all."""
        return [k for k, head in enumerate(self.heads) if head == i and (not roles or self.roles[k] in roles)]

    def under(self, i: int) -> set[int]:
        """Return word i with everything below it."""
        found = {i}
        waiting = [i]
        while waiting:
            head = waiting.pop()
            below = [k for k, above in enumerate(self.heads) if above == head and k not in found]
            found.update(below)
            waiting.extend(below)
        return found

    def above(self, i: int) -> Iterator[int]:
        """Yield the heads of word i, the nearest first."""
        seen = {i}
        head = self.heads[i]
        while head < len(self.tokens) and head not in seen:
            yield head
            seen.add(head)
            head = self.heads[head]

    def root(self) -> int:
        """Return the first word without a head."""
        return next((i for i, head in enumerate(self.heads) if head == len(self.tokens)), 0)

    def words_within(self, start: int, end: int) -> list[int]:
        """Return the words that stand between two places of the text."""
        return [i for i, token in enumerate(self.tokens) if token.start >= start and token.end <= end]


_HELPERS = frozenset({"MD", "AVB", "AVBD", "AVBZ", "AVBP", "AVBN", "AVBG"})
_BEFORE_BASE = frozenset({"TO", "MD", "RB", "AVBD", "AVBP", "AVBZ", "PRP", "CC"})
_BEING = frozenset({"be", "been", "being", "was", "were", "is", "are", "has", "have", "had", "having"})
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD", "AVBD", "AVBZ", "AVBP"])


def mend_tags(words: Sequence[str], tags: list[str], arcs: Arcs) -> bool:
    """Make a finite verb of the head of a sentence that has none, such as 'rose' read as a noun; say if any changed."""
    head = next((i for i in range(len(words)) if arcs.heads[i] == len(words)), -1)
    pasts = [
        i for i in range(1, len(words)) if tags[i] == "VB" and _is_past(words[i]) and tags[i - 1] not in _BEFORE_BASE
    ]
    for i in pasts:
        tags[i] = "VBD"
    if pasts:
        return True
    if any(tag in _FINITE for tag in tags):
        helped = head < 0 or any(tags[k] in _HELPERS or words[k].lower() in _BEING for k in range(head))
        if helped or tags[head] != "VBN":
            return False
        tags[head] = "VBD"
        return True
    places = [i for i, tag in enumerate(tags) if tag == "VBN" or (base_of(words[i]) and words[i].islower())]
    places = places or [i for i, tag in enumerate(tags) if tag == "VB" and tags[i - 1] not in {"TO", "MD", "RB"} and i]
    if not places:
        return False
    i = head if head in places else places[0]
    tags[i] = "VBP" if tags[i] == "VB" else "VBD"
    return True


def _is_past(word: str) -> bool:
    return word.islower() and base_of(word) not in {"", word}


def parse_sentence(text: str) -> Syntax:
    """Tag and parse one sentence."""
    tagger, parser, labeller = load_english()
    tokens = split_words(text)
    words = [token.text for token in tokens]
    tags = tagger.tag(words)
    arcs = parser.parse(words, tags)
    if mend_tags(words, tags, arcs):
        arcs = parser.parse(words, tags)
    roles = labeller.label(words, tags, arcs)
    return Syntax(text, tokens, tuple(tags), tuple(arcs.heads[:-1]), tuple(roles), tuple(arcs.sure[:-1]))
