"""What the forms of facts and marking say, as it was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from quizapp.core.generation.marking import Edits
from quizapp.web.given import whole

KINDS = ("choice", "multiple", "short_text", "number", "date", "cloze", "true_false")
MOST_WRONG = 4
LONGEST = 600
Sent = MultiDict[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which words are to be marked: their place, or a passage and what they are."""

    start: int | None = None
    end: int | None = None
    bank_id: int | None = None
    passage: int | None = None
    words: str = ""
    statement: str = ""
    search: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class MarkForm:
    """A mark as it is taken: the statement, which forms, and what was written over each."""

    asked: Asked
    suggested: str = ""  # the statement as it was suggested
    act: str = ""
    kept: frozenset[str] = frozenset()
    edits: Mapping[str, Edits] = field(default_factory=dict)

    @property
    def rewritten(self) -> str:
        """The statement where it was changed, else nothing."""
        return "" if self.asked.statement == self.suggested else self.asked.statement


def line(text: str) -> str:
    """Return a text on one line, no longer than any field takes."""
    return " ".join(text.replace("\x00", "").split())[:LONGEST]


def read_asked(sent: Sent) -> Asked:
    """Read which words are meant."""
    return Asked(
        start=whole(sent.get("start", "")),
        end=whole(sent.get("end", "")),
        bank_id=whole(sent.get("bank", "")),
        passage=whole(sent.get("passage", "")),
        words=line(sent.get("words", "")),
        statement=line(sent.get("statement", "")),
        search=line(sent.get("search", "")),
        page=whole(sent.get("page", "")) or 1,
    )


def read_mark(sent: Sent) -> MarkForm:
    """Read a mark with all that was written over its forms."""
    kept = frozenset(kind for kind in KINDS if f"keep-{kind}" in sent)
    edits = {kind: _edits(sent, kind) for kind in KINDS if f"stem-{kind}" in sent}
    return MarkForm(read_asked(sent), line(sent.get("suggested", "")), sent.get("act", ""), kept, edits)


def _edits(sent: Sent, kind: str) -> Edits:
    wrong = [
        (line(sent.get(f"wrong-{kind}-{n}", "")), line(sent.get(f"why-{kind}-{n}", ""))) for n in range(MOST_WRONG)
    ]
    prefix = f"reason-{kind}-"
    return Edits(
        stem=line(sent.get(f"stem-{kind}", "")),
        key=line(sent.get(f"key-{kind}", "")),
        wrong=[(text, why) for text, why in wrong if text],
        accept=[text for row in sent.get(f"accept-{kind}", "").splitlines() if (text := line(row))],
        truth=sent.get(f"truth-{kind}", "true") == "true",
        correction=line(sent.get(f"correction-{kind}", "")),
        reasons={name.removeprefix(prefix): line(value) for name, value in sent.items() if name.startswith(prefix)},
    )
