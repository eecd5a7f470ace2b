"""Changes to banks and their questions."""

from .act import Acted, Skipped
from .acts import accept, reject, reopen, retire
from .bank import BankDetails, add_document_to_bank, keep_bank, make_bank
from .drafts import keep_drafts
from .move import move
from .questions import Cited, KeptQuestions, QuestionDetails, keep_questions
from .tags import tag, untag
from .undo import Undone, undo_last

__all__ = [
    "Acted",
    "BankDetails",
    "Cited",
    "KeptQuestions",
    "QuestionDetails",
    "Skipped",
    "Undone",
    "accept",
    "add_document_to_bank",
    "keep_bank",
    "keep_drafts",
    "keep_questions",
    "make_bank",
    "move",
    "reject",
    "reopen",
    "retire",
    "tag",
    "undo_last",
    "untag",
]
