"""What can go wrong with quizzes, named for what happened."""

from __future__ import annotations


class QuizError(Exception):
    """Something a quiz does not allow."""


class NoSuchQuiz(QuizError):
    """There is no such quiz, or it is not offered."""
