"""A response to one version of a question, as it would be to another; matched by what the parts say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .choice import Choice
from .content import Content
from .matching import Matching
from .multiple import Multiple
from .ordering import Ordering
from .registry import kind_named
from .responses import Arranged, Chosen, Matched, Response, Ticked

QUOTES = str.maketrans("“”‘’", "\"\"''")
ASIDE = {"reason", "citation", "correction", "when", "hint"}  # what explains an answer and judges none


def carried(old: Content, new: Content, response: Response) -> Response | None:
    """Return a response in the terms of another content; None where it names something that is not there any more.

    Options, sides and items are the same where they say the same, whatever their place; capital letters, spaces and a
    full stop aside. What was typed or judged stays so: whether the stem still asks the same, a reader must say.
    """
    if kind_named(old.kind).response_type is not kind_named(new.kind).response_type:
        return None
    match response:
        case Chosen(option):
            return _one(_places(_texts(old), _texts(new)), option)
        case Ticked(options):
            return _some(_places(_texts(old), _texts(new)), sorted(options))
        case Matched(rights):
            return _matched(old, new, rights)
        case Arranged(order):
            return _arranged(_places(_texts(old), _texts(new)), order, len(_texts(new)))
    return response


def carried_order(old: Content, new: Content, order: Sequence[int], fallback: Callable[[], Sequence[int]]) -> list[int]:
    """Return a drawn order for another content: as it was where the parts say the same, else a new one."""
    places = _places(_texts(old), _texts(new))
    kept = [places[index] for index in order if index in places]
    return kept if old.kind == new.kind and sorted(kept) == list(range(len(_texts(new)))) else list(fallback())


def judges_alike(old: Content, new: Content) -> bool:
    """Say whether two contents mark every answer alike: they differ at most in what explains it, or in their places."""
    return old.kind == new.kind and _bare(old.data()) == _bare(new.data())


def _texts(content: Content) -> tuple[str, ...]:
    match content:
        case Choice(options=options) | Multiple(options=options):
            return tuple(option.text for option in options)
        case Matching():
            return content.rights()
        case Ordering(items=items):
            return tuple(item.text for item in items)
    return ()


def _places(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Where each part stands in the other content, where it does."""
    there = {_said(text): place for place, text in enumerate(new)}
    return {index: there[_said(text)] for index, text in enumerate(old) if _said(text) in there}


def _said(text: str) -> str:
    """The words as they are compared. Signs stay: −5 is not 5, and 3.5 is not 35."""
    return " ".join(text.translate(QUOTES).casefold().split()).removesuffix(".")


def _one(places: dict[int, int], option: int) -> Response | None:
    return Chosen(places[option]) if option in places else None


def _some(places: dict[int, int], options: Sequence[int]) -> Response | None:
    return Ticked(frozenset(places[index] for index in options)) if set(options) <= set(places) else None


def _arranged(places: dict[int, int], order: Sequence[int], count: int) -> Response | None:
    """Items that are not asked any more drop out; one that was not asked then has no place."""
    kept = tuple(places[index] for index in order if index in places)
    return Arranged(kept) if sorted(kept) == list(range(count)) else None


def _matched(old: Content, new: Content, rights: Sequence[int | None]) -> Response | None:
    if not isinstance(old, Matching) or not isinstance(new, Matching):
        return None
    lefts = _places([pair.left for pair in new.pairs], [pair.left for pair in old.pairs])
    places = _places(old.rights(), new.rights())
    if len(lefts) != len(new.pairs):
        return None
    given = [rights[lefts[index]] for index in range(len(new.pairs))]
    if not {index for index in given if index is not None} <= set(places):
        return None
    return Matched(tuple(None if index is None else places[index] for index in given))


def _bare(data: object, name: str = "") -> object:
    """What judges; the place of an entry means something only where things are put in order."""
    if isinstance(data, dict):
        return {key: _bare(value, key) for key, value in data.items() if key not in ASIDE}
    if not isinstance(data, list):
        return data
    rows = [_bare(value) for value in data]
    return rows if name == "items" else sorted(rows, key=repr)
