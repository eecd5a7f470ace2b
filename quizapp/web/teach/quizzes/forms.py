"""What the forms of a quiz say, as it was typed; what cannot be is said in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from werkzeug.datastructures import MultiDict

from quizapp.quizzes.arranging import MOST_DRAWN, MOST_POINTS, MOST_QUESTIONS
from quizapp.quizzes.queries.composer import Composer
from quizapp.quizzes.settings import QuizSettings
from quizapp.web.given import whole

Sent = MultiDict[str, str]
USUAL = 10
POINTS = "points-"
EXCHANGE = "other"


@dataclass(frozen=True, slots=True)
class NewForm:
    """A quiz that is to be begun."""

    bank_id: int | None = None
    title: str = ""
    draws: bool = True
    count: int = USUAL
    documents: frozenset[int] = frozenset()  # to draw from; none: from all of the bank
    messages: Mapping[str, str] = field(default_factory=dict)

    def with_messages(self, messages: Mapping[str, str]) -> NewForm:
        """Return the form with words beside its fields."""
        return replace(self, messages=messages)


def read_new(sent: Sent) -> NewForm:
    """Read the form of a new quiz."""
    count = whole(sent.get("count", str(USUAL)))
    form = NewForm(
        bank_id=whole(sent.get("bank_id", "")),
        title=sent.get("title", "").strip(),
        draws=sent.get("how", "draw") != "choose",
        count=count or USUAL,
        documents=frozenset(number for text in sent.getlist("document_id") if (number := whole(text)) is not None),
    )
    messages = {}
    if form.bank_id is None:
        messages["bank_id"] = "Choose the bank that the questions come from."
    if not form.title:
        messages["title"] = "Give the quiz a title that your class will see."
    if form.draws and (count is None or not 1 <= count <= MOST_DRAWN):
        messages["count"] = f"Write how many questions to draw, from 1 to {MOST_DRAWN}."
    return form.with_messages(messages)


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """The settings of a quiz as they stand on their page."""

    values: Mapping[str, str]
    revision: int
    messages: Mapping[str, str] = field(default_factory=dict)

    def with_messages(self, messages: Mapping[str, str]) -> SettingsForm:
        """Return the form with words beside its fields."""
        return replace(self, messages=messages)

    @property
    def audience(self) -> str:
        """Who may take the quiz."""
        return self.values["audience"]

    def settings(self) -> QuizSettings:
        """Return what was typed as settings; what was no number is refused by its range."""
        minutes = self._number("minutes")
        return QuizSettings(
            title=self.values["title"].strip(),
            description=self.values["description"].strip().replace("\r\n", "\n"),
            feedback=self.values["feedback"],
            open_document=self.values["documents"] == "open",
            shuffle=self.values["shuffle"] == "on",
            pick=self._number("pick"),
            time_limit_seconds=None if minutes is None else minutes * 60,
            attempts_allowed=self._number("attempts"),
            pass_percent=self._number("pass_percent"),
        )

    def _number(self, name: str) -> int | None:
        text = self.values[name].strip().removesuffix("%").strip()
        number = whole(text)
        return (-1 if number is None else number) if text else None


SETTINGS_FIELDS = (
    *("title", "description", "feedback", "documents", "shuffle", "audience"),
    *("pick", "minutes", "attempts", "pass_percent"),
)


def read_settings(sent: Sent) -> SettingsForm:
    """Read the settings as they were sent."""
    return SettingsForm({name: sent.get(name, "") for name in SETTINGS_FIELDS}, whole(sent.get("revision", "")) or 0)


def settings_form(quiz: Composer) -> SettingsForm:
    """Return the settings of a quiz as their page shows them."""
    settings = quiz.settings
    limit = settings.time_limit_seconds
    values = {
        "title": settings.title,
        "description": settings.description,
        "feedback": settings.feedback,
        "documents": "open" if settings.open_document else "closed",
        "shuffle": "on" if settings.shuffle else "",
        "audience": quiz.audience,
        "pick": _text(settings.pick),
        "minutes": _text(None if limit is None else limit // 60),
        "attempts": _text(settings.attempts_allowed),
        "pass_percent": _text(settings.pass_percent),
    }
    return SettingsForm(values, quiz.revision)


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


@dataclass(frozen=True, slots=True)
class ArrangeForm:
    """What was done to the list of a quiz: an order, points, and one question moved, exchanged or removed."""

    act: str  # save, up, down, other, remove
    question_id: int | None
    order: tuple[int, ...]
    typed: Mapping[int, str]  # points as they were typed
    revision: int

    @property
    def points(self) -> dict[int, Decimal]:
        """The points that can be read."""
        return {question: points for question, text in self.typed.items() if (points := read_points(text))}

    @property
    def messages(self) -> dict[int, str]:
        """What is amiss with points, by question."""
        words = f"Write points above 0 and up to {MOST_POINTS}, such as 1 or 2.5."
        return {question: words for question, text in self.typed.items() if read_points(text) is None}


def read_arrange(sent: Sent) -> ArrangeForm:
    """Read what was done to the list."""
    act, _, number = sent.get("act", "save").partition("-")
    typed = {question: text for name, text in sent.items() if (question := _points_of(name)) is not None}
    return ArrangeForm(
        act, whole(number), numbers_in(sent.get("order", "")), typed, whole(sent.get("revision", "")) or 0
    )


def _points_of(name: str) -> int | None:
    return whole(name.removeprefix(POINTS)) if name.startswith(POINTS) else None


def numbers_in(text: str) -> tuple[int, ...]:
    """Read numbers with commas between them."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[int]:
    for part in text.split(",")[: 2 * MOST_QUESTIONS]:
        number = whole(part)
        if number is not None:
            yield number


def read_points(text: str) -> Decimal | None:
    """Read what a question is worth, with a point or a comma; None where it cannot be that."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 < value <= MOST_POINTS:
        return None
    return value if value == round(value, 2) else None


def filter_values(sent: Mapping[str, Any]) -> dict[str, Any]:
    """Read which questions of a bank are wanted, by the names of a QuestionFilter."""
    words = {name: str(sent.get(name, "")).strip()[:200] for name in ("text", "kind", "tag")}
    numbers = {name: whole(str(sent.get(name, ""))) for name in ("fact_id", "document_id")}
    return {**words, **numbers}
