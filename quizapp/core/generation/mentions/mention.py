"""A value that stands in a sentence and can be asked about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed stretch of a text, with what speaks for its type; without evidence it is never a key."""

    start: int
    end: int
    text: str
    sort: str
    subsort: str = ""
    value: str = ""
    evidence: tuple[str, ...] = ()
