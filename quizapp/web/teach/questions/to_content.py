"""What was typed, read as the content of its kind; whatever cannot be read is said beside its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from quizapp.core.generation.lint import Sources
from quizapp.core.generation.values import whole_date
from quizapp.core.kinds import (
    Choice,
    Citation,
    Cloze,
    Content,
    Date,
    MalformedContent,
    Matching,
    Multiple,
    Number,
    Option,
    OrderedItem,
    Ordering,
    Pair,
    PartialDate,
    ShortText,
    TrueFalse,
    WrongAnswer,
)
from quizapp.core.kinds.number import read_decimal
from quizapp.web.teach.questions.typed import Row, TypedQuestion

NO_NUMBER = "Write a plain number, such as 12 or 3.5."
NO_DATE = "Write a date, such as 4 April 1949, March 1952 or 1952."
NO_DOCUMENT = "Choose the document that these words stand in."
NO_QUOTE = "{}. Copy the words exactly as the document has them, or pick them there."


@dataclass(slots=True)
class Reading:
    """The reading of one form: what was typed, the documents it quotes, and what is amiss by the field's id."""

    typed: TypedQuestion
    sources: Sources
    errors: dict[str, str] = field(default_factory=dict)

    def cited(self, row: Row, at: str, prefix: str = "") -> Citation | None:
        """What a row cites, its words exactly as the document has them; None where it cites nothing."""
        document, quote = row.get(f"{prefix}document", ""), row.get(f"{prefix}quote", "")
        if not quote:
            return None
        known = list(self.sources.documents)
        if not document and len(known) == 1:
            document = known[0]
        if not document:
            self.errors[f"{at}-document"] = NO_DOCUMENT
            return Citation("", quote)
        citation = Citation(document, quote)
        anchor = self.sources.anchor(citation)
        if anchor is None:
            self.errors[f"{at}-quote"] = NO_QUOTE.format(self.sources.quote_problem(citation))
        return Citation(document, anchor.exact) if anchor else citation


def content_of(reading: Reading) -> Content | None:
    """Return the content that was typed; None where a value is missing that it cannot be without."""
    return READERS[reading.typed.kind](reading)


def line(text: str) -> str:
    """Write text as one line."""
    return " ".join(text.split())


def _options(reading: Reading) -> tuple[Option, ...]:
    return tuple(
        Option(line(row["text"]), bool(row["right"]), line(row["reason"]), reading.cited(row, f"option-{number}"))
        for number, row in reading.typed.filled("option")
    )


def _choice(reading: Reading) -> Content:
    return Choice(_options(reading))


def _multiple(reading: Reading) -> Content:
    return Multiple(_options(reading))


def _true_false(reading: Reading) -> Content | None:
    fields = reading.typed.fields
    citation = reading.cited(fields, "correction", "correction-")
    if fields["key"] not in {"true", "false"}:
        reading.errors["key"] = "Say whether the statement is true or false."
        return None
    is_true = fields["key"] == "true"
    return TrueFalse(is_true, "" if is_true else line(fields["correction"]), None if is_true else citation)


def _wrong(reading: Reading) -> tuple[WrongAnswer, ...]:
    return tuple(
        WrongAnswer(line(row["text"]), line(row["reason"]), reading.cited(row, f"wrong-{number}"))
        for number, row in reading.typed.filled("wrong")
    )


def _accepted(reading: Reading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line(text) for text in reading.typed.fields["accept"].split("\n") if text.strip()))


def _short_text(reading: Reading) -> Content:
    return ShortText(_accepted(reading), _wrong(reading), slip=not reading.typed.fields["strict"])


def _cloze(reading: Reading) -> Content:
    fields = reading.typed.fields
    return Cloze(_accepted(reading), line(fields["hint"]), _wrong(reading), slip=not fields["strict"])


def _number(reading: Reading) -> Content | None:
    value, tolerance = _decimal(reading, "value"), _decimal(reading, "tolerance", optional=True)
    if value is None or tolerance is None:
        return None
    return Number(value, tolerance, line(reading.typed.fields["unit"]), _wrong(reading))


def _decimal(reading: Reading, name: str, *, optional: bool = False) -> Decimal | None:
    text = reading.typed.fields[name].replace(",", "").replace(" ", "")
    if optional and not text:
        return Decimal(0)
    try:
        return read_decimal(text, name)
    except MalformedContent:
        reading.errors[name] = NO_NUMBER
        return None


def _date(reading: Reading) -> Content | None:
    text = reading.typed.fields["value"]
    try:
        value = PartialDate.from_iso(text)
    except ValueError:
        found = whole_date(text)
        if found is None:
            reading.errors["value"] = NO_DATE
            return None
        value = found
    return Date(value, _wrong(reading))


def _matching(reading: Reading) -> Content:
    pairs = tuple(
        Pair(line(row["left"]), line(row["right"]), reading.cited(row, f"pair-{number}"))
        for number, row in reading.typed.filled("pair")
    )
    extras = tuple(
        Option(line(row["text"]), False, line(row["reason"]), reading.cited(row, f"extra-{number}"))
        for number, row in reading.typed.filled("extra")
    )
    return Matching(pairs, extras)


def _ordering(reading: Reading) -> Content:
    return Ordering(
        tuple(
            OrderedItem(line(row["text"]), line(row["when"]), reading.cited(row, f"item-{number}"))
            for number, row in reading.typed.filled("item")
        )
    )


READERS: dict[str, Callable[[Reading], Content | None]] = {
    "choice": _choice,
    "multiple": _multiple,
    "true_false": _true_false,
    "short_text": _short_text,
    "cloze": _cloze,
    "number": _number,
    "date": _date,
    "matching": _matching,
    "ordering": _ordering,
}
