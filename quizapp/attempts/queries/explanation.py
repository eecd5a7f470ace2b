"""Why an answer is right or wrong, with the passages that decide it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from quizapp.attempts.errors import NotShownYet
from quizapp.attempts.queries.given_text import given_text
from quizapp.attempts.queries.overview import Overview, overview_of
from quizapp.attempts.queries.parts import Answered, Part, parts_of
from quizapp.attempts.queries.reading import readable
from quizapp.attempts.sitting import Asked, find_asked
from quizapp.banks.queries import CitedPlaces, cited_places
from quizapp.core.grading import Mark, TypedPart, grade, policy_words
from quizapp.core.kinds import Citation, content_citations, key_text
from quizapp.documents.queries import PassageCard, passage_cards


@dataclass(frozen=True, slots=True)
class MarkShown:
    """What an answer was worth."""

    points: Decimal
    out_of: Decimal
    verdict: str  # right, partly, wrong, unanswered


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answer explained. `read_as` is filled where a slip of the finger was forgiven: the answer as it was read."""

    overview: Overview
    number: int
    kind: str
    stem: str
    mark: MarkShown
    given_text: str  # empty where nothing was answered
    read_as: str
    key_text: str
    sure: bool | None
    parts: tuple[Part, ...]
    why: str
    source: str  # what a question without a document names instead
    cards: tuple[PassageCard, ...]  # the passages that support the key
    witnesses: tuple[PassageCard, ...]  # what other sources say: role agrees or disputes, with value and note
    may_read: bool  # whether the documents may be opened now
    policy: str  # how such a question is marked, in words
    version_number: int  # what was answered
    is_reworded: bool  # the question has a newer version
    answered_at: datetime | None
    next_number: int | None  # the next question to answer; None: nothing left


def explanation(attempt_id: int, number: int, learner_id: int) -> Explanation:
    """Return an answer explained; NotShownYet before feedback may be shown."""
    asked = find_asked(attempt_id, number, learner_id)
    if not asked.is_final:
        raise NotShownYet
    return explained(asked, learner_id)


def explained(asked: Asked, learner_id: int) -> Explanation:
    """Return an answer explained by the version it stands with, which is final or may be shown for another reason."""
    overview = overview_of(asked.sitting)
    cards = Cards.of(cited_places(asked.version_id))
    mark = grade(asked.content, asked.response)
    citations = dict(zip(content_citations(asked.content), cards.parts, strict=True))
    return Explanation(
        overview=overview,
        number=asked.number,
        kind=asked.kind,
        stem=asked.stem,
        mark=MarkShown(asked.points, asked.worth, asked.verdict),
        given_text=given_text(asked.content, asked.order, asked.response),
        read_as=_read_as(mark),
        key_text=key_text(asked.content),
        sure=asked.sure,
        parts=_parts(asked, mark, citations),
        why=asked.explanation,
        source=asked.source,
        cards=cards.key,
        witnesses=cards.witnesses,
        may_read=cards.may_all_be_read_by(learner_id),
        policy=_policy(asked),
        version_number=asked.version_number,
        is_reworded=asked.newest_number > asked.version_number,
        answered_at=asked.answered_at,
        next_number=overview.next_after(asked.number),
    )


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of everything a question cites."""

    key: tuple[PassageCard, ...]
    parts: tuple[PassageCard, ...]
    witnesses: tuple[PassageCard, ...]

    @classmethod
    def of(cls, places: CitedPlaces) -> Cards:
        """Cut every card with one query."""
        cards = iter(passage_cards([*places.key, *places.parts, *places.witnesses]))
        groups = (places.key, places.parts, places.witnesses)
        return cls(*(tuple(next(cards) for _place in group) for group in groups))

    def may_all_be_read_by(self, learner_id: int) -> bool:
        """Say whether a learner may open every document cited."""
        documents = {card.document_id for card in (*self.key, *self.parts, *self.witnesses)}
        return documents <= readable(documents, learner_id)


def _parts(asked: Asked, mark: Mark, cards: dict[Citation, PassageCard]) -> tuple[Part, ...]:
    return parts_of(Answered(asked.content, asked.order, asked.response, mark, cards))


def _policy(asked: Asked) -> str:
    """The last sentence tells of what was left out, and so of no answer that was given."""
    words = policy_words([asked.kind])
    return " ".join(words if asked.response is None else words[:-1])


def _read_as(mark: Mark) -> str:
    """The stored mark stands; grading again only says how the text was read."""
    matched = mark.matched
    return matched.accepted or "" if isinstance(matched, TypedPart) and matched.slip else ""
