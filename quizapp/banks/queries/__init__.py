"""Banks and their questions, read."""

from .content import CitedPlaces, cited_places, contents, folder_hash_of
from .fact_page import FactPage, FactPassage, FactQuestion, fact_page
from .facts_beside import MarginFact, facts_beside
from .permission import OpenBank, bank_of_fact, bank_of_question, check_document, open_bank

__all__ = [
    "CitedPlaces",
    "FactPage",
    "FactPassage",
    "FactQuestion",
    "MarginFact",
    "OpenBank",
    "bank_of_fact",
    "bank_of_question",
    "check_document",
    "cited_places",
    "contents",
    "fact_page",
    "facts_beside",
    "folder_hash_of",
    "open_bank",
]
