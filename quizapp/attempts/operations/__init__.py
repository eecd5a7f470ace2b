"""What learners do with attempts."""

from .accommodate import accommodate, release, set_otherwise
from .answer import Saved, submit_answer
from .finish import finish_overdue, submit_attempt
from .practise import practise_mistakes
from .practise_due import ROUND, practise_due
from .reveal import reveal_due
from .start import start_attempt
from .take_over import take_over

__all__ = [
    "ROUND",
    "Saved",
    "accommodate",
    "finish_overdue",
    "practise_due",
    "practise_mistakes",
    "release",
    "reveal_due",
    "set_otherwise",
    "start_attempt",
    "submit_answer",
    "submit_attempt",
    "take_over",
]
