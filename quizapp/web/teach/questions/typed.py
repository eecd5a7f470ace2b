"""A question as it stands in the editor's form: text in fields and rows, whether or not it makes sense yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

# Every group of rows that a kind may have, with the fields of one row.
PROOF = ("document", "quote")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "cite": PROOF,
    "option": ("text", "right", "reason", *PROOF),
    "wrong": ("text", "reason", *PROOF),
    "pair": ("left", "right", *PROOF),
    "extra": ("text", "reason", *PROOF),
    "item": ("text", "when", *PROOF),
}
SINGLE = (
    *("kind", "stem", "explanation", "source", "tags"),
    *("accept", "strict", "hint", "value", "tolerance", "unit"),
    *("key", "correction", "correction-document", "correction-quote"),
)
ROWS_SHOWN: Mapping[str, tuple[tuple[str, int], ...]] = {
    "choice": (("option", 4),),
    "multiple": (("option", 4),),
    "true_false": (),
    "short_text": (("wrong", 1),),
    "number": (("wrong", 1),),
    "date": (("wrong", 1),),
    "cloze": (("wrong", 1),),
    "matching": (("pair", 3), ("extra", 1)),
    "ordering": (("item", 3),),
}
MOST_ROWS = 40
LONGEST = 5000
NUMBERED = re.compile(r"(cite|option|wrong|pair|extra|item)-([1-9][0-9]?)-([a-z]+)")
Row = dict[str, str]


@dataclass(slots=True)
class TypedQuestion:
    """What was typed: single fields, rows by group, the reasons for passing rules, and which witnesses are kept."""

    fields: dict[str, str] = field(default_factory=lambda: dict.fromkeys(SINGLE, ""))
    rows: dict[str, list[Row]] = field(default_factory=lambda: {group: [] for group in GROUPS})
    reasons: dict[str, str] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)  # witnesses by their number, from 1

    @property
    def kind(self) -> str:
        """The kind of question that is being written."""
        return self.fields["kind"]

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed, or a passage taken, since the form was empty."""
        said = (text for name, text in self.fields.items() if name not in {"kind", "key"})
        return any(said) or any(self.filled(group) for group in GROUPS)

    def filled(self, group: str) -> list[tuple[int, Row]]:
        """The rows of a group that hold anything, each with its number on the page."""
        shown = [name for name in GROUPS[group] if name not in {"right", "document"} or group == "pair"]
        shown = [name for name in shown if name != "document"]
        return [(n, row) for n, row in enumerate(self.rows[group], 1) if any(row.get(name) for name in shown)]

    def with_room(self) -> TypedQuestion:
        """Give every group that the kind has as many rows as its form begins with, and the evidence at least one."""
        for group, count in (("cite", 1), *ROWS_SHOWN[self.kind]):
            while len(self.rows[group]) < count:
                self.rows[group].append(dict.fromkeys(GROUPS[group], ""))
        return self


def read_typed(form: MultiDict[str, str]) -> TypedQuestion:
    """Read a form as it was typed; nothing is judged yet."""
    typed = TypedQuestion()
    for name in SINGLE:
        typed.fields[name] = _clean(form.get(name, ""))
    found: dict[str, dict[int, Row]] = {group: {} for group in GROUPS}
    for name, text in form.items():
        match = NUMBERED.fullmatch(name)
        if match and match[3] in GROUPS[match[1]]:
            found[match[1]].setdefault(int(match[2]), {})[match[3]] = _clean(text)
    for group, rows in found.items():
        for number in sorted(rows)[:MOST_ROWS]:
            typed.rows[group].append(dict.fromkeys(GROUPS[group], "") | rows[number])
    _mark_the_key(typed, form.get("was-kind", typed.kind), form.get("right", ""))
    typed.reasons = {
        name.removeprefix("reason-"): _clean(text)[:500] for name, text in form.items() if name.startswith("reason-")
    }
    typed.left_out = {int(text) for text in form.getlist("leave-out") if text.isascii() and text.isdigit()}
    return typed


def _mark_the_key(typed: TypedQuestion, shown_as: str, number: str) -> None:
    """Of a choice one option is chosen as right; the other kinds tick theirs in the row."""
    if shown_as == "choice":
        for place, row in enumerate(typed.rows["option"], 1):
            row["right"] = "1" if str(place) == number else ""


def _clean(text: str) -> str:
    return text.replace("\x00", "").replace("\r\n", "\n").strip()[:LONGEST]
