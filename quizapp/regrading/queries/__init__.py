"""What was judged anew, and what would be."""

from quizapp.regrading.plan import Order

from .corrected import corrected
from .dry_run import DryRun, dry_run
from .log import (
    Logged,
    LogPage,
    alike_answers,
    changed_answers,
    changed_count,
    regrade_logged,
    regrades_of_bank,
    regrades_of_question,
)
from .marked_again import MarkedAgain, MarksChanged, gains_of, marked_again
from .orders import AnsweredVersion, Judgeable, judgeable
from .told import ChangedScore, remarks_told
from .waiting import WaitingAnswers, waiting_answers
from .whose import AlikeAnswers, ChangedAnswer, Whose

__all__ = [
    "AlikeAnswers",
    "AnsweredVersion",
    "ChangedAnswer",
    "ChangedScore",
    "DryRun",
    "Judgeable",
    "LogPage",
    "Logged",
    "MarkedAgain",
    "MarksChanged",
    "Order",
    "WaitingAnswers",
    "Whose",
    "alike_answers",
    "changed_answers",
    "changed_count",
    "corrected",
    "dry_run",
    "gains_of",
    "judgeable",
    "marked_again",
    "regrade_logged",
    "regrades_of_bank",
    "regrades_of_question",
    "remarks_told",
    "waiting_answers",
]
