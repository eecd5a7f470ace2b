"""Each option, pair and item of an answered question, with its own reason and passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.grading import Mark, TypedPart
from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Citation,
    Cloze,
    Content,
    Date,
    Judged,
    Matched,
    Matching,
    Multiple,
    Number,
    Ordering,
    Response,
    ShortText,
    Ticked,
    TrueFalse,
)
from quizapp.documents.queries import PassageCard


@dataclass(frozen=True, slots=True)
class Part:
    """An option, pair, item or foreseen wrong answer, in the order it was shown, with its own reason and passage.

    choice, multiple, true_false: text is the option; chosen: the learner chose it; right: it belongs to the key.
    matching: text is the left side, given the right side chosen, key the one that belongs; right: they are the same.
    After the pairs come the extra right sides: no key, never right, chosen where the learner used it.
    ordering, in the right order: text is the item, given the place it was put in ("2"), key its place, when its date;
    right: the learner put it there. A foreseen wrong answer that was typed: text, reason and card only.
    """

    text: str
    chosen: bool
    right: bool
    reason: str = ""
    card: PassageCard | None = None
    given: str = ""
    key: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with all that is needed to explain its parts."""

    content: Content
    order: Sequence[int]
    response: Response | None
    mark: Mark
    cards: Mapping[Citation, PassageCard]

    def card(self, citation: Citation | None) -> PassageCard | None:
        """The card of a quote that the content names."""
        return self.cards.get(citation) if citation else None


def parts_of(answered: Answered) -> tuple[Part, ...]:
    """Return every part of an answered question, explained."""
    return tuple(PARTS[answered.content.kind](answered))


def _options(answered: Answered) -> Iterator[Part]:
    content, response = answered.content, answered.response
    assert isinstance(content, Choice | Multiple)  # noqa: S101 - PARTS pairs each kind with its content
    chosen: frozenset[int] = frozenset()
    if isinstance(response, Chosen):
        chosen = frozenset({response.option})
    elif isinstance(response, Ticked):
        chosen = response.options
    for index in answered.order:
        option = content.options[index]
        yield Part(option.text, index in chosen, option.right, option.reason, answered.card(option.citation))


def _judgements(answered: Answered) -> Iterator[Part]:
    content, response = answered.content, answered.response
    assert isinstance(content, TrueFalse)  # noqa: S101 - PARTS pairs each kind with its content
    judged = response.value if isinstance(response, Judged) else None
    for value, text in ((True, "True"), (False, "False")):
        right = content.key is value
        reason, card = ("", None) if right else (content.correction, answered.card(content.citation))
        yield Part(text, judged is value, right, reason, card)


def _pairs(answered: Answered) -> Iterator[Part]:
    content, response = answered.content, answered.response
    assert isinstance(content, Matching)  # noqa: S101 - PARTS pairs each kind with its content
    rights = content.rights()
    given = response.rights if isinstance(response, Matched) else (None,) * len(content.pairs)
    for pair, index in zip(content.pairs, given, strict=True):
        text = "" if index is None else rights[index]
        card = answered.card(pair.citation)
        yield Part(pair.left, index is not None, text == pair.right, "", card, given=text, key=pair.right)
    used = {rights[index] for index in given if index is not None}
    for extra in content.extras:
        yield Part(extra.text, extra.text in used, False, extra.reason, answered.card(extra.citation))


def _items(answered: Answered) -> Iterator[Part]:
    content, response = answered.content, answered.response
    assert isinstance(content, Ordering)  # noqa: S101 - PARTS pairs each kind with its content
    order = response.order if isinstance(response, Arranged) else ()
    places = {index: str(place) for place, index in enumerate(order, start=1)}
    for index, item in enumerate(content.items):
        given, key, card = places.get(index, ""), str(index + 1), answered.card(item.citation)
        yield Part(item.text, bool(given), given == key, "", card, given=given, key=key, when=item.when)


def _foreseen(answered: Answered) -> Iterator[Part]:
    content, matched = answered.content, answered.mark.matched
    assert isinstance(content, ShortText | Number | Date | Cloze)  # noqa: S101 - PARTS pairs kind and content
    if isinstance(matched, TypedPart) and matched.foreseen is not None:
        row = content.wrong[matched.foreseen]
        yield Part(row.text, True, False, row.reason, answered.card(row.citation))


PARTS: dict[str, Callable[[Answered], Iterator[Part]]] = {
    "choice": _options,
    "multiple": _options,
    "true_false": _judgements,
    "short_text": _foreseen,
    "number": _foreseen,
    "date": _foreseen,
    "cloze": _foreseen,
    "matching": _pairs,
    "ordering": _items,
}
