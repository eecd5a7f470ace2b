"""A quiz for paper: drawn once, its options lettered in a fixed order, its key apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from sqlalchemy import select

from quizapp.attempts.queries.question import Prompt, prompt_of
from quizapp.banks.models import Citation
from quizapp.banks.queries.drafts import drafts_of_versions
from quizapp.core.kinds import Choice, Content, Matching, Multiple, Ordering, QuestionDraft, draw_order, key_text
from quizapp.documents.queries import PassageCard, Place, passage_cards
from quizapp.quizzes.drawing import draw
from quizapp.quizzes.queries.pinned import edition_of_draft, items_of
from quizapp.storage.database import db

FORMS = ("A", "B")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question as it is printed; nothing in it tells the key."""

    number: int
    kind: str
    stem: str
    prompt: Prompt
    points: Decimal


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What is right for a printed question: by letter or place where it has such, in words, and with its passages."""

    number: int
    kind: str
    stem: str
    marks: str  # "B", "A, C", "1 C, 2 A"; empty for what is typed
    words: str
    why: str
    source: str
    points: Decimal
    cards: tuple[PassageCard, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A question on its place on paper, with the order its options are printed in."""

    number: int
    version_id: int
    draft: QuestionDraft
    order: Sequence[int]
    points: Decimal


def paper(quiz_id: int, form: str) -> tuple[PaperQuestion, ...]:
    """Return the questions of a quiz, as it is composed, as one form of its paper asks them."""
    return tuple(
        PaperQuestion(one.number, one.draft.kind, one.draft.stem, prompt_of(one.draft.content, one.order), one.points)
        for one in _printed(quiz_id, form)
    )


def paper_key(quiz_id: int, form: str) -> tuple[KeyLine, ...]:
    """Return the key of one form of a quiz's paper, with the passages that decide."""
    printed = tuple(_printed(quiz_id, form))
    cards = _cards([one.version_id for one in printed])
    return tuple(_line(one, cards.get(one.version_id, ())) for one in printed)


def printed_places(quiz_id: int, form: str) -> dict[int, tuple[int, Sequence[int]]]:
    """Return the number and the order of options that each question version has on one form of a quiz's paper."""
    return {one.version_id: (one.number, one.order) for one in _printed(quiz_id, form)}


def _printed(quiz_id: int, form: str) -> Iterator[Printed]:
    """Form A keeps the order of the quiz; another form mixes it, and the options, anew."""
    details = edition_of_draft(quiz_id)
    seed = f"{quiz_id}:paper"
    items = draw(items_of(details), pick=details.pick, shuffle=False, seed=seed)
    places = list(range(len(items)))
    if form != FORMS[0]:
        Random(f"{seed}:{form}").shuffle(places)  # noqa: S311 - a mixture, not a secret
    drafts = drafts_of_versions([item.version_id for item in items])
    for number, place in enumerate(places, start=1):
        item = items[place]
        draft = drafts[item.version_id]
        order = draw_order(draft.content, Random(f"{seed}:{form}:{item.version_id}"))  # noqa: S311
        yield Printed(number, item.version_id, draft, order, item.points)


def _cards(version_ids: Sequence[int]) -> dict[int, tuple[PassageCard, ...]]:
    query = (
        select(Citation.version_id, Citation.document_id, Citation.start, Citation.end)
        .where(Citation.version_id.in_(version_ids), Citation.role == "key")
        .order_by(Citation.version_id, Citation.position)
    )
    rows = db.session.execute(query).all()
    cards = passage_cards(Place(row.document_id, row.start, row.end) for row in rows)
    found: dict[int, tuple[PassageCard, ...]] = {}
    for row, card in zip(rows, cards, strict=True):
        found[row.version_id] = (*found.get(row.version_id, ()), card)
    return found


def _line(one: Printed, cards: tuple[PassageCard, ...]) -> KeyLine:
    draft = one.draft
    return KeyLine(
        number=one.number,
        kind=draft.kind,
        stem=draft.stem,
        marks=marks_of(draft.content, one.order),
        words=key_text(draft.content),
        why=draft.explanation,
        source=draft.source,
        points=one.points,
        cards=cards,
    )


def marks_of(content: Content, order: Sequence[int]) -> str:
    """Return the key as it is marked on paper: letters of options, letters beside pairs, places of items."""
    match content:
        case Choice():
            return LETTERS[order.index(content.key)]
        case Multiple():
            return ", ".join(sorted(LETTERS[order.index(index)] for index in content.keys))
        case Matching():
            return ", ".join(f"{n} {LETTERS[order.index(right)]}" for n, right in enumerate(content.key(), start=1))
        case Ordering():
            return ", ".join(LETTERS[order.index(place)] for place in range(len(order)))
    return ""
