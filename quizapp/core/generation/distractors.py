"""Wrong answers with their reasons: written ones, borrowed ones, and the other pairs of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from quizapp.core.generation.facts import Ask, Distractor, Fact, FactFile, PairItem
from quizapp.core.generation.seeding import rank
from quizapp.core.generation.values import whole_number
from quizapp.core.kinds import Citation, Number, Option, PartialDate, fold

MOST = 3
Keyed = Mapping[str, tuple[Fact, Ask]]


def asks_by_slot(facts: FactFile) -> Keyed:
    """Every ask by the name of its slot."""
    return {f"{fact.id}.{ask.slot}": (fact, ask) for fact, ask in facts.asks()}


def distractors_of(ask: Ask, keyed: Keyed) -> tuple[Option, ...]:
    """An ask's distractors as options: text, why it is wrong, and where that can be read."""
    return tuple(_option(distractor, ask, keyed) for distractor in ask.distractors)


def _option(distractor: Distractor, ask: Ask, keyed: Keyed) -> Option:
    text, reason, citation = distractor.text, distractor.reason, distractor.citation
    if distractor.source:
        fact, other = keyed[distractor.source]
        text = text or other.key
        reason = reason or fact.statement
        citation = citation or (other.evidence or fact.evidence)[0]
    return Option(_written_alike(text, ask), reason=reason, citation=citation)


def _written_alike(text: str, ask: Ask) -> str:
    """Write a bare value as the key is written: a date in words, a number with its unit."""
    if isinstance(ask.answer.value, PartialDate):
        try:
            return PartialDate.from_iso(text).written()
        except ValueError:
            return text
    value = whole_number(text) if isinstance(ask.answer.value, Decimal) and not ask.shown else None
    bare = value is not None and not any(letter.isalpha() for letter in text)
    return Number(value, unit=ask.answer.unit).key_text() if value is not None and bare else text


def other_sides(
    item: PairItem,
    items: Sequence[PairItem],
    side: Callable[[PairItem], str],
    explain: Callable[[PairItem], tuple[str, Citation | None]],
) -> tuple[Option, ...]:
    """The other pairs' texts: those the item is put against, else those nearest in length to the key."""
    key = side(item)
    chosen = [row for row in items if row.left in item.against] or _nearest(key, _candidates(item, items, side), side)
    return tuple(Option(side(row), reason=explain(row)[0], citation=explain(row)[1]) for row in chosen[:MOST])


def _nearest(key: str, rows: list[PairItem], side: Callable[[PairItem], str]) -> list[PairItem]:
    near = sorted(rows, key=lambda row: (abs(len(side(row)) - len(key)), rank(key, side(row))))
    longer = [row for row in near if len(side(row)) > len(key)]
    if len(near) > MOST and longer and longer[0] not in near[:MOST]:
        return [*near[: MOST - 1], longer[0]]
    return near


def _candidates(item: PairItem, items: Sequence[PairItem], side: Callable[[PairItem], str]) -> list[PairItem]:
    seen = {fold(side(item))}
    found = []
    for row in items:
        text = fold(side(row))
        if text not in seen and not any(text in other or other in text for other in seen):
            found.append(row)
        seen.add(text)
    return found
