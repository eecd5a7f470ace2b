"""What two wordings of a question differ in, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Literal

from quizapp.banks.queries.anatomy import Piece, pieces_of
from quizapp.core.kinds import KINDS, Citation, QuestionDraft

TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
ALIKE = 0.35  # less than this in common, and it is another text rather than a change


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text that stayed, went or came."""

    text: str
    mark: Literal["same", "gone", "new"] = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """One part of a question that differs, the old wording and the new one in one line."""

    part: str
    stretches: tuple[Stretch, ...]


def differences(old: QuestionDraft, new: QuestionDraft) -> tuple[Change, ...]:
    """Return every part in which two wordings differ; empty where they say the same."""
    before, after = dict(said(old)), dict(said(new))
    parts = [*after, *(part for part in before if part not in after)]
    return tuple(
        Change(part, tuple(stretches(before.get(part, ""), after.get(part, ""))))
        for part in parts
        if before.get(part, "") != after.get(part, "")
    )


def said(draft: QuestionDraft) -> list[tuple[str, str]]:
    """Return all that a question says, part by part, each with its name."""
    pieces = pieces_of(draft.content)
    keys = [piece for piece in pieces if piece.of_key]
    wrong = [piece for piece in pieces if not piece.of_key]
    rows = [
        ("Kind", KINDS[draft.kind].label),
        ("Question", draft.stem),
        *_numbered("Key", [_piece(piece) for piece in keys]),
        *_numbered("Wrong answer", [_piece(piece) for piece in wrong]),
        ("Explanation", draft.explanation),
        *_numbered("Evidence", [_quote(citation) for citation in draft.citations]),
        *_numbered("Another source", [f"{row.document}: “{row.quote}”" for row in draft.witnesses]),
        ("Source", draft.source),
        *((f"Reason for {rule}", text) for rule, text in sorted(draft.overrides.items())),
    ]
    return [(part, text) for part, text in rows if text]


def stretches(old: str, new: str) -> Iterator[Stretch]:
    """Yield the two texts as one, word by word, with what went and what came."""
    before, after = TOKENS.findall(old), TOKENS.findall(new)
    match = SequenceMatcher(None, before, after, autojunk=False)
    if match.ratio() < ALIKE:
        yield from (Stretch(text, mark) for text, mark in ((old, "gone"), (new, "new")) if text)  # type: ignore[arg-type]
        return
    for what, i, j, k, m in match.get_opcodes():
        if what == "equal":
            yield Stretch("".join(before[i:j]))
            continue
        if i < j:
            yield Stretch("".join(before[i:j]), "gone")
        if k < m:
            yield Stretch("".join(after[k:m]), "new")


def _numbered(part: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(texts) == 1:
        yield part, texts[0]
        return
    yield from ((f"{part} {number}", text) for number, text in enumerate(texts, 1))


def _piece(piece: Piece) -> str:
    also = f" (also: {', '.join(piece.also)})" if piece.also else ""
    return " — ".join(chain([piece.text + also], filter(None, [piece.reason, _quote(piece.citation)])))


def _quote(citation: Citation | None) -> str:
    return f"{citation.document}: “{citation.quote}”" if citation else ""
