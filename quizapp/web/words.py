"""The words and signs that pages share, and how figures and moments are written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from flask import Flask
from markupsafe import Markup

from quizapp.core.kinds.registry import KINDS
from quizapp.core.statistics.scores import percent

VERDICT_WORDS = {"right": "Right.", "partly": "Partly right.", "wrong": "Not quite.", "unanswered": "Not answered."}
VERDICT_SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "unanswered": "–"}
STATE_WORDS = {
    "right": "right",
    "partly": "partly right",
    "wrong": "not right",
    "unanswered": "not answered",
    "saved": "saved",
}


# What stands before a true statement must not look like a judgement on the statement.
FACT_WORDS = {"right": "You knew this:", "partly": "You knew a part of this:", "wrong": "You missed this:"}
FEEDBACK_WORDS = {
    "after_each": "Each answer is marked and explained at once, with its passage; then it is final.",
    "at_end": "You can change every answer until you submit. Then all are marked and explained, each with its passage.",
    "after_due": "You can change every answer until you submit. After the due date all are marked and explained.",
    "on_release": "You can change every answer until you submit. Your teacher says when all are marked and explained.",
}
GAP = "____"


def init_words(app: Flask) -> None:
    """Give templates the words they share."""
    app.jinja_env.globals.update(
        verdict_words=VERDICT_WORDS,
        verdict_signs=VERDICT_SIGNS,
        state_words=STATE_WORDS,
        fact_words=FACT_WORDS,
        feedback_words=FEEDBACK_WORDS,
        sentence_case=sentence_case,
        kind_labels=kind_labels,
        share_of=percent,
    )
    app.jinja_env.filters.update(points=points, moment=moment, day=day, with_gap=with_gap)


def sentence_case(text: str) -> str:
    """Write a name as it begins a sentence."""
    return text[:1].upper() + text[1:]


def kind_labels(kinds: Iterable[str]) -> list[str]:
    """Name kinds of question as people do, inside a sentence."""
    return [KINDS[kind].label.lower() for kind in kinds]


def with_gap(stem: str) -> str:
    """Write a stem where it is only read: its gap, if it has one, cannot be taken for dots."""
    return stem.replace(GAP, "[ … ]")


def points(value: Decimal) -> str:
    """Write points with no more than two decimals, and none that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def day(value: datetime) -> str:
    """Write a day of UTC shortly."""
    return f"{value.day} {value:%b}"


def moment(value: datetime) -> Markup:
    """Write a moment in UTC; a script writes it again in the reader's own zone."""
    words = f"{value.day} {value:%B %Y, %H:%M} UTC"
    return Markup('<time datetime="{}" data-local>{}</time>').format(value.isoformat(timespec="seconds"), words)
