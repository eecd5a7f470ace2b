"""A response as a record writes it: in words, or by the letters of a printed form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quizapp.attempts.shown import LONGEST_TEXT, UNSTORABLE
from quizapp.core.grading import complaint
from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Content,
    Judged,
    Matched,
    Matching,
    Multiple,
    Ordering,
    Response,
    Ticked,
    TrueFalse,
    Typed,
    fold,
)

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_NAMED = 8
NONE_CHOSEN = frozenset({"", "-", "–", "—", "?"})
JUDGED = {"true": True, "t": True, "yes": True, "y": True, "false": False, "f": False, "no": False, "n": False}
LETTERS_NEED = " Letters need --paper A or --paper B: the printed form they stand on."
JOINT = re.compile(r"\s*(?:;|\|)\s*")
ARROW = re.compile(r"\s*(?:->|→|=>|=|:)\s*")
Order = Sequence[int] | None  # in which a printed form letters the options; None: they have no letters


class Unfitting(ValueError):
    """The text is no response to its question; the message says why, and `fix` what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


def written_response(content: Content, text: str, order: Order = None) -> Response | None:
    """Return the response that a text stands for, None where nothing was answered; Unfitting where it is none."""
    if text in NONE_CHOSEN:
        return None
    match content:
        case Choice(options=options):
            return Chosen(_index(text, [option.text for option in options], order))
        case Multiple(options=options):
            return Ticked(frozenset(_indexes(text, [option.text for option in options], order)))
        case TrueFalse():
            return _judged(text)
        case Matching():
            return _matched(content, text, order)
        case Ordering():
            return _arranged(content, text, order)
    return _typed(content, text)


def _judged(text: str) -> Response:
    if text.casefold() not in JUDGED:
        raise Unfitting(f"“{text}” is neither true nor false.", "Write true or false.")
    return Judged(JUDGED[text.casefold()])


def _typed(content: Content, text: str) -> Response:
    if len(text) > LONGEST_TEXT:
        raise Unfitting(f"The text has {len(text)} characters.", f"Keep at most {LONGEST_TEXT} of them.")
    if UNSTORABLE.search(text):
        raise Unfitting("The text holds a sign that cannot be stored.", "Type it again.")
    response = Typed(text)
    if amiss := complaint(content, response):
        raise Unfitting(f"“{text}”: {amiss}", "Mend it, or leave the cell empty if nothing was answered.")
    return response


def _matched(content: Matching, text: str, order: Order) -> Response | None:
    lefts, rights = [pair.left for pair in content.pairs], list(content.rights())
    chosen: dict[int, int | None] = {}
    for part in _parts(text, lambda part: _pair(part, lefts, rights, order) is not None, lettered=order is not None):
        found = _pair(part, lefts, rights, order)
        if found is None:
            fix = f"Write “{lefts[0]}: {rights[0]}; {lefts[1]}: …”; what can be matched: {_named(rights)}."
            raise Unfitting(f"“{part}” is no pair of this question.", fix)
        if found[0] in chosen:
            raise Unfitting(f"“{lefts[found[0]]}” stands there twice.", "Write each left side once.")
        chosen[found[0]] = found[1]
    given = tuple(chosen.get(place) for place in range(len(lefts)))
    return None if set(given) <= {None} else Matched(given)


def _pair(part: str, lefts: Sequence[str], rights: Sequence[str], order: Order) -> tuple[int, int | None] | None:
    """The two sides of a pair, the right one None where nothing was chosen for the left one."""
    numbered = {str(place): place - 1 for place in range(1, len(lefts) + 1)} if order is not None else {}
    places = {fold(left): place for place, left in enumerate(lefts)} | numbered
    cuts = [found.span() for found in ARROW.finditer(part)]
    if lettered := re.fullmatch(r"(\d+)\s*[:=.)-]?\s*([A-Za-z])", part) if order is not None else None:
        cuts.insert(0, (lettered.end(1), lettered.start(2)))
    for start, end in cuts:
        left, right = part[:start], part[end:]
        place = places.get(fold(left), places.get(left))
        if place is None:
            continue
        if right in NONE_CHOSEN:
            return place, None
        try:
            return place, _index(right, rights, order)
        except Unfitting:
            continue
    return None


def _arranged(content: Ordering, text: str, order: Order) -> Response:
    texts = [item.text for item in content.items]
    placed = _indexes(text, texts, order, numbered=True)
    if sorted(placed) != list(range(len(texts))):
        fix = f"Write all {len(texts)} of them, the first one first, with semicolons between: {_named(texts)}."
        raise Unfitting("Not every item stands in it exactly once.", fix)
    return Arranged(tuple(placed))


def _indexes(text: str, texts: Sequence[str], order: Order, *, numbered: bool = False) -> list[int]:
    if order is not None and re.fullmatch(r"[A-Za-z]+", text) and fold(text) not in map(fold, texts):
        text = ";".join(text)  # ACD: three letters
    parts = _parts(text, lambda part: _is_one(part, texts, order), lettered=order is not None)
    if numbered:
        parts = [re.sub(rf"^{place}[.)]\s*", "", part) for place, part in enumerate(parts, start=1)]
    found = [_index(part, texts, order) for part in parts]
    if len(set(found)) < len(found):
        raise Unfitting("The same stands in it twice.", "Write each once.")
    return found


def _is_one(part: str, texts: Sequence[str], order: Order) -> bool:
    try:
        return _index(re.sub(r"^\d+[.)]\s*", "", part), texts, order) >= 0
    except Unfitting:
        return False


def _parts(text: str, is_whole: Callable[[str], bool], *, lettered: bool) -> list[str]:
    """Cut a text at its semicolons; what holds one itself is put together again, and letters may have commas."""
    if is_whole(text):
        return [text]
    pieces = [piece for piece in JOINT.split(text) if piece]
    if lettered and len(pieces) == 1:
        pieces = [piece for piece in re.split(r"\s*,\s*", text) if piece]
    found: list[str] = []
    while pieces:
        size = next((n for n in range(1, len(pieces) + 1) if is_whole("; ".join(pieces[:n]))), 1)
        found.append("; ".join(pieces[:size]))
        pieces = pieces[size:]
    return found


def _index(text: str, texts: Sequence[str], order: Order) -> int:
    """The place of an option in the content, by its words or by its letter on paper."""
    if text in texts:
        return texts.index(text)
    known = {fold(option) or option: place for place, option in enumerate(texts)}
    if fold(text) in known:
        return known[fold(text)]
    letter = LETTERS.find(text.upper()) if len(text) == 1 else -1
    if order is not None and 0 <= letter < len(order):
        return order[letter]
    fix = f"Write one of: {_named(texts)}." + (LETTERS_NEED if letter >= 0 and order is None else "")
    raise Unfitting(f"“{text}” is not among what can be chosen.", fix)


def _named(texts: Sequence[str]) -> str:
    more = "" if len(texts) <= MOST_NAMED else f" and {len(texts) - MOST_NAMED} more"
    return "; ".join(f"“{text}”" for text in texts[:MOST_NAMED]) + more
