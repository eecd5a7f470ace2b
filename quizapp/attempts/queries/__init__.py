"""What learners see of their attempts."""

from .explanation import Explanation, MarkShown, Part, explanation
from .overview import Overview, Step, overview
from .question import OpenQuestion, Prompt, ReadableDocument, open_question
from .reading import may_read
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
