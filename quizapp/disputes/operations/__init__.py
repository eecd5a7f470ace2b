"""What learners and teachers do with disputes."""

from .decide import decide, settle
from .raise_dispute import Passage, clean_words, raise_dispute, see_decision, withdraw

__all__ = ["Passage", "clean_words", "decide", "raise_dispute", "see_decision", "settle", "withdraw"]
