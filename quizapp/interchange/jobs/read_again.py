"""Texts that are there already: said of each, and never drafted twice into one bank."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.banks.queries.same_texts import SameText, same_texts
from quizapp.interchange.draft_folder import Received
from quizapp.interchange.jobs.held import HeldJob


def without_those_there(held: HeldJob, received: Sequence[Received]) -> tuple[Received, ...]:
    """Leave out what the job's bank holds or what came twice; what stands elsewhere is taken, and said."""
    known = same_texts(held.job.owner_id, {row.read.content_hash for row in received})
    first: dict[str, Received] = {}
    held.result["again"] = []
    for row in received:
        text = row.read.content_hash
        if text in first:
            held.result["again"].append({"name": row.name, "as": first[text].name, "taken": False})
            continue
        earlier = known.get(text, ())
        here = next((one for one in earlier if one.bank_id == held.job.bank_id), None)
        if earlier:
            held.result["again"].append(_said(row, here or earlier[0], taken=here is None))
        if here is None:
            first[text] = row
    return tuple(first.values())


def end_without_news(held: HeldJob) -> None:
    """End a job all of whose texts its bank holds already: it leads to the first of them."""
    there = [row for row in held.result["again"] if "id" in row]
    said = {"facts": 0, "ready": 0, "eye": 0, "enough": 0, "kept": [], "titles": [row["title"] for row in there]}
    with held.last_batch(document_id=there[0]["id"], result=held.result | said):
        pass


def _said(row: Received, earlier: SameText, *, taken: bool) -> dict[str, object]:
    return {
        "name": row.name,
        "id": earlier.document_id,
        "title": earlier.title,
        "bank_id": earlier.bank_id,
        "bank": earlier.bank_title,
        "taken": taken,
    }
