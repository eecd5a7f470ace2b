"""Documents as they are read, and the passages cut from them."""

from .passage_card import PassageCard, Place, Role, passage_card, passage_cards
from .reader import Block, MarginMark, Reader, Run, Verdict, reader
from .revisions import KnownFacts, Revision, details_of_document, known_facts, revision, taken_keys
from .sentences import (
    Sentence,
    Stretch,
    sentences_holding,
    sentences_quoted,
    sentences_round,
    words_between,
    words_found,
)
from .source import Source, sources

__all__ = [
    "Block",
    "KnownFacts",
    "MarginMark",
    "PassageCard",
    "Place",
    "Reader",
    "Revision",
    "Role",
    "Run",
    "Sentence",
    "Source",
    "Stretch",
    "Verdict",
    "details_of_document",
    "known_facts",
    "passage_card",
    "passage_cards",
    "reader",
    "revision",
    "sentences_holding",
    "sentences_quoted",
    "sentences_round",
    "sources",
    "taken_keys",
    "words_between",
    "words_found",
]
