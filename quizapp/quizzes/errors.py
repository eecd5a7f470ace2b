"""What can go wrong with quizzes, named for what happened."""

from __future__ import annotations

from collections.abc import Collection


class QuizError(Exception):
    """Something a quiz does not allow."""


class NoSuchQuiz(QuizError):
    """There is no such quiz, or it is not offered."""


class StaleDraft(QuizError):
    """The quiz was changed since the page was shown that this comes from."""


class NotChoosable(QuizError):
    """A question that is not there, not accepted, or not of the quiz's bank cannot be put into it."""


class TooManyQuestions(QuizError):
    """A quiz holds only so many questions."""


class NotPublishable(QuizError):
    """A quiz that holds no question, or one that is not accepted, cannot be published."""

    def __init__(self, waiting: Collection[int] = ()) -> None:
        super().__init__()
        self.waiting = tuple(waiting)  # questions that are not accepted; empty: there is no question at all


class RefusedSettings(QuizError):
    """A setting that cannot be, with words for each by the name of its field."""

    def __init__(self, messages: dict[str, str]) -> None:
        super().__init__("; ".join(messages.values()))
        self.messages = messages
