"""Words that a person marks in a document become a fact with suggested questions for just that answer."""

from quizapp.core.generation.marking.editing import Edits, edited, edits_of, with_witnesses
from quizapp.core.generation.marking.mark import CannotMark, Mark, find_mark, find_words
from quizapp.core.generation.marking.picks import Pick, picks_in
from quizapp.core.generation.marking.suggesting import suggest
from quizapp.core.generation.marking.suggestion import SuggestedForm, Suggestion

__all__ = [
    "CannotMark",
    "Edits",
    "Mark",
    "Pick",
    "SuggestedForm",
    "Suggestion",
    "edited",
    "edits_of",
    "find_mark",
    "find_words",
    "picks_in",
    "suggest",
    "with_witnesses",
]
