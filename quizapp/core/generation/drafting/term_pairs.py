"""Matching terms with their definitions, where a document defines three or more."""

from collections.abc import Iterator, Sequence

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.naming import fact_id
from quizapp.core.generation.drafting.whole_facts import WholeFact
from quizapp.core.generation.facts import Fact, Pairing, PairItem
from quizapp.core.kinds import Citation

_ASKED = "What is the term for "
LEAST, LONGEST = 3, 25


def term_pairs(candidates: Sequence[Candidate]) -> Iterator[WholeFact]:
    """Yield one fact that pairs the terms of a document with what they are terms for."""
    found = {row.ask.key: row for row in reversed(candidates) if _can_be_paired(row)}
    rows = sorted(found.values(), key=lambda row: row.place)
    if len(rows) < LEAST:
        return
    items = tuple(PairItem(row.ask.key, _definition(row), _citation(row)) for row in rows)
    pairs = Pairing(slot="terms", items=items, question="Match each term with its definition.")
    statement = f"The text defines {', '.join(item.left for item in items[:-1])} and {items[-1].left}."
    name = fact_id(statement, items[0].left)
    fact = Fact(name, statement, tuple(_citation(row) for row in rows), pairs=pairs)
    yield WholeFact(rows[0].statement.document, tuple(row.place[1] for row in rows), fact)


def _can_be_paired(row: Candidate) -> bool:
    told = row.ask.question.startswith(_ASKED) and not row.doubts
    return told and len(row.ask.question.split()) <= LONGEST


def _definition(row: Candidate) -> str:
    return row.ask.question.removeprefix(_ASKED).rstrip("?")


def _citation(row: Candidate) -> Citation:
    return Citation(row.statement.document, row.statement.quote)
