"""What can go wrong in an attempt, named for what happened."""

from __future__ import annotations

from quizapp.attempts.given import Given


class AttemptError(Exception):
    """Something an attempt does not allow."""


class NoSuchAttempt(AttemptError):
    """There is no such attempt, or no such question in it, for this learner."""


class NotShownYet(AttemptError):
    """The key, the explanation or the result may not be shown yet."""


class AttemptClosed(AttemptError):
    """The attempt was submitted or its time is over; nothing can be saved any more."""


class AlreadyFinal(AttemptError):
    """The answer was marked and shown; it cannot be changed."""


class NotOpenNow(AttemptError):
    """The quiz is set to the learner for another time: it opens later, or has closed."""


class ResultsShown(AttemptError):
    """The results of the quiz were held back until its time and are shown now: taking it again would copy them."""


class NoAttemptsLeft(AttemptError):
    """The learner has used every attempt that the quiz allows."""


class NothingToPractise(AttemptError):
    """No answer of the attempt was wrong that could be practised, or nothing is due."""


class UnreadableResponse(AttemptError):
    """The answer cannot be read as one; the message says what to do, and nothing was saved."""


class QuestionCorrected(AttemptError):
    """The question was corrected while its page was open; what was chosen there may mean something else now."""


class StaleAnswer(AttemptError):
    """Another page saved a newer answer; nothing was overwritten, and both are here to choose from."""

    def __init__(self, *, saved: Given, yours: Given, revision: int) -> None:
        """Hold the saved answer with its revision, and the one refused."""
        super().__init__("A newer answer was saved from another page.")
        self.saved = saved
        self.yours = yours
        self.revision = revision
