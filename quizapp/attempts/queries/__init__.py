"""What learners see of their attempts."""

from .explanation import Explanation, MarkShown, explanation
from .overview import Overview, Step, overview
from .parts import Part
from .question import OpenQuestion, Prompt, open_question
from .reading import ReadableDocument, may_read
from .result import Result, ResultRow, result

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
    "Step",
    "explanation",
    "may_read",
    "open_question",
    "overview",
    "result",
]
