"""One job from its claim to its end, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.banks.errors import NoSuchBank
from quizapp.core.reading.errors import UnreadableDocument
from quizapp.documents.errors import NoSuchDocument
from quizapp.interchange.drafting_process import DraftingStopped
from quizapp.interchange.jobs.draft_again import draft_again
from quizapp.interchange.jobs.held import HeldJob, WorkInterrupted
from quizapp.interchange.jobs.read_and_draft import read_and_draft
from quizapp.interchange.jobs.revise import revise
from quizapp.interchange.jobs.sweep import sweep
from quizapp.storage.errors import StorageError
from quizapp.storage.jobs import GIVEN_UP, JobCancelled, JobLost

WORK: dict[str, Callable[[HeldJob], None]] = {"read": read_and_draft, "draft": draft_again, "revise": revise}
GONE = "The bank or the document is not there any more, or it is not shared with you to edit. Nothing was changed."
OUR_FAULT = "Something went wrong here; it is not your fault, and nothing was half saved. Try again."


def run_job(held: HeldJob) -> None:
    """Do a job: what an earlier try has left half written goes first, and what fails or is cancelled leaves nothing."""
    if held.job.is_given_up:
        _end_in_order(held, lambda: held.fail(GIVEN_UP))
        return
    try:
        sweep(held)
        WORK[held.job.kind](held)
    except JobLost:
        return
    except WorkInterrupted:
        held.give_back()
    except JobCancelled:
        _end_in_order(held, held.cancel)
    except (UnreadableDocument, DraftingStopped) as refusal:
        words = str(refusal)
        _end_in_order(held, lambda: held.fail(words))
    except (NoSuchBank, NoSuchDocument):
        _end_in_order(held, lambda: held.fail(GONE))
    except StorageError:
        # What cannot be written now is tried again by whoever takes the job over.
        raise
    except Exception:
        _end_in_order(held, lambda: held.fail(OUR_FAULT))
        raise


def _end_in_order(held: HeldJob, end: Callable[[], None]) -> None:
    """Nobody sees that a job is over before what it had half written is gone."""
    held.stop_asking()
    try:
        sweep(held)
    except (JobLost, WorkInterrupted):
        return
    end()
