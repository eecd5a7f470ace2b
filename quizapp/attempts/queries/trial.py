"""A quiz tried by its teacher: drawn and marked as an attempt would be, and kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quizapp.attempts.errors import NoSuchAttempt, UnreadableResponse
from quizapp.attempts.given import Given
from quizapp.attempts.queries.explanation import Cards, MarkShown
from quizapp.attempts.queries.given_text import given_text
from quizapp.attempts.queries.parts import Answered, parts_of
from quizapp.attempts.queries.preview import PreviewExplanation, PreviewQuestion
from quizapp.attempts.queries.question import prompt_of
from quizapp.attempts.shown import response_from_shown
from quizapp.banks.queries import cited_places
from quizapp.banks.queries.drafts import drafts_of_versions
from quizapp.core.grading import TypedPart, complaint, grade
from quizapp.core.kinds import QuestionDraft, Response, content_citations, draw_order, key_text
from quizapp.quizzes.drawing import Item, draw
from quizapp.quizzes.queries.pinned import edition_of_draft, items_of


@dataclass(frozen=True, slots=True)
class Trial:
    """One question of a quiz as a student meets it; after an answer `explanation` says what a student is told."""

    number: int
    count: int
    question: PreviewQuestion
    given: Given
    explanation: PreviewExplanation | None = None
    message: str = ""  # why an answer could not be read
    problems: tuple[str, ...] = ()  # as a Preview has them; what is in a quiz has none

    @property
    def kind(self) -> str:
        """The kind of the question."""
        return self.question.kind


def sitting(quiz_id: int, seed: str) -> tuple[Item, ...]:
    """Return what an attempt at a quiz as it is composed would ask; one seed, one draw."""
    details = edition_of_draft(quiz_id)
    return draw(items_of(details), pick=details.pick, shuffle=details.shuffle, seed=seed)


def trial(quiz_id: int, number: int, *, seed: str, given: Given | None = None) -> Trial:
    """Return one question of a sitting, asked or answered; NoSuchAttempt where there is none of that number."""
    items = sitting(quiz_id, seed)
    if not 1 <= number <= len(items):
        raise NoSuchAttempt
    item = items[number - 1]
    draft = drafts_of_versions([item.version_id])[item.version_id]
    order = draw_order(draft.content, Random(f"{seed}:{item.version_id}"))  # noqa: S311
    asked = PreviewQuestion(draft.kind, draft.stem, prompt_of(draft.content, order))
    if given is None:
        return Trial(number, len(items), asked, Given())
    try:
        response = response_from_shown(draft.content, order, given)
    except UnreadableResponse as refused:
        return Trial(number, len(items), asked, given, message=str(refused))
    if amiss := complaint(draft.content, response):
        return Trial(number, len(items), asked, given, message=amiss)
    return Trial(number, len(items), asked, given, _explained(draft, order, response, item))


def _explained(draft: QuestionDraft, order: Sequence[int], response: Response, item: Item) -> PreviewExplanation:
    content = draft.content
    cards = Cards.of(cited_places(item.version_id))
    citations = dict(zip(content_citations(content), cards.parts, strict=True))
    mark = grade(content, response)
    slip = isinstance(mark.matched, TypedPart) and mark.matched.slip
    return PreviewExplanation(
        kind=draft.kind,
        stem=draft.stem,
        mark=MarkShown(mark.points * item.points, item.points, mark.verdict),
        given_text=given_text(content, order, response),
        key_text=key_text(content),
        parts=parts_of(Answered(content, order, response, mark, citations)),
        why=draft.explanation,
        source=draft.source,
        cards=cards.key,
        witnesses=cards.witnesses,
        read_as=(mark.matched.accepted or "") if slip and isinstance(mark.matched, TypedPart) else "",
    )
