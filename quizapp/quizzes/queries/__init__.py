"""Quizzes as learners choose and take them, and as their teachers open them."""

from .checked import Checked, checked
from .composer import ComposedQuestion, Composer, composer
from .cover import Cover, cover
from .coverage import Coverage, documents_of_bank
from .edition import CurrentEdition, current_edition
from .permission import OwnQuiz, open_own_quiz
from .shelf import ShelfEntry, entries_of, is_on_shelf, shelf

__all__ = [
    "Checked",
    "ComposedQuestion",
    "Composer",
    "Cover",
    "Coverage",
    "CurrentEdition",
    "OwnQuiz",
    "ShelfEntry",
    "checked",
    "composer",
    "cover",
    "current_edition",
    "documents_of_bank",
    "entries_of",
    "is_on_shelf",
    "open_own_quiz",
    "shelf",
]
