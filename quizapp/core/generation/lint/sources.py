"""The documents that questions are held against, with what is asked of them again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.core.generation.lint.words import telling_words
from quizapp.core.generation.values import find_dates
from quizapp.core.kinds import Citation
from quizapp.core.reading.anchors import Anchor, find_quote
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.errors import QuoteAmbiguous, QuoteNotFound

KIN = 4  # letters that related names share


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage of a document with the words that carry its meaning."""

    document: str
    start: int
    end: int
    text: str
    words: frozenset[str]


@dataclass(frozen=True)
class Sources:
    """Documents by key; `names` are the words by which a stem may name each. Keep one for many questions."""

    documents: Mapping[str, ReadDocument]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _found: dict[Citation, Anchor | str] = field(default_factory=dict, repr=False, compare=False)

    def anchor(self, citation: Citation) -> Anchor | None:
        """The place of a quote, if it stands there once."""
        found = self._find(citation)
        return found if isinstance(found, Anchor) else None

    def quote_problem(self, citation: Citation) -> str:
        """Why a quote has no place; empty when it has one."""
        found = self._find(citation)
        return found if isinstance(found, str) else ""

    def _find(self, citation: Citation) -> Anchor | str:
        if citation not in self._found:
            self._found[citation] = self._look_up(citation)
        return self._found[citation]

    def _look_up(self, citation: Citation) -> Anchor | str:
        document = self.documents.get(citation.document)
        if document is None:
            return f"there is no document '{citation.document}'"
        try:
            return find_quote(document.text, citation.quote, spans_out=document.drops)
        except (QuoteNotFound, QuoteAmbiguous) as error:
            return str(error).rstrip(".")

    @cached_property
    def latest_year(self) -> int | None:
        """The last year that any document names."""
        return max((date.year for row in self.documents.values() for date in find_dates(row.text)), default=None)

    @cached_property
    def _sentences(self) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(key, row.start, row.end, text, frozenset(telling_words(text)))
            for key, document in self.documents.items()
            for row in document.passages
            for text in [document.text[row.start : row.end]]
        )

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, sentence in enumerate(self._sentences):
            for word in sentence.words:
                places.setdefault(word, []).append(number)
        return places

    @cached_property
    def _told(self) -> frozenset[str]:
        return frozenset(word for names in self.names.values() for name in names for word in telling_words(name))

    def speak_of(self, word: str) -> bool:
        """Whether a telling word stands in a document, or in what a document is called."""
        return word in self._places or word in self._told

    def speak_of_kin(self, name: str) -> bool:
        """Whether a document speaks of a name, or of one that begins like it: British where Britain stands."""
        words = telling_words(name)
        kin = tuple(word[:KIN] for word in words)
        return any(map(self.speak_of, words)) or any(word.startswith(kin) for word in (*self._places, *self._told))

    def sentences_with(self, words: set[str], least: int) -> Iterator[Sentence]:
        """The sentences that hold at least so many of these words, in the order of the documents."""
        rare_first = sorted(words, key=lambda word: (len(self._places.get(word, ())), word))
        # A sentence with enough of the words has one of the rarest: only those need looking at.
        near = {place for word in rare_first[: len(words) - least + 1] for place in self._places.get(word, ())}
        return (self._sentences[place] for place in sorted(near) if len(self._sentences[place].words & words) >= least)
