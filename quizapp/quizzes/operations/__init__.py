"""Changes to quizzes."""

from .quiz import EditionDetails, ItemDetails, QuizDetails, archive_other_quizzes, keep_quiz

__all__ = ["EditionDetails", "ItemDetails", "QuizDetails", "archive_other_quizzes", "keep_quiz"]
