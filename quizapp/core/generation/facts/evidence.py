"""Where a fact can be read, and what other sources say of it."""

from __future__ import annotations

from typing import Any, Literal

from quizapp.core.generation.entry import Entry
from quizapp.core.kinds import Citation, Witness


def read_citation(entry: Entry) -> Citation:
    """Read a document's key and the exact words."""
    return Citation(entry.text("document"), entry.text("quote"))


def read_own_citation(entry: Entry) -> Citation | None:
    """Read a citation written beside other fields; half of one is a mistake."""
    document, quote = entry.text("document", needed=False), entry.text("quote", needed=False)
    if bool(document) != bool(quote):
        missing = "quote" if document else "document"
        entry.report(None, "F03", f"a citation needs its {missing}", f"Add '{missing}:', or remove the other half.")
        return None
    return Citation(document, quote) if document else None


def read_witnesses(entry: Entry) -> tuple[Witness, ...]:
    """Read who agrees and who disputes."""
    agrees = entry.each("agrees", lambda row: _read_witness(row, "agrees"))
    return agrees + entry.each("disputes", lambda row: _read_witness(row, "disputes"))


def _read_witness(entry: Entry, stance: Literal["agrees", "disputes"]) -> Witness:
    value, note = entry.text("value", needed=False), entry.text("note", needed=False)
    return Witness(entry.text("document"), entry.text("quote"), stance, value, note)


def witness_data(witness: Witness) -> dict[str, Any]:
    """A witness as it is written in a file, without its stance."""
    row = {"document": witness.document, "value": witness.value, "quote": witness.quote, "note": witness.note}
    return {name: value for name, value in row.items() if value}


def own_citation_data(citation: Citation | None) -> dict[str, Any]:
    """The two fields of a citation written beside others."""
    return {"document": citation.document, "quote": citation.quote} if citation else {}


def witnesses_data(witnesses: tuple[Witness, ...]) -> dict[str, Any]:
    """Who agrees and who disputes, as they are written in a file."""
    stances = {stance: [row for row in witnesses if row.stance == stance] for stance in ("agrees", "disputes")}
    return {stance: [witness_data(row) for row in rows] for stance, rows in stances.items() if rows}
