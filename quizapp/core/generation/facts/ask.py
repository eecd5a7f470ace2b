"""One value of a fact that can be asked for: a slot, and the forms in which it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.generation.facts.answer import Answer, read_answer
from quizapp.core.generation.facts.distractor import Distractor, read_distractor
from quizapp.core.generation.facts.evidence import read_citation, read_witnesses, witnesses_data
from quizapp.core.generation.facts.overrides import read_overrides
from quizapp.core.kinds import Citation, Witness

FORMS = ("choice", "short_text", "number", "date", "cloze", "true_false")
MOST_DISTRACTORS = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked, its key, what is wrong and why, and how it may be put."""

    slot: str
    answer: Answer
    question: str = ""
    sentence: str = ""
    shown: str = ""
    accept: tuple[str, ...] = ()
    hint: str = ""
    distractors: tuple[Distractor, ...] = ()
    false_with: int = 0
    false_reason: str = ""
    truth: bool | None = None
    forms: tuple[str, ...] = ()
    why: str = ""
    supported_by: tuple[str, ...] = ()
    evidence: tuple[Citation, ...] = ()
    witnesses: tuple[Witness, ...] | None = None
    overrides: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key as it is shown."""
        return self.shown or self.answer.written()

    def data(self) -> dict[str, Any]:
        """The ask as it is written in a file."""
        texts = {name: getattr(self, name) for name in ("shown", "question", "sentence", "hint")}
        row: dict[str, Any] = {"slot": self.slot, "answer": self.answer.data(), **texts, "accept": list(self.accept)}
        row["distractors"] = [distractor.data() for distractor in self.distractors]
        row |= {"false_with": self.false_with, "false_reason": self.false_reason, "forms": list(self.forms)}
        row |= {"why": self.why, "supported_by": list(self.supported_by)}
        row["evidence"] = [citation.data() for citation in self.evidence]
        row |= {} if self.witnesses is None else witnesses_data(self.witnesses) or {"agrees": []}
        row["overrides"] = dict(self.overrides)
        kept = {name: value for name, value in row.items() if value or name == "agrees"}
        return kept if self.truth is None else {**kept, "truth": self.truth}


def read_ask(entry: Entry) -> Ask | None:
    """Read one ask; the sentence marks the place of the key with {}."""
    section = entry.section("answer", needed=True)
    answer = read_answer(section) if section else None
    if section:
        section.close()
    ask = _read_fields(entry, answer or Answer("text", "?"))
    _check_words(entry, ask)
    _check_distractors(entry, ask)
    return ask if answer else None


def _read_fields(entry: Entry, answer: Answer) -> Ask:
    own_witnesses = entry.has("agrees") or entry.has("disputes") or "agrees" in entry.data
    return Ask(
        slot=entry.name("slot"),
        answer=answer,
        question=entry.text("question", needed=False),
        sentence=entry.text("sentence", needed=False),
        shown=entry.text("shown", needed=False),
        accept=entry.texts("accept"),
        hint=entry.text("hint", needed=False),
        distractors=entry.each("distractors", read_distractor),
        false_with=entry.whole("false_with") or 0,
        false_reason=entry.text("false_reason", needed=False),
        truth=entry.flag("truth"),
        forms=entry.words_of("forms", FORMS),
        why=entry.text("why", needed=False),
        supported_by=entry.text_or_texts("supported_by"),
        evidence=entry.each("evidence", read_citation),
        witnesses=read_witnesses(entry) if own_witnesses else None,
        overrides=read_overrides(entry),
    )


def _check_words(entry: Entry, ask: Ask) -> None:
    if not ask.question and not ask.sentence:
        entry.report(None, "F03", "an ask needs a question or a sentence", "Add 'question:', 'sentence:' or both.")
    if ask.sentence and ask.sentence.count("{}") != 1:
        entry.report("sentence", "F06", "the sentence must hold {} once", "Write {} where the key stands.")


def _check_distractors(entry: Entry, ask: Ask) -> None:
    count = len(ask.distractors)
    if count > MOST_DISTRACTORS:
        fix = f"Keep the {MOST_DISTRACTORS} that are most often believed."
        entry.report("distractors", "F06", f"{count} distractors are too many", fix)
    if ask.false_with and ask.false_with >= count:
        message = f"there is no distractor number {ask.false_with}"
        entry.report("false_with", "F06", message, "Count the distractors from 0.")
