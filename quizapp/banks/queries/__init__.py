"""Banks and their questions, read."""

from .content import CitedPlaces, cited_places, contents, folder_hash_of
from .permission import OpenBank, bank_of_question, check_document, open_bank

__all__ = [
    "CitedPlaces",
    "OpenBank",
    "bank_of_question",
    "check_document",
    "cited_places",
    "contents",
    "folder_hash_of",
    "open_bank",
]
