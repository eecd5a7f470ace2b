"""Judging answers anew, and noting who has been told."""

from .regrade import regrade
from .see import note_seen

__all__ = ["note_seen", "regrade"]
