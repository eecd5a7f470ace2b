"""Which questions each quiz of a bank holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.generation.entry import Path
from quizapp.core.kinds import QuestionDraft
from quizapp.interchange.bank_file import QuizEntry, Selection
from quizapp.interchange.yaml_file import YamlFile


@dataclass(frozen=True, slots=True)
class QuizPlan:
    """A quiz with the ids of its questions, in order; of those that share a slot an attempt draws one."""

    entry: QuizEntry
    questions: tuple[str, ...]


def plan_quizzes(file: YamlFile, quizzes: Sequence[QuizEntry], drafts: Sequence[QuestionDraft]) -> tuple[QuizPlan, ...]:
    """Choose the questions of each quiz, and report what names nothing."""
    return tuple(_plan(file, number, quiz, drafts) for number, quiz in enumerate(quizzes))


def _plan(file: YamlFile, number: int, quiz: QuizEntry, drafts: Sequence[QuestionDraft]) -> QuizPlan:
    path: Path = ("quizzes", number)
    chosen = _chosen(quiz.selection, drafts)
    inside: Path = (*path, "select") if (*path, "select") in file.lines else path
    _report_unknown(file, inside, quiz.selection, drafts)
    _report_waiting(file, inside, quiz.selection, drafts)
    slots = {draft.slot for draft in drafts if draft.id in chosen}
    if not chosen:
        file.report(file.line_of(path), "F08", f"the quiz '{quiz.slug}' holds no question", "Select some.")
    if quiz.pick and quiz.pick > len(slots):
        fix = f"Write at most {len(slots)}."
        file.report(file.line_of((*path, "pick")), "F06", f"it picks {quiz.pick} of {len(slots)} slots", fix)
    return QuizPlan(quiz, chosen)


def _chosen(selection: Selection, drafts: Sequence[QuestionDraft]) -> tuple[str, ...]:
    ready = [draft for draft in drafts if draft.tier == "ready"]
    named = [identity for identity in selection.questions if identity in {draft.id for draft in drafts}]
    found = [draft.id for draft in ready if _fits(selection, draft) and draft.id not in named]
    return (*named, *found)


def _fits(selection: Selection, draft: QuestionDraft) -> bool:
    if selection.named_only:
        return False
    right_fact = selection.everything or not selection.facts or draft.fact in selection.facts
    return right_fact and (not selection.kinds or draft.kind in selection.kinds)


def _report_unknown(file: YamlFile, inside: Path, selection: Selection, drafts: Sequence[QuestionDraft]) -> None:
    known = {"questions": {draft.id for draft in drafts}, "facts": {draft.fact for draft in drafts}}
    for name, ids in (("questions", selection.questions), ("facts", selection.facts)):
        for index, identity in enumerate(ids):
            if identity not in known[name]:
                line = file.line_of((*inside, name, index))
                file.report(line, "F08", f"there is no {name[:-1]} '{identity}'", f"Copy it from {name}.yaml.")


def _report_waiting(file: YamlFile, path: Path, selection: Selection, drafts: Sequence[QuestionDraft]) -> None:
    waiting = {draft.id for draft in drafts if draft.tier != "ready"}
    for index, identity in enumerate(selection.questions):
        if identity in waiting:
            fix = "Take it out, or make its fact ready."
            file.report(file.line_of((*path, "questions", index)), "F08", f"'{identity}' is not ready", fix)
