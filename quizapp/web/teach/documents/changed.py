"""What a newer revision changed: each changed stretch once, with the facts and questions that rest on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.banks.queries.differences import Stretch, stretches
from quizapp.banks.queries.documents import StaleFact, StaleQuestion
from quizapp.documents.queries.changes import Nearest


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


def changed(
    facts: Sequence[StaleFact], questions: Sequence[StaleQuestion], near: Mapping[str, Nearest]
) -> tuple[Changed, ...]:
    """Return every changed stretch in the order of the older text."""
    found: dict[tuple[int, int, int], Changed] = {}

    def at(row: StaleFact | StaleQuestion) -> Changed:
        now = near.get(row.quote)
        words = tuple(stretches(row.quote, now.text)) if now else ()
        key = row.document_id, row.start, row.end
        return found.setdefault(key, Changed(row.quote, row.document_id, row.start, row.end, now, words))

    for fact in facts:
        at(fact).facts.append(fact)
    for question in questions:
        at(question).questions.append(question)
    return tuple(found[key] for key in sorted(found))
