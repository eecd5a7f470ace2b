"""Banks and their questions, read."""

from .content import CitedPlaces, cited_places, contents, folder_hash_of
from .document_home import DocumentHome, document_home
from .drafts import drafts_of, drafts_of_versions
from .fact_page import FactPage, FactPassage, FactQuestion, fact_page
from .facts_beside import MarginFact, facts_beside
from .linting import Judgement, findings, judge, sources_of_bank, stands_against
from .markable import Markable, markable
from .permission import OpenBank, bank_of_fact, bank_of_question, check_document, open_bank
from .places import document_ids, document_titles, find_places

__all__ = [
    "CitedPlaces",
    "DocumentHome",
    "FactPage",
    "FactPassage",
    "FactQuestion",
    "Judgement",
    "MarginFact",
    "Markable",
    "OpenBank",
    "bank_of_fact",
    "bank_of_question",
    "check_document",
    "cited_places",
    "contents",
    "document_home",
    "document_ids",
    "document_titles",
    "drafts_of",
    "drafts_of_versions",
    "fact_page",
    "facts_beside",
    "find_places",
    "findings",
    "folder_hash_of",
    "judge",
    "markable",
    "open_bank",
    "sources_of_bank",
    "stands_against",
]
