"""What a learner did, recomputed from the answers."""

from .attempts import PastAttempt, attempts_of
from .facts import FactsKnown, FactStanding, facts_of, margin_marks
from .standings import Standing, standings
from .trend import Trend, TrendPoint, trend

__all__ = [
    "FactStanding",
    "FactsKnown",
    "PastAttempt",
    "Standing",
    "Trend",
    "TrendPoint",
    "attempts_of",
    "facts_of",
    "margin_marks",
    "standings",
    "trend",
]
