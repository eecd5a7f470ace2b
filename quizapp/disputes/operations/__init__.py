"""What learners and teachers do with disputes."""

from .decide import decide, settle
from .raise_dispute import Passage, raise_dispute, see_decision, withdraw

__all__ = ["Passage", "decide", "raise_dispute", "see_decision", "settle", "withdraw"]
