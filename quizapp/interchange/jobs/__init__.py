"""Long work on documents: what a worker does with a job."""

from .held import HeldJob, WorkInterrupted
from .run import run_job

__all__ = ["HeldJob", "WorkInterrupted", "run_job"]
