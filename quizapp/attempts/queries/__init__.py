"""What learners see of their attempts."""

from .explanation import Explanation, MarkShown, explanation
from .overview import Overview, Step, overview
from .parts import Part
from .question import OpenQuestion, Prompt, open_question
from .reading import ReadableDocument, ShuttingAttempt, may_read, readable, shutting_attempt
from .result import Result, ResultRow, result
from .taking import Taking, quiz_of_link, taking
from .waiting import Waiting, waiting

__all__ = [
    "Explanation",
    "MarkShown",
    "OpenQuestion",
    "Overview",
    "Part",
    "Prompt",
    "ReadableDocument",
    "Result",
    "ResultRow",
    "ShuttingAttempt",
    "Step",
    "Taking",
    "Waiting",
    "explanation",
    "may_read",
    "open_question",
    "overview",
    "quiz_of_link",
    "readable",
    "result",
    "shutting_attempt",
    "taking",
    "waiting",
]
