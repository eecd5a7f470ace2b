"""Taking away what a job has half written, in short batches; a job that has revealed anything has nothing hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizapp.banks.operations import hidden
from quizapp.documents.operations import unfinished
from quizapp.interchange.jobs.held import HeldJob
from quizapp.interchange.jobs.writing import TRACES, without_traces


def sweep(held: HeldJob) -> None:
    """Remove the hidden questions and facts, the documents and the banks that an earlier try of a job has left."""
    left = held.result
    if not left.keys() & set(TRACES):
        return
    for row in left.get("writing", ()):
        bank_id, slug, keys = row["bank_id"], row["slug"], row["keys"]
        _remove(held, hidden.hidden_questions(bank_id, keys), hidden.remove_questions)
        _remove(held, unfinished.hidden_facts(slug, keys), unfinished.remove_facts)
    documents = list(left.get("documents", {}).values())
    for document_id in documents:
        _remove(held, unfinished.passages_of(document_id), unfinished.remove_passages)
    with held.batch(result=without_traces(left)):
        unfinished.remove_documents(documents)
        for made in left.get("made_banks", ()):
            hidden.remove_bank(made)
    held.result = without_traces(left)


def _remove(held: HeldJob, ids: Sequence[int], remove: Callable[[Sequence[int]], None]) -> None:
    if ids:
        held.begin("Taking back what was half written", len(ids))
        held.write(ids, remove)
