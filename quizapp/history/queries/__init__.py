"""What learners did, recomputed from the answers."""

from .attempts import PastAttempt, attempts_of
from .counted import Which
from .facts import FactsKnown, FactStanding, facts_of, margin_marks
from .items import ItemRow, item_table
from .quiz_figures import QuizFigures, quiz_figures
from .standings import Standing, done_assignments, standings
from .trend import Trend, TrendPoint, trend

__all__ = [
    "FactStanding",
    "FactsKnown",
    "ItemRow",
    "PastAttempt",
    "QuizFigures",
    "Standing",
    "Trend",
    "TrendPoint",
    "Which",
    "attempts_of",
    "done_assignments",
    "facts_of",
    "item_table",
    "margin_marks",
    "quiz_figures",
    "standings",
    "trend",
]
