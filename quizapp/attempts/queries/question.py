"""A question as it is asked: nothing here tells its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.attempts.given import Given
from quizapp.attempts.queries.overview import Overview, overview_of
from quizapp.attempts.queries.reading import ReadableDocument, readable_of_bank
from quizapp.attempts.rules import PRACTICE
from quizapp.attempts.shown import shown_from_response
from quizapp.attempts.sitting import Asked, find_asked
from quizapp.core.kinds import Choice, Cloze, Content, Matching, Multiple, Number, Ordering, TrueFalse


@dataclass(frozen=True, slots=True)
class Prompt:
    """What there is to answer with, in the order shown; position 1 comes first.

    options: choice, multiple, true_false ("True", "False") and the items of an ordering.
    lefts, rights: the two sides of a matching. hint: of a cloze. unit: of a number.
    """

    options: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    hint: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question with the answer saved so far; revision 0 means none, is_final that it cannot be changed."""

    overview: Overview
    number: int
    kind: str
    stem: str
    prompt: Prompt
    given: Given | None
    revision: int
    sure: bool | None
    is_final: bool
    version_id: int  # what is asked may be corrected while the page is open
    documents: tuple[ReadableDocument, ...]  # empty in a closed quiz


def open_question(attempt_id: int, number: int, learner_id: int) -> OpenQuestion:
    """Return a question of an attempt without its key; NoSuchAttempt where there is none."""
    asked = find_asked(attempt_id, number, learner_id)
    is_open = asked.sitting.open_document or asked.sitting.mode == PRACTICE
    return OpenQuestion(
        overview=overview_of(asked.sitting),
        number=asked.number,
        kind=asked.kind,
        stem=asked.stem,
        prompt=prompt_of(asked.content, asked.order),
        given=given_in(asked),
        revision=asked.revision,
        sure=asked.sure,
        is_final=asked.is_final,
        version_id=asked.version_id,
        documents=readable_of_bank(asked.bank_id, learner_id) if is_open else (),
    )


def given_in(asked: Asked) -> Given | None:
    """Return the saved answer as the page shows it."""
    return None if asked.response is None else shown_from_response(asked.order, asked.response)


def prompt_of(content: Content, order: Sequence[int]) -> Prompt:
    """Return what there is to answer with, in the order drawn."""
    match content:
        case Choice(options=options) | Multiple(options=options):
            return Prompt(options=tuple(options[index].text for index in order))
        case TrueFalse():
            return Prompt(options=("True", "False"))
        case Ordering(items=items):
            return Prompt(options=tuple(items[index].text for index in order))
        case Matching(pairs=pairs):
            rights = content.rights()
            return Prompt(lefts=tuple(pair.left for pair in pairs), rights=tuple(rights[index] for index in order))
        case Cloze(hint=hint):
            return Prompt(hint=hint)
        case Number(unit=unit):
            return Prompt(unit=unit)
    return Prompt()
