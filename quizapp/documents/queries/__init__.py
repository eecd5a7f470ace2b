"""Documents as they are read, and the passages cut from them."""

from .passage_card import PassageCard, Place, Role, passage_card, passage_cards
from .reader import Block, MarginMark, Reader, Run, Verdict, reader
from .revisions import KnownFacts, Revision, details_of_document, known_facts, revision, taken_keys
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
    "Source",
    "Verdict",
    "details_of_document",
    "known_facts",
    "passage_card",
    "passage_cards",
    "reader",
    "revision",
    "sources",
    "taken_keys",
]
