"""What can go wrong where answers are judged anew, named for what happened."""

from __future__ import annotations


class RegradeError(Exception):
    """Something that judging anew does not allow."""


class NoSuchRegrade(RegradeError):
    """There is no such regrade, or not for this teacher."""


class NotPermitted(RegradeError):
    """This teacher may not judge by this policy, or there is no other version to judge by."""


class ChangedMeanwhile(RegradeError):
    """It would not do any more what the dry run showed: answers came in, or marks changed; nothing was done."""


class NothingToChange(RegradeError):
    """Every mark is already what it would become."""


class RefusedReason(RegradeError):
    """The reason is missing or too long; the message says what to do."""
