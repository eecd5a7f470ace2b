"""A question as it is written, before a bank gives it versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .citation import Citation
from .content import Content

Stance = Literal["agrees", "disputes"]


@dataclass(frozen=True, slots=True)
class Witness:
    """What another source says of the same fact."""

    document: str
    quote: str
    stance: Stance
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """One question with its proof: what is asked, its key, why, and the passages that decide it."""

    id: str
    kind: str
    tier: str
    fact: str
    slot: str
    stem: str
    content: Content
    explanation: str = ""
    citations: tuple[Citation, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)
    doubt: str = ""
    source: str = ""  # what a question without a document rests on, in its author's words
