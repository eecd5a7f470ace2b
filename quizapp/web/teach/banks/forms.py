"""What is said of a bank, and which of its questions are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

from quizapp.banks.queries.search import QuestionFilter
from quizapp.web.forms import Form
from quizapp.web.given import whole

TITLE_LENGTH = 200
DESCRIPTION_LENGTH = 2000
LEVEL_LENGTH = 100
TEXT_LENGTH = 200
WORDS = ("text", "kind", "state", "tier", "tag")
NUMBERS = ("fact_id", "document_id")
NO_TITLE = "Give the bank a title, such as the subject of its documents."
LONG = "That is too long: {} characters at most."
NO_USERNAME = "Write the username that the other teacher signs in with."


def at_most(length: int) -> Length:
    """Return the validator of a text's length."""
    return Length(max=length, message=LONG.format(length))


def stripped(text: str | None) -> str:
    """Return what was typed without the space round it."""
    return (text or "").strip().replace("\r\n", "\n")


class BankForm(Form):
    """What is said of a bank."""

    title = StringField("Title", [DataRequired(NO_TITLE), at_most(TITLE_LENGTH)], filters=[stripped])
    description = TextAreaField("What it is about", [at_most(DESCRIPTION_LENGTH)], filters=[stripped])
    level = StringField("For whom", [at_most(LEVEL_LENGTH)], filters=[stripped])


class ShareForm(Form):
    """With whom a bank is shared, and how far."""

    username = StringField("Username of a teacher", [DataRequired(NO_USERNAME), at_most(TEXT_LENGTH)])
    may = RadioField(
        "What may the other do?",
        choices=[
            SelectChoice("read", "Read it, and make quizzes from it"),
            SelectChoice("edit", "Also edit its questions and documents"),
        ],
        default="read",
    )


def read_filter(sent: MultiDict[str, str], levels: Mapping[str, frozenset[int]]) -> QuestionFilter:
    """Read from an address which questions are wanted; what cannot be read asks for nothing.

    `levels` says which questions are how hard.
    """
    level = sent.get("level", "")
    words: dict[str, Any] = {name: sent.get(name, "").strip()[:TEXT_LENGTH] for name in WORDS}
    numbers: dict[str, Any] = {name: whole(sent.get(name, "")) for name in NUMBERS}
    stale = {"yes": True, "no": False}.get(sent.get("stale", ""))
    return QuestionFilter(
        **words, **numbers, stale=stale, level=level if level in levels else "", among=levels.get(level)
    )


def filter_args(wanted: QuestionFilter) -> dict[str, Any]:
    """Return what an address says of the questions that are wanted."""
    found = {name: getattr(wanted, name) for name in (*WORDS, *NUMBERS, "level") if getattr(wanted, name)}
    return found if wanted.stale is None else {**found, "stale": "yes" if wanted.stale else "no"}
