"""Keeping a fact whose words have changed: as it stands now, in words that stand now."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.banks.operations.fact_acts import By
from quizapp.banks.operations.restating import Restated, restate_quotes
from quizapp.banks.queries.passage_search import FoundPassage
from quizapp.core.kinds import Citation
from quizapp.core.reading.anchors import make_anchor
from quizapp.documents.errors import RefusedFact
from quizapp.documents.models import Document, FactEvidence
from quizapp.documents.operations.edit_fact import edit_fact, evidence_of, locked_fact, move_evidence, write_content
from quizapp.documents.operations.fact import KEPT
from quizapp.storage.database import db

NOWHERE = "Choose at least one passage that states the fact now, or discard the fact."


def renew_fact(fact_id: int, statement: str, note: str, chosen: Mapping[int, FoundPassage | None], by: By) -> Restated:
    """Let a fact rest on other passages, by the id of the evidence they stand for; None takes evidence away.

    The questions that quoted the old words quote the new ones; one that they do not bear out any more is a draft again.
    """
    fact = locked_fact(fact_id)
    edit_fact(fact_id, statement=statement, note=note)
    moved: dict[Citation, Citation] = {}
    for row in evidence_of(fact_id):
        if row.id in chosen:
            moved |= _moved(row, chosen[row.id])
    if not any(row.stance == "supports" for row in evidence_of(fact_id)):
        raise RefusedFact(NOWHERE)
    fact.state, fact.undo = KEPT, None
    write_content(fact)
    return restate_quotes(by.bank.id, fact_id, moved, author_id=by.person_id, now=by.now)


def _moved(row: FactEvidence, passage: FoundPassage | None) -> dict[Citation, Citation]:
    """Move one piece of evidence, and say which quote stands for which now."""
    if passage is None:
        db.session.delete(row)
        db.session.flush()
        return {}
    old = Citation(passage.key, row.exact)
    text = db.session.get_one(Document, passage.document_id).text
    move_evidence(row.id, passage.document_id, make_anchor(text, passage.start, passage.end))
    return {old: Citation(passage.key, row.exact)}
