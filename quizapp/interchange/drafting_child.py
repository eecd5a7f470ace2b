"""The process that drafts under limits: `python -m quizapp.interchange.drafting_child`.

It takes one line of JSON (the title, the seed, the documents as read) on standard input, and writes lines of JSON: one
for each sentence that was read, and at last the facts, the questions, and the place of every quote in them.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, BinaryIO

from quizapp.core.generation.drafting.bank import DraftBank, DraftDocument, draft
from quizapp.core.generation.lint import Sources
from quizapp.core.kinds import Citation, content_citations
from quizapp.documents.child_side import answer, say
from quizapp.documents.reading_child import unpacked
from quizapp.interchange.questions_file import draft_row

_NO_MEMORY = "Drafting questions needs more than 1 GB of memory, so it was stopped. Upload the document in parts."


def _draft(out: BinaryIO) -> dict[str, Any]:
    try:
        asked = json.loads(sys.stdin.buffer.readline())
        documents = [DraftDocument(row["key"], row["title"], unpacked(row["read"])) for row in asked["documents"]]
        bank = draft(
            documents,
            title=asked["title"],
            seed=asked["seed"],
            progress=lambda done, of: say(out, {"done": done, "of": of}),
        )
        return _told(bank, Sources({row.key: row.read for row in documents}))
    except (MemoryError, RecursionError):
        return {"refused": _NO_MEMORY}


def _told(bank: DraftBank, sources: Sources) -> dict[str, Any]:
    places = {citation: sources.anchor(citation) for citation in _citations(bank)}
    return {
        "facts": bank.facts.data(),
        "questions": [draft_row(row) for row in bank.questions],
        "anchors": [
            [*asdict(citation).values(), *asdict(found).values()] for citation, found in places.items() if found
        ],
        "notes": bank.notes,
    }


def _citations(bank: DraftBank) -> Iterator[Citation]:
    for fact in bank.facts.facts:
        yield from fact.evidence
        yield from (Citation(row.document, row.quote) for row in fact.witnesses)
    for sequence in bank.facts.sequences:
        yield from sequence.evidence
        yield from (event.citation for event in sequence.events if event.citation)
    for question in bank.questions:
        yield from question.citations
        yield from content_citations(question.content)
        yield from (Citation(row.document, row.quote) for row in question.witnesses)


if __name__ == "__main__":
    answer(_draft)
