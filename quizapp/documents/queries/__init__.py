"""Documents as they are read, and the passages cut from them."""

from .passage_card import PassageCard, Place, Role, passage_card, passage_cards
from .reader import Block, MarginMark, Reader, Run, Verdict, reader
from .source import Source, sources

__all__ = [
    "Block",
    "MarginMark",
    "PassageCard",
    "Place",
    "Reader",
    "Role",
    "Run",
    "Source",
    "Verdict",
    "passage_card",
    "passage_cards",
    "reader",
    "sources",
]
