"""What a learner may choose a passage from: what may be read now, else what the explanation showed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select

from quizapp.attempts.queries import Explanation, readable
from quizapp.attempts.queries.reading import ReadableDocument, readable_of_bank
from quizapp.attempts.sitting import find_asked
from quizapp.disputes.errors import NoSuchPassage
from quizapp.disputes.rules import LONGEST_PASSAGE
from quizapp.documents.models import Document
from quizapp.documents.queries import (
    PassageCard,
    Place,
    Sentence,
    Stretch,
    sentences_holding,
    sentences_quoted,
    sentences_round,
    words_between,
    words_found,
)
from quizapp.storage.database import db

MOST_DOCUMENTS = 12  # so many are searched at most
PLACE = re.compile(r"([0-9]{1,9}):([0-9]{1,9})-([0-9]{1,9})")
LONG = f"That is more than {LONGEST_PASSAGE:,} characters: choose the sentence that shows it."
GONE = "These words do not stand in a text that you may read now. Choose again."


@dataclass(frozen=True, slots=True)
class Choosable:
    """Where a passage may be chosen: in documents, or, while they are shut, among sentences that were shown."""

    documents: tuple[ReadableDocument, ...]
    shown: tuple[Sentence, ...]
    at: Place | None  # the passage of the key, where there is one

    @property
    def document_ids(self) -> frozenset[int]:
        """The documents that may be read now."""
        return frozenset(document.id for document in self.documents)


@dataclass(frozen=True, slots=True)
class Panel:
    """Sentences to choose from: those that hold the words looked for, or a stretch of one document."""

    looked_for: str
    stretch: Stretch
    cited: frozenset[str]  # places of the sentences shown that the key rests on


def choosable(explained: Explanation, attempt_id: int, number: int, learner_id: int) -> Choosable:
    """Return where a learner may choose the passage that speaks for an objection to an answer that was explained."""
    cards = [*explained.cards, *(part.card for part in explained.parts if part.card), *explained.witnesses]
    places = [Place(card.document_id, card.start, card.end) for card in cards]
    if not explained.may_read:
        return Choosable((), sentences_quoted(places), places[0] if places else None)
    bank_id = find_asked(attempt_id, number, learner_id).bank_id
    documents = tuple(islice(_documents(cards, readable_of_bank(bank_id, learner_id), learner_id), MOST_DOCUMENTS))
    return Choosable(documents, (), places[0] if places else None)


def panel(found: Choosable, *, document_id: int | None, at: int | None, looked_for: str) -> Panel:
    """Return the sentences to show: by words, else round a place, else round the passage of the key."""
    titles = {document.id: document.title for document in found.documents}
    if not found.documents:
        return _panel(found, Stretch(0, found.shown))
    if looked_for:
        return _panel(found, Stretch(0, _holding(found, looked_for)), looked_for)
    if document_id not in titles:
        document_id = found.at.document_id if found.at and found.at.document_id in titles else found.documents[0].id
        at = None
    if at is None:
        at = found.at.start if found.at and found.at.document_id == document_id else 0
    return _panel(found, sentences_round(document_id, at))


def _panel(found: Choosable, stretch: Stretch, looked_for: str = "") -> Panel:
    key = found.at
    cited = (
        one.place
        for one in stretch.sentences
        if key and one.document_id == key.document_id and one.start < key.end and key.start < one.end
    )
    return Panel(looked_for, stretch, frozenset(cited))


def passage_chosen(found: Choosable, place: str) -> Sentence | None:
    """Return the words at a place that a form names, None where it names none; else NoSuchPassage says why not."""
    if not place:
        return None
    match = PLACE.fullmatch(place)
    if match is None:
        raise NoSuchPassage(GONE)
    document_id, start, end = (int(part) for part in match.groups())
    if end - start > LONGEST_PASSAGE:
        raise NoSuchPassage(LONG)
    within = any(one.document_id == document_id and one.start <= start < end <= one.end for one in found.shown)
    words = words_between(document_id, start, end) if within or document_id in found.document_ids else None
    if words is None:
        raise NoSuchPassage(GONE)
    return words


def _holding(found: Choosable, looked_for: str) -> tuple[Sentence, ...]:
    """Sentences with all the words; where there is none, perhaps more than a sentence was pasted."""
    ids = [document.id for document in found.documents]
    pasted = words_found(ids, looked_for) if len(looked_for.split()) > 1 else None
    return sentences_holding(ids, looked_for) or ((pasted,) if pasted else ())


def _documents(
    cards: Sequence[PassageCard], of_bank: Sequence[ReadableDocument], learner_id: int
) -> Iterator[ReadableDocument]:
    """Those that were cited, in the revisions that were cited, before the bank's others."""
    cited = {card.document_id: ReadableDocument(card.document_id, card.title, card.short_title) for card in cards}
    may_read = readable(cited.keys(), learner_id)
    yield from (document for document in cited.values() if document.id in may_read)
    ids = {*cited, *(document.id for document in of_bank)}
    keys = {
        row.id: row.key for row in db.session.execute(select(Document.id, Document.key).where(Document.id.in_(ids)))
    }
    known = {keys[document_id] for document_id in cited}
    yield from (document for document in of_bank if keys[document.id] not in known)
