"""A suggested form as a person changed it, held to the item rules again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.lint import Sources, lint_question
from quizapp.core.generation.marking.forms import LEAST_WRONG, WRITE_QUESTION, WRITE_WRONG
from quizapp.core.generation.marking.suggestion import SuggestedForm
from quizapp.core.generation.questions.placing import place_keys
from quizapp.core.generation.seeding import rank
from quizapp.core.kinds import (
    Choice,
    Cloze,
    Content,
    Multiple,
    Option,
    QuestionDraft,
    ShortText,
    TrueFalse,
    Witness,
    fold,
)

WRITE_ANSWER = "Write at least one answer that counts as right."
WRITE_STATEMENT = "Write the statement to judge."


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person wrote over a suggested form."""

    stem: str = ""
    key: str = ""
    wrong: Sequence[tuple[str, str]] = ()  # a wrong answer, and why it is wrong
    accept: Sequence[str] = ()
    truth: bool = True
    correction: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)  # why a warning may stand, by its rule


def edits_of(form: SuggestedForm) -> Edits:
    """Return a form as the fields of a page show it."""
    draft, content = form.draft, form.draft.content
    if isinstance(content, Choice):
        wrong = [(option.text, option.reason) for option in content.options if not option.right]
        return Edits(draft.stem, content.key_text(), wrong)
    if isinstance(content, Multiple):
        right = [option.text for option in content.options if option.right]
        return Edits(draft.stem, "", [(row.text, row.reason) for row in content.options if not row.right], right)
    if isinstance(content, ShortText | Cloze):
        return Edits(draft.stem, content.key_text(), accept=content.accept)
    if isinstance(content, TrueFalse):
        return Edits(draft.stem, truth=content.key, correction=content.correction)
    return Edits(draft.stem, content.key_text())


def edited(form: SuggestedForm, edits: Edits, sources: Sources) -> SuggestedForm:
    """Return the form with what was written over it; what nobody changed keeps its reasons and passages."""
    content = _content(form.draft, edits, sources)
    reasons = {rule: reason for rule, reason in edits.reasons.items() if reason}
    overrides = {**form.draft.overrides, **reasons}
    draft = replace(form.draft, stem=" ".join(edits.stem.split()), content=content, overrides=overrides)
    draft = place_keys([draft])[0]
    needs = _needs(draft)
    return SuggestedForm(draft, () if needs else tuple(lint_question(draft, sources)), needs, form.note)


def _content(draft: QuestionDraft, edits: Edits, sources: Sources) -> Content:
    content = draft.content
    if isinstance(content, Choice):
        return Choice((Option(edits.key, right=True), *_wrong(content, edits, sources)))
    if isinstance(content, Multiple):
        options = [*(Option(text, right=True) for text in edits.accept), *_wrong(content, edits, sources)]
        return Multiple(tuple(sorted(options, key=lambda option: rank("order of options", draft.id, option.text))))
    if isinstance(content, ShortText | Cloze):
        accept = tuple(dict.fromkeys(text for line in edits.accept if (text := " ".join(line.split()))))
        said = {fold(text) for text in accept}
        return replace(content, accept=accept, wrong=tuple(row for row in content.wrong if fold(row.text) not in said))
    if isinstance(content, TrueFalse):
        citation = draft.citations[0] if draft.citations else None
        return TrueFalse(True) if edits.truth else TrueFalse(False, edits.correction, citation)
    return content


def _wrong(content: Choice | Multiple, edits: Edits, sources: Sources) -> list[Option]:
    """The wrong options as they are written; one that no document knows needs no better reason than that."""
    known = {option.text: option for option in content.options}
    found = []
    for text, reason in edits.wrong:
        before = known.get(text)
        unknown = not any(text.casefold() in read.text.casefold() for read in sources.documents.values())
        why = reason or (NO_REASON if unknown else "")
        found.append(Option(text, reason=why, citation=before.citation if before else None))
    return found


def _needs(draft: QuestionDraft) -> str:
    """What must still be written before the rules can judge."""
    content = draft.content
    if not draft.stem:
        return WRITE_STATEMENT if isinstance(content, TrueFalse) else WRITE_QUESTION
    if isinstance(content, Choice | Multiple) and sum(not option.right for option in content.options) < LEAST_WRONG:
        return WRITE_WRONG
    if isinstance(content, ShortText | Cloze) and not content.accept:
        return WRITE_ANSWER
    if isinstance(content, Multiple) and not content.keys:
        return WRITE_ANSWER
    return ""


def with_witnesses(form: SuggestedForm, witnesses: Sequence[Witness], sources: Sources) -> SuggestedForm:
    """Return a form with what other passages say of its fact, held to the rules with them."""
    draft = replace(form.draft, witnesses=tuple(witnesses))
    return replace(form, draft=draft, findings=() if form.needs else tuple(lint_question(draft, sources)))
