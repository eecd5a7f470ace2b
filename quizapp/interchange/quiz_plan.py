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
    _report_unknown(file, path, quiz.selection, drafts)
    slots = {draft.slot for draft in drafts if draft.id in chosen}
    if not chosen:
        file.report(file.line_of(path), "F08", f"the quiz '{quiz.slug}' holds no question", "Select some.")
    if quiz.pick and quiz.pick > len(slots):
        fix = f"Write at most {len(slots)}."
        file.report(file.line_of((*path, "pick")), "F06", f"it picks {quiz.pick} of {len(slots)} slots", fix)
    if quiz.pass_mark is not None and quiz.pass_mark > 100:
        file.report(file.line_of((*path, "pass_mark")), "F06", "the pass mark is above 100", "Write a percentage.")
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


def _report_unknown(file: YamlFile, path: Path, selection: Selection, drafts: Sequence[QuestionDraft]) -> None:
    inside = path if not file.line_of((*path, "select")) else (*path, "select")
    known = {"questions": {draft.id for draft in drafts}, "facts": {draft.fact for draft in drafts}}
    for name, ids in (("questions", selection.questions), ("facts", selection.facts)):
        for index, identity in enumerate(ids):
            if identity not in known[name]:
                place = _nearest(file, (*path, name, index), (*inside, name, index))
                fix = f"Copy it from {'questions' if name == 'questions' else 'facts'}.yaml."
                file.report(place, "F08", f"there is no {name[:-1]} '{identity}'", fix)


def _nearest(file: YamlFile, *paths: Path) -> int:
    return next((file.lines[path] for path in paths if path in file.lines), file.line_of(paths[0]))
