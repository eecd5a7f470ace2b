"""Changes to banks and their questions."""

from .bank import BankDetails, add_document_to_bank, keep_bank, make_bank
from .drafts import keep_drafts
from .questions import Cited, KeptQuestions, QuestionDetails, keep_questions

__all__ = [
    "BankDetails",
    "Cited",
    "KeptQuestions",
    "QuestionDetails",
    "add_document_to_bank",
    "keep_bank",
    "keep_drafts",
    "keep_questions",
    "make_bank",
]
