"""Documents as they are read, and the passages cut from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Role = Literal["key", "part", "agrees", "disputes"]
Verdict = Literal["right", "partly", "wrong"]


@dataclass(frozen=True, slots=True)
class PassageCard:
    """The sentence or sentences round a quote, the deciding words apart: before + exact + after."""

    document_id: int
    title: str
    short_title: str
    publisher: str
    published: str
    source_kind: str
    before: str
    exact: str
    after: str
    start: int
    end: int
    role: Role
    value: str  # what a witness says
    note: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands, and what it is cited for."""

    document_id: int
    start: int
    end: int
    role: Role = "key"
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MarginMark:
    """How the learner did on a fact that these words state."""

    start: int
    end: int
    verdict: Verdict
    statement: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks alike; where it was dropped, `dropped` says why."""

    text: str
    start: int
    end: int
    dropped: str = ""
    selected: bool = False  # the words the page was opened at
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the document: a paragraph, a heading or a line of a list, with the marks that begin in it."""

    kind: str  # paragraph, heading, line
    start: int
    end: int
    runs: tuple[Run, ...]
    marks: tuple[MarginMark, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What kind of text a document is and where it comes from."""

    id: int
    title: str
    short_title: str
    author: str
    publisher: str
    published: str
    address: str
    source_kind: str
    source_note: str
    language: str


@dataclass(frozen=True, slots=True)
class Reader:
    """A document to read, with what was dropped kept visible."""

    source: Source
    blocks: tuple[Block, ...]


def passage_cards(places: Iterable[Place]) -> tuple[PassageCard, ...]:
    """Return the card of each place, in order, with one query."""
    raise NotImplementedError


def passage_card(place: Place) -> PassageCard:
    """Return the card of one place; NoSuchDocument where its document is gone."""
    raise NotImplementedError


def reader(document_id: int, *, marks: Iterable[MarginMark] = (), selected: tuple[int, int] | None = None) -> Reader:
    """Return a document's text in blocks of runs; every mark and the selected words begin a run of their own."""
    raise NotImplementedError
