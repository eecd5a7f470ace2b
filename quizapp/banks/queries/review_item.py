"""One question as it is reviewed: what it asks, what proves it, what the item rules say, and who decided on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from quizapp.banks.errors import NoSuchQuestion
from quizapp.banks.models import Question, QuestionTag, QuestionVersion
from quizapp.banks.queries.anatomy import Piece, pieces_of
from quizapp.banks.queries.content import cited_places
from quizapp.banks.queries.drafts import drafts_of
from quizapp.banks.queries.linting import findings, sources_of_bank, stands_against
from quizapp.banks.queries.places import document_ids
from quizapp.banks.rules import HIDDEN, is_newest
from quizapp.core.generation.lint import Finding
from quizapp.core.kinds import Citation as Quote
from quizapp.core.kinds import QuestionDraft, content_citations
from quizapp.core.reading.document import ReadDocument
from quizapp.documents.queries import PassageCard, passage_cards
from quizapp.storage.database import db

AROUND = 1  # sentences shown before and after the one that is quoted


@dataclass(frozen=True, slots=True)
class OtherForm:
    """A question that asks the same value in another form."""

    question_id: int
    kind: str
    state: str
    stem: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage with the one before and the one after it, as far as its document has them."""

    card: PassageCard
    above: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A question with all that a teacher needs to decide on it."""

    question_id: int
    bank_id: int
    state: str
    version_number: int
    is_stale: bool
    draft: QuestionDraft
    pieces: tuple[Piece, ...]
    found: tuple[Finding, ...]
    cards: tuple[Shown, ...]  # what supports the key
    parts: Mapping[Quote, PassageCard]  # what its pieces cite
    witnesses: tuple[PassageCard, ...]
    others: tuple[OtherForm, ...]
    tags: tuple[str, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What has to be mended before it can be accepted."""
        return tuple(finding for finding in self.found if finding.blocks)

    @property
    def asking_for_a_reason(self) -> tuple[Finding, ...]:
        """What wants mending, or a reason why not."""
        return tuple(finding for finding in stands_against(self.found) if not finding.blocks)


def review_item(question_id: int) -> ReviewItem:
    """Return a question as it is reviewed; NoSuchQuestion where there is none. Whose it is was asked before."""
    row = _row(question_id)
    draft = drafts_of([question_id])[question_id]
    places = cited_places(row.version_id)
    cards = iter(passage_cards([*places.key, *places.parts, *places.witnesses]))
    key, parts, witnesses = (
        tuple(next(cards) for _ in group) for group in (places.key, places.parts, places.witnesses)
    )
    sources = sources_of_bank(row.bank_id)
    texts = {document: sources.documents[name] for name, document in document_ids(row.bank_id).items()}
    return ReviewItem(
        question_id=question_id,
        bank_id=row.bank_id,
        state=row.state,
        version_number=row.version_number,
        is_stale=row.stale_at is not None,
        draft=draft,
        pieces=pieces_of(draft.content),
        found=findings(draft, sources),
        cards=tuple(_shown(card, texts) for card in key),
        parts=dict(zip(content_citations(draft.content), parts, strict=True)),
        witnesses=witnesses,
        others=_other_forms(row.bank_id, question_id, row.slot),
        tags=tags_of(question_id),
    )


def _shown(card: PassageCard, texts: Mapping[int, ReadDocument]) -> Shown:
    """A passage of an older revision stands alone: what is round it may have changed."""
    read = texts.get(card.document_id)
    if read is None or not read.passages:
        return Shown(card)
    start, end = card.start - len(card.before), card.end + len(card.after)
    first = bisect_left(read.passages, start, key=lambda row: row.end)
    last = bisect_left(read.passages, end, key=lambda row: row.start)
    return Shown(card, _text(read, first - 1), _text(read, last))


def _text(read: ReadDocument, number: int) -> str:
    if not 0 <= number < len(read.passages):
        return ""
    row = read.passages[number]
    return read.text[row.start : row.end]


def tags_of(question_id: int) -> tuple[str, ...]:
    """Return the words a question is filed under."""
    query = select(QuestionTag.tag).where(QuestionTag.question_id == question_id).order_by(QuestionTag.tag)
    return tuple(db.session.scalars(query))


def _row(question_id: int) -> Any:
    query = (
        select(
            *(Question.bank_id, Question.slot, Question.state, Question.version_number, Question.stale_at),
            QuestionVersion.id.label("version_id"),
        )
        .join(QuestionVersion, is_newest())
        .where(Question.id == question_id, Question.state != HIDDEN)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchQuestion
    return row


def _other_forms(bank_id: int, question_id: int, slot: str) -> tuple[OtherForm, ...]:
    query = (
        select(Question.id, QuestionVersion.kind, Question.state, QuestionVersion.stem)
        .join(QuestionVersion, is_newest())
        .where(Question.bank_id == bank_id, Question.slot == slot, Question.id != question_id)
        .where(Question.state != HIDDEN)
        .order_by(Question.id)
    )
    return tuple(OtherForm(*row) for row in db.session.execute(query))
