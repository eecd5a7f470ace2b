"""Which forms an ask can take, and which it takes when it names none."""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.generation.facts.answer import WORD_TYPES
from quizapp.core.generation.facts.ask import Ask
from quizapp.core.kinds import PartialDate

LEAST_DISTRACTORS = 2
LONG_TYPES = ("office", "text")
BY_TYPE: dict[str, tuple[str, ...]] = {
    "date": ("choice", "date", "cloze", "true_false"),
    "number": ("choice", "number", "cloze", "true_false"),
}
BY_TYPE["year"] = BY_TYPE["date"]
BY_TYPE |= dict.fromkeys(WORD_TYPES, ("choice", "short_text", "cloze", "true_false"))
BY_TYPE |= dict.fromkeys(LONG_TYPES, ("choice", "true_false"))


def forms_of(ask: Ask) -> tuple[str, ...]:
    """The forms to write: those named, else all that suit the answer's type; at least one typed one."""
    forms = tuple(form for form in ask.forms or BY_TYPE[ask.answer.type] if not missing_for(ask, form))
    return forms or (("short_text",) if ask.question and not ask.forms else ())


def missing_for(ask: Ask, form: str) -> str:
    """What an ask lacks for a form; empty when it can be written."""
    if form == "choice" and len(ask.distractors) < LEAST_DISTRACTORS:
        return f"{LEAST_DISTRACTORS} distractors"
    if form in ("short_text", "number", "date") and not ask.question:
        return "a question"
    if form in ("cloze", "true_false") and not ask.sentence:
        return "a sentence with {}"
    if form == "true_false" and not ask.distractors and ask.truth is not True:
        return "a distractor, or truth: true"
    if form == "number" and not isinstance(ask.answer.value, Decimal):
        return "a number as its answer"
    if form == "date" and not isinstance(ask.answer.value, PartialDate):
        return "a date as its answer"
    return ""
