"""Why an answer is wrong: the reasons and passages that belong to what the learner chose or typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.citation import Citation
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.content import Content
from quizapp.core.kinds.date import Date
from quizapp.core.kinds.matching import Matching
from quizapp.core.kinds.multiple import Multiple
from quizapp.core.kinds.number import Number
from quizapp.core.kinds.option import Option, WrongAnswer
from quizapp.core.kinds.ordering import Ordering
from quizapp.core.kinds.responses import Response
from quizapp.core.kinds.short_text import ShortText
from quizapp.core.kinds.true_false import TrueFalse

from .graders import grade
from .mark import NeighbourPart, OptionPart, PairPart, TypedPart
from .policy import Policy

Role = Literal["chosen", "missed", "partner", "place"]


@dataclass(frozen=True, slots=True)
class Why:
    """What is said about one part of an answer: what it is about, the reason, and the passage that shows it.

    Role: a wrong answer chosen, a right one missed, the partner that belongs to a left side, or an item's place.
    """

    about: str
    reason: str
    citation: Citation | None = None
    role: Role = "chosen"


def of_distractor(row: Option | WrongAnswer) -> Why:
    """Why a distractor or a foreseen wrong answer is wrong."""
    return Why(row.text, row.reason, row.citation)


def of_missed(option: Option) -> Why:
    """That a right option was left."""
    return Why(option.text, option.reason or "This is one of the right answers.", option.citation, "missed")


def wrong_options(content: Choice | Multiple, parts: Iterable[OptionPart]) -> list[Why]:
    """The reasons for each wrong option chosen, and in a multiple for each right one left."""
    parts = list(parts)
    chosen = [of_distractor(content.options[part.option]) for part in parts if part.chosen and not part.key]
    if isinstance(content, Choice):
        return chosen
    return chosen + [of_missed(content.options[part.option]) for part in parts if part.key and not part.chosen]


def correction(content: TrueFalse) -> list[Why]:
    """What is so instead of a false statement, or the passage for a true one."""
    if not content.correction and not content.citation:
        return []
    return [Why(content.key_text(), content.correction, content.citation)]


def wrong_pairs(content: Matching, parts: Iterable[PairPart]) -> list[Why]:
    """For each wrong pair its right partner, and why an extra that was chosen belongs to nothing."""
    extras = {len(content.rights()) - len(content.extras) + place: row for place, row in enumerate(content.extras)}
    found = []
    for part in parts:
        if part.right:
            continue
        pair = content.pairs[part.pair]
        found.append(Why(pair.left, f"{pair.left}: {pair.right}.", pair.citation, "partner"))
        if part.given in extras and extras[part.given].reason:
            found.append(of_distractor(extras[part.given]))
    return list(dict.fromkeys(found))


def wrong_places(content: Ordering, parts: Iterable[NeighbourPart]) -> list[Why]:
    """When each item was that stands the wrong way round beside its neighbour, the earliest first."""
    off = sorted({item for part in parts if not part.right for item in (part.first, part.second)})
    items = [content.items[index] for index in off]
    return [Why(item.text, item.when, item.citation, "place") for item in items]


def foreseen_reason(content: Content, part: TypedPart) -> list[Why]:
    """The reason that was written for the wrong answer typed."""
    if part.foreseen is None or not isinstance(content, ShortText | Cloze | Number | Date):
        return []
    return [of_distractor(content.wrong[part.foreseen])]


def reasons_of_parts(content: Content, parts: tuple[object, ...]) -> list[Why]:
    """The reasons that belong to the wrong ones among the parts of an answer."""
    match content:
        case Choice() | Multiple():
            return wrong_options(content, (part for part in parts if isinstance(part, OptionPart)))
        case TrueFalse():
            return correction(content)
        case Matching():
            return wrong_pairs(content, (part for part in parts if isinstance(part, PairPart)))
        case Ordering():
            return wrong_places(content, (part for part in parts if isinstance(part, NeighbourPart)))
    return []


def explain_wrong(content: Content, response: Response | None, policy: Policy | None = None) -> list[Why]:
    """The reasons that belong to what was answered wrongly; none if it was right or nothing is known of it."""
    mark = grade(content, response, policy)
    if mark.verdict in {"right", "unanswered"}:
        return []
    if isinstance(mark.matched, TypedPart):
        return foreseen_reason(content, mark.matched)
    return reasons_of_parts(content, mark.matched)


def all_reasons(content: Content) -> list[Why]:
    """The reasons of every distractor and foreseen wrong answer."""
    match content:
        case Choice(options=options) | Multiple(options=options):
            return [of_distractor(option) for option in options if not option.right]
        case ShortText() | Cloze() | Number() | Date():
            return [of_distractor(row) for row in content.wrong]
        case Matching():
            return [of_distractor(extra) for extra in content.extras]
        case TrueFalse():
            return correction(content)
    return []
