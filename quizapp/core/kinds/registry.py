"""The nine kinds, and reading and writing any of them by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from .choice import Choice
from .citation import Citation
from .cloze import Cloze
from .content import Content
from .date import Date
from .malformed import MalformedContent, MalformedResponse
from .matching import Matching
from .multiple import Multiple
from .number import Number
from .ordering import Ordering
from .responses import Arranged, Chosen, Judged, Matched, Response, Ticked, Typed
from .short_text import ShortText
from .true_false import TrueFalse


@dataclass(frozen=True, slots=True)
class Kind:
    """A form of question: its name, what people call it, its content and its response."""

    name: str
    label: str
    content_type: type[Content]
    response_type: type[Response]


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("choice", "Multiple choice", Choice, Chosen),
            Kind("multiple", "Several right answers", Multiple, Ticked),
            Kind("true_false", "True or false", TrueFalse, Judged),
            Kind("short_text", "Short answer", ShortText, Typed),
            Kind("number", "Number", Number, Typed),
            Kind("date", "Date", Date, Typed),
            Kind("cloze", "Fill the gap", Cloze, Typed),
            Kind("matching", "Matching", Matching, Matched),
            Kind("ordering", "Ordering", Ordering, Arranged),
        )
    }
)


def kind_named(name: str) -> Kind:
    """The kind of this name; MalformedContent if there is none."""
    if name not in KINDS:
        raise MalformedContent(f"The field kind must be one of {', '.join(KINDS)}, not {name!r}.")
    return KINDS[name]


def content_from(kind: str, data: Mapping[str, object]) -> Content:
    """Read content of a kind strictly; MalformedContent names the field that is amiss."""
    return kind_named(kind).content_type.from_data(data)


def content_data(content: Content) -> dict[str, object]:
    """The content as plain values, ready for YAML, JSON and `content_from`."""
    return content.data()


def response_from(kind: str, data: Mapping[str, object]) -> Response:
    """Read a response of a kind strictly; MalformedResponse names the field that is amiss."""
    try:
        return kind_named(kind).response_type.from_data(data)
    except MalformedContent as error:
        raise MalformedResponse(str(error)) from error


def response_data(response: Response) -> dict[str, object]:
    """The response as plain values, ready for JSON and `response_from`."""
    return response.data()


def check(content: Content, stem: str) -> list[str]:
    """What is amiss in the shape of a question, one sentence each; empty when it can be asked."""
    return ([] if stem.strip() else ["The stem is empty."]) + content.problems(stem)


def draw_order(content: Content, rng: Random) -> tuple[int, ...]:
    """The order in which to show what is shuffled: options, right sides or items; else empty."""
    return content.draw_order(rng)


def key_text(content: Content) -> str:
    """The key as a person reads it."""
    return content.key_text()


def content_citations(content: Content) -> tuple[Citation, ...]:
    """Every citation that stands inside the content."""
    return content.citations()
