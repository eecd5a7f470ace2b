"""Why an answer is right or wrong, with the passages that decide it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from quizapp.attempts.queries.overview import Overview
from quizapp.documents.queries import PassageCard


@dataclass(frozen=True, slots=True)
class MarkShown:
    """What an answer was worth."""

    points: Decimal
    out_of: Decimal
    verdict: str  # right, partly, wrong, unanswered


@dataclass(frozen=True, slots=True)
class Part:
    """An option, pair, item or foreseen wrong answer, in the order it was shown, with its own reason and passage.

    choice, multiple, true_false: text is the option; chosen: the learner chose it; right: it belongs to the key.
    matching: text is the left side, given the right side chosen, key the one that belongs; right: they are the same.
    ordering, in the right order: text is the item, given the place it was put in ("2"), key its place, when its date;
    right: the learner put it there. A foreseen wrong answer that was typed: text, reason and card only.
    """

    text: str
    chosen: bool
    right: bool
    reason: str = ""
    card: PassageCard | None = None
    given: str = ""
    key: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answer explained. `read_as` is filled where a slip of the finger was forgiven: the answer as it was read."""

    overview: Overview
    number: int
    kind: str
    stem: str
    mark: MarkShown
    given_text: str  # empty where nothing was answered
    read_as: str
    key_text: str
    sure: bool | None
    parts: tuple[Part, ...]
    why: str
    cards: tuple[PassageCard, ...]  # the passages that support the key
    witnesses: tuple[PassageCard, ...]  # what other sources say: role agrees or disputes, with value and note
    may_read: bool  # whether the documents may be opened now
    next_number: int | None  # the next question to answer; None: nothing left


def explanation(attempt_id: int, number: int, learner_id: int) -> Explanation:
    """Return an answer explained; NotShownYet before feedback may be shown."""
    raise NotImplementedError
