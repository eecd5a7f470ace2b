"""Questions as a student meets them, before and after answering, from drafts that need not be stored.

    previews(bank_id, drafts) -> tuple[Preview, ...]    one for each draft, in order; three statements for any number

`drafts` are core `QuestionDraft`s: those of stored questions come from `banks.queries.drafts_of(question_ids)`. Each
Preview goes to the macros `asked(preview)` and `explained(preview)` of templates/components/preview.html, which show
the templates of its kind. Show one preview on a page, or one at a time: the templates name their fields by id. A
draft that has no shape yet, such as a choice without a key, has `problems` in words, and neither of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from quizapp.attempts.given import Given
from quizapp.attempts.queries.explanation import MarkShown
from quizapp.attempts.queries.given_text import given_text
from quizapp.attempts.queries.likely import likely_response
from quizapp.attempts.queries.parts import Answered, Part, parts_of
from quizapp.attempts.queries.question import Prompt, prompt_of
from quizapp.banks.queries.places import find_places
from quizapp.core.grading import grade
from quizapp.core.kinds import Citation, QuestionDraft, Response, check, content_citations, draw_order, key_text
from quizapp.documents.queries import PassageCard, passage_cards


@dataclass(frozen=True, slots=True)
class PreviewQuestion:
    """What the template of a kind asks with; nothing is answered yet."""

    kind: str
    stem: str
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class PreviewExplanation:
    """What the template of a kind explains with, after an answer that a student might give."""

    kind: str
    stem: str
    mark: MarkShown
    given_text: str
    key_text: str
    parts: tuple[Part, ...]
    why: str
    source: str  # what a question without a document rests on
    cards: tuple[PassageCard, ...]
    witnesses: tuple[PassageCard, ...]
    read_as: str = ""
    may_read: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """A question before and after answering; `problems` say why it cannot be shown yet."""

    kind: str
    question: PreviewQuestion | None = None
    given: Given = field(default_factory=Given)
    explanation: PreviewExplanation | None = None
    problems: tuple[str, ...] = ()


def previews(bank_id: int, drafts: Sequence[QuestionDraft], *, rightly: bool = False) -> tuple[Preview, ...]:
    """Return each draft as a student meets it, answered wrongly or, where that is asked, rightly."""
    cards = _cards(bank_id, drafts)
    return tuple(_preview(draft, cards, rightly) for draft in drafts)


def _cards(bank_id: int, drafts: Sequence[QuestionDraft]) -> dict[Citation, PassageCard]:
    places = find_places(bank_id, dict.fromkeys(citation for draft in drafts for citation in _cited(draft)))
    return dict(zip(places, passage_cards(places.values()), strict=True))


def _cited(draft: QuestionDraft) -> tuple[Citation, ...]:
    witnesses = tuple(Citation(row.document, row.quote) for row in draft.witnesses)
    return (*draft.citations, *content_citations(draft.content), *witnesses)


def _preview(draft: QuestionDraft, cards: Mapping[Citation, PassageCard], rightly: bool) -> Preview:
    problems = check(draft.content, draft.stem)
    if problems:
        return Preview(draft.kind, problems=tuple(problems))
    order = draw_order(draft.content, Random(draft.id))  # noqa: S311 - the same each time, so that it does not jump
    response = likely_response(draft.content, order, rightly=rightly)
    return Preview(
        kind=draft.kind,
        question=PreviewQuestion(draft.kind, draft.stem, prompt_of(draft.content, order)),
        explanation=_explanation(draft, order, response, cards),
    )


def _explanation(
    draft: QuestionDraft, order: Sequence[int], response: Response, cards: Mapping[Citation, PassageCard]
) -> PreviewExplanation:
    mark = grade(draft.content, response)
    return PreviewExplanation(
        kind=draft.kind,
        stem=draft.stem,
        mark=MarkShown(mark.points, mark.out_of, mark.verdict),
        given_text=given_text(draft.content, order, response),
        key_text=key_text(draft.content),
        parts=parts_of(Answered(draft.content, order, response, mark, cards)),
        why=draft.explanation,
        source=draft.source,
        cards=tuple(cards[citation] for citation in draft.citations if citation in cards),
        witnesses=tuple(_witness_cards(draft, cards)),
    )


def _witness_cards(draft: QuestionDraft, cards: Mapping[Citation, PassageCard]) -> Iterator[PassageCard]:
    for row in draft.witnesses:
        card = cards.get(Citation(row.document, row.quote))
        if card:
            yield replace(card, role=row.stance, value=row.value, note=row.note)
