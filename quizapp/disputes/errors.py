"""What can go wrong with a dispute, named for what happened."""

from __future__ import annotations


class DisputeError(Exception):
    """Something a dispute does not allow."""


class NoSuchDispute(DisputeError):
    """There is no such dispute for this learner or teacher."""


class AlreadyDisputed(DisputeError):
    """The answer is disputed already, or what was said of it has been decided."""


class NothingSaid(DisputeError):
    """The learner does not say what is wrong, or a teacher declines without a word; the message says what to do."""


class NoSuchPassage(DisputeError):
    """The words chosen do not stand in a document that the learner may read."""


class DecidedOtherwise(DisputeError):
    """Somebody decided, or the learner withdrew, since the page was loaded."""


class JudgedAnew(DisputeError):
    """Answers were judged anew because of the decision: it stands."""
