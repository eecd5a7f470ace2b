"""The file questions.yaml: questions as they are read from it and written to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.generation.facts.evidence import read_citation
from quizapp.core.kinds import (
    KINDS,
    Content,
    MalformedContent,
    QuestionDraft,
    Witness,
    check,
    content_data,
    content_from,
)
from quizapp.interchange.yaml_file import write_yaml

HEADER = """Generated from facts.yaml by: quizapp generate {folder}
Change facts.yaml and run the command again; what is written here by hand is lost."""
STANCES = ("agrees", "disputes")


def questions_text(drafts: Iterable[QuestionDraft], *, folder: str) -> str:
    """The whole file for these questions, the same text for the same questions on every machine."""
    return write_yaml({"questions": [draft_row(draft) for draft in drafts]}, header=HEADER.format(folder=folder))


def draft_row(draft: QuestionDraft) -> dict[str, Any]:
    """One question as plain values, empty fields left out."""
    row: dict[str, Any] = {name: getattr(draft, name) for name in ("id", "kind", "tier", "fact", "slot", "stem")}
    row["content"] = content_data(draft.content)
    row["explanation"] = draft.explanation
    row["citations"] = [citation.data() for citation in draft.citations]
    row["witnesses"] = [_witness_row(witness) for witness in draft.witnesses]
    row["overrides"] = dict(sorted(draft.overrides.items()))
    row["doubt"] = draft.doubt
    return {name: value for name, value in row.items() if value}


def _witness_row(witness: Witness) -> dict[str, str]:
    names = ("document", "quote", "stance", "value", "note")
    return {name: text for name in names if (text := getattr(witness, name))}


def read_drafts(entry: Entry) -> tuple[QuestionDraft, ...]:
    """Read all questions; two with one id are a mistake."""
    drafts = tuple(draft for draft in entry.each("questions", _read_draft, needed=True) if draft)
    seen: set[str] = set()
    for index, draft in enumerate(drafts):
        if draft.id in seen:
            place = Entry({}, ("questions", index), entry.problems)
            place.report(None, "F07", f"the id '{draft.id}' is taken", "Give each question an id of its own.")
        seen.add(draft.id)
    entry.close()
    return drafts


def _read_draft(entry: Entry) -> QuestionDraft | None:
    kind, stem = entry.one_of("kind", tuple(KINDS), default=""), entry.text("stem")
    content = _read_content(entry, kind, stem)
    draft = QuestionDraft(
        id=entry.text("id"),
        kind=kind,
        tier=entry.tier(),
        fact=entry.text("fact"),
        slot=entry.text("slot"),
        stem=stem,
        content=content,  # type: ignore[arg-type]  # a draft without content is dropped below
        explanation=entry.text("explanation", needed=False),
        citations=entry.each("citations", read_citation, needed=True),
        witnesses=entry.each("witnesses", _read_witness),
        overrides=_read_overrides(entry),
        doubt=entry.text("doubt", needed=False),
    )
    return draft if content else None


def _read_content(entry: Entry, kind: str, stem: str) -> Content | None:
    section = entry.section("content", needed=True)
    if section is None or not kind:
        return None
    try:
        content = content_from(kind, section.data)
    except MalformedContent as error:
        entry.report("content", "F06", str(error).rstrip("."), "Write the content as its kind has it.")
        return None
    for problem in check(content, stem) if stem else ():
        entry.report("content", "E03", problem.rstrip("."), "Mend the question's fact and generate again.")
    return content


def _read_witness(entry: Entry) -> Witness:
    stance = entry.one_of("stance", STANCES, default="agrees")
    value, note = entry.text("value", needed=False), entry.text("note", needed=False)
    return Witness(entry.text("document"), entry.text("quote"), stance, value, note)  # type: ignore[arg-type]


def _read_overrides(entry: Entry) -> dict[str, str]:
    section = entry.section("overrides")
    return {str(rule): section.text(str(rule)) for rule in section.data} if section else {}
