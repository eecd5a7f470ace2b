"""Changes to banks and their questions."""

from .act import Acted, Skipped
from .acts import accept, reject, reopen, retire
from .bank import BankDetails, add_document_to_bank, keep_bank, make_bank
from .citing import details_of
from .drafts import keep_drafts
from .move import move
from .questions import Cited, KeptQuestions, QuestionDetails, keep_questions
from .revise import Revised, revise
from .tags import set_tags, tag, untag
from .undo import Undone, undo_last

__all__ = [
    "Acted",
    "BankDetails",
    "Cited",
    "KeptQuestions",
    "QuestionDetails",
    "Revised",
    "Skipped",
    "Undone",
    "accept",
    "add_document_to_bank",
    "details_of",
    "keep_bank",
    "keep_drafts",
    "keep_questions",
    "make_bank",
    "move",
    "reject",
    "reopen",
    "retire",
    "revise",
    "set_tags",
    "tag",
    "undo_last",
    "untag",
]
