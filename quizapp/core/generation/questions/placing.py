"""Where the key stands among its options: values in their order, every other key wherever the balance wants it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizapp.core.generation.seeding import balanced
from quizapp.core.generation.values import whole_date, whole_number
from quizapp.core.kinds import Choice, Option, QuestionDraft


def place_keys(drafts: Sequence[QuestionDraft]) -> tuple[QuestionDraft, ...]:
    """Arrange the options of every choice so that over the bank each place holds the key as often."""
    sorted_ones = {draft.id: _in_order(draft.content.options) for draft in drafts if isinstance(draft.content, Choice)}
    placed = {name: options for name, options in sorted_ones.items() if options}
    free = [draft for draft in drafts if isinstance(draft.content, Choice) and draft.id not in placed]
    for size in sorted({len(draft.content.options) for draft in free if isinstance(draft.content, Choice)}):
        placed |= _place(size, free, placed)
    return tuple(replace(draft, content=Choice(placed[draft.id])) if draft.id in placed else draft for draft in drafts)


def _place(
    size: int, free: Sequence[QuestionDraft], placed: dict[str, tuple[Option, ...]]
) -> dict[str, tuple[Option, ...]]:
    taken = Counter(_key(options) for options in placed.values() if len(options) == size)
    mine = {
        draft.id: draft.content.options
        for draft in free
        if isinstance(draft.content, Choice) and len(draft.content.options) == size
    }
    places = balanced(mine, size, taken, "place of the key")
    return {name: _moved(options, places[name]) for name, options in mine.items()}


def _key(options: tuple[Option, ...]) -> int:
    return next(index for index, option in enumerate(options) if option.right)


def _moved(options: tuple[Option, ...], place: int) -> tuple[Option, ...]:
    others = [option for option in options if not option.right]
    return (*others[:place], options[_key(options)], *others[place:])


def _in_order(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options by value when all are dates or all are numbers; else nothing."""
    dates = [whole_date(option.text) for option in options]
    if all(dates):
        keys = [date.iso() if date else "" for date in dates]
        return tuple(option for _, option in sorted(zip(keys, options, strict=True), key=lambda row: row[0]))
    numbers = [whole_number(option.text) for option in options]
    if any(number is None for number in numbers):
        return ()
    return tuple(option for _, option in sorted(zip(numbers, options, strict=True), key=lambda row: row[0] or 0))
