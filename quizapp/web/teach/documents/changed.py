"""What a newer revision changed: each changed stretch once, with the facts and questions that rest on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quizapp.banks.queries.differences import Stretch, stretches
from quizapp.banks.queries.documents import StaleFact, StaleQuestion
from quizapp.documents.queries.changes import Nearest, Place, nearest_sentences, whole_sentences


@dataclass(frozen=True, slots=True)
class Changed:
    """Words that are gone, what stands in their place, and what rests on them."""

    quote: str
    document_id: int
    start: int
    end: int
    near: Nearest | None
    words: tuple[Stretch, ...]
    facts: list[StaleFact] = field(default_factory=list)
    questions: list[StaleQuestion] = field(default_factory=list)


def changed(facts: Sequence[StaleFact], questions: Sequence[StaleQuestion], newest_id: int) -> tuple[Changed, ...]:
    """Return every changed stretch in the order of the older text, beside what stands in its place."""
    said = whole_sentences([place_of(row) for row in facts] + [place_of(row) for row in questions])
    near = nearest_sentences(newest_id, set(said.values()))
    found: dict[Place, Changed] = {}

    def at(row: StaleFact | StaleQuestion) -> Changed:
        was = said[place_of(row)]
        now = near.get(was)
        words = tuple(stretches(was, now.text)) if now else ()
        return found.setdefault(place_of(row), Changed(was, *place_of(row), now, words))

    for fact in facts:
        at(fact).facts.append(fact)
    for question in questions:
        at(question).questions.append(question)
    return tuple(found[key] for key in sorted(found))


def place_of(row: StaleFact | StaleQuestion) -> Place:
    """Return where the older words of a row stand."""
    return row.document_id, row.start, row.end
