"""What learners did, recomputed from the answers."""

from .attempts import AttemptsPage, PastAttempt, attempts_of, page_of
from .calibration import calibration
from .counted import Which
from .facts import FactsKnown, FactStanding, facts_of
from .items import ItemRow, item_table
from .margin import DocumentKnown, documents_known, margin_marks
from .quiz_figures import QuizFigures, quiz_figures
from .standings import Standing, done_assignments, standings
from .trend import QuizTrend, Trend, TrendPoint, quiz_trends, trend, trend_in

__all__ = [
    "AttemptsPage",
    "DocumentKnown",
    "FactStanding",
    "FactsKnown",
    "ItemRow",
    "PastAttempt",
    "QuizFigures",
    "QuizTrend",
    "Standing",
    "Trend",
    "TrendPoint",
    "Which",
    "attempts_of",
    "calibration",
    "documents_known",
    "done_assignments",
    "facts_of",
    "item_table",
    "margin_marks",
    "page_of",
    "quiz_figures",
    "quiz_trends",
    "standings",
    "trend",
    "trend_in",
]
