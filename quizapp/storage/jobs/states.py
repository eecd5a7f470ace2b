"""The states of a piece of long work, and what can go wrong with it."""

from __future__ import annotations

ARRIVING, WAITING, RUNNING, DONE, FAILED, CANCELLED = "arriving", "waiting", "running", "done", "failed", "cancelled"
UNDER_WAY = (ARRIVING, WAITING, RUNNING)
OVER = (DONE, FAILED, CANCELLED)

MOST_UNDER_WAY = 3  # for one person at a time, so that everybody's turn comes
MOST_TRIES = 3  # then a job is claimed once more, to take back what it has half written


class JobError(Exception):
    """Something a job does not allow."""


class NoSuchJob(JobError):
    """There is no such job, or it is somebody else's."""


class TooManyJobs(JobError):
    """Somebody has as much long work under way as one person may."""


class JobOver(JobError):
    """The job was cancelled or has ended meanwhile, so nothing more can be handed in for it."""


class JobLost(JobError):
    """Another worker holds the job now; what this one would write is not wanted any more."""


class JobCancelled(JobError):
    """Its owner asked for the job to be cancelled."""
