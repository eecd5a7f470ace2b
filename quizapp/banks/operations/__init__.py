"""Changes to banks and their questions."""

from .bank import BankDetails, keep_bank
from .questions import Cited, KeptQuestions, QuestionDetails, keep_questions

__all__ = ["BankDetails", "Cited", "KeptQuestions", "QuestionDetails", "keep_bank", "keep_questions"]
