"""What was drafted, in the shape in which a bank keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from quizapp.banks.operations import QuestionDetails
from quizapp.core.generation.facts import FactFile
from quizapp.core.kinds import Citation, QuestionDraft, content_citations
from quizapp.documents.operations import FactDetails, FoundFact
from quizapp.interchange.drafting_process import Drafted
from quizapp.interchange.load_bank import Quotes, fact_details


@dataclass(frozen=True, slots=True)
class DraftedBank:
    """Facts and questions under the keys of their documents; a question names its fact by the fact's key."""

    facts: tuple[FoundFact, ...]
    questions: tuple[QuestionDraft, ...]


def for_bank(drafted: Drafted, slug: str, documents: Mapping[str, int]) -> tuple[DraftedBank, Quotes]:
    """Put what was drafted under the keys of its bank; what rests on a quote without a place is left out."""
    quotes = Quotes(documents, drafted.anchors)
    facts: list[FoundFact] = []
    homes: dict[str, str] = {}
    for key, part in _by_document(drafted.facts, documents, drafted.anchors):
        details = list(fact_details(part, quotes, f"{slug}/{key}/"))
        facts += [found(row) for row in details]
        homes |= {row.key.removeprefix(f"{slug}/{key}/"): key for row in details}
    questions = [
        _under_key(row, slug, homes[row.fact])
        for row in drafted.questions
        if row.fact in homes and _is_placed(row, drafted.anchors)
    ]
    return DraftedBank(tuple(facts), tuple(questions)), quotes


def details_of(questions: Iterable[QuestionDraft], facts: Mapping[str, int], quotes: Quotes) -> list[QuestionDetails]:
    """Return questions as a bank keeps them, tied to the ids of their facts."""
    return [QuestionDetails(row, facts.get(row.fact), tuple(quotes.cited(row))) for row in questions]


def found(details: FactDetails) -> FoundFact:
    """Return a fact with how sure it is of itself."""
    said = details.content
    return FoundFact(details, str(said.get("tier", "ready")), str(said.get("doubt", "")))


def _under_key(row: QuestionDraft, slug: str, key: str) -> QuestionDraft:
    return replace(row, id=f"{key}/{row.id}", slot=f"{key}/{row.slot}", fact=f"{slug}/{key}/{row.fact}")


def _by_document(
    facts: FactFile, documents: Mapping[str, int], anchors: Mapping[Citation, object]
) -> Iterator[tuple[str, FactFile]]:
    """A fact stands under the document that it was found in first."""
    whole = [row for row in facts.facts if all(citation in anchors for citation in row.evidence)]
    orders = [row for row in facts.sequences if all(citation in anchors for citation in row.evidence) and row.evidence]
    for key in documents:
        yield (
            key,
            FactFile(
                tuple(row for row in whole if row.evidence[0].document == key),
                tuple(row for row in orders if row.evidence[0].document == key),
            ),
        )


def _is_placed(row: QuestionDraft, anchors: Mapping[Citation, object]) -> bool:
    said = [Citation(witness.document, witness.quote) for witness in row.witnesses]
    return all(citation in anchors for citation in (*row.citations, *content_citations(row.content), *said))
