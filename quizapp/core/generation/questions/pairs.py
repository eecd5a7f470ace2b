"""Questions of pairs: matchings, and for each pair its right and its left side."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.core.generation.distractors import other_sides
from quizapp.core.generation.facts import Fact, Pairing, PairItem
from quizapp.core.generation.questions.drafting import draft_of
from quizapp.core.kinds import Choice, Citation, Matching, Option, Pair, QuestionDraft, fold


def write_pairs(fact: Fact, pairs: Pairing) -> Iterator[QuestionDraft]:
    """Write the matchings, then for each pair the forms that have a question."""
    if pairs.question:
        for number, group in enumerate(_groups(pairs), 1):
            yield _matching(fact, pairs, number, group)
    for number, item in enumerate(pairs.items, 1):
        if pairs.ask_right and item.left not in pairs.ask_right_not_for:
            yield from _ask_right(fact, pairs, number, item)
        if pairs.ask_left and item.left not in pairs.ask_left_not_for:
            yield from _ask_left(fact, pairs, number, item)


def _matching(fact: Fact, pairs: Pairing, number: int, group: tuple[PairItem, ...]) -> QuestionDraft:
    content = Matching(tuple(Pair(item.left, item.right, item.citation) for item in group), _extras(fact, pairs, group))
    return draft_of(
        fact,
        f"{pairs.slot}-matching-{number}",
        content,
        stem=pairs.question,
        why=pairs.why,
        overrides=pairs.overrides,
        citations=pairs.evidence,
        said=tuple(words for item in group for words in item.supported_by),
    )


def _groups(pairs: Pairing) -> list[tuple[PairItem, ...]]:
    """The groups as written, else as even as can be, no right side twice in one group."""
    if pairs.matchings:
        return [tuple(pairs.items[number] for number in group) for group in pairs.matchings]
    groups: list[list[PairItem]] = [[] for _ in range(-(-len(pairs.items) // pairs.groups))]
    for item in pairs.items:
        free = [group for group in groups if fold(item.right) not in {fold(row.right) for row in group}]
        if free:
            min(free, key=len).append(item)
    return [tuple(group) for group in groups if len(group) > 1]


def _extras(fact: Fact, pairs: Pairing, group: tuple[PairItem, ...]) -> tuple[Option, ...]:
    taken = {fold(item.right) for item in group}
    if pairs.extras:
        free = [row for row in pairs.extras if fold(row.text) not in taken]
        return tuple(Option(row.text, reason=row.reason, citation=row.citation) for row in free)
    others = [item for item in pairs.items if item not in group]
    options = other_sides(
        group[0], [group[0], *others], lambda row: row.right, lambda row: _why_not_right(fact, pairs, row)
    )
    return tuple(option for option in options if fold(option.text) not in taken)[:1]


def _ask_right(fact: Fact, pairs: Pairing, number: int, item: PairItem) -> Iterator[QuestionDraft]:
    options = other_sides(item, pairs.items, lambda row: row.right, lambda row: _why_not_right(fact, pairs, row))
    stem = pairs.ask_right.replace("{left}", item.left)
    yield from _pair_choice(fact, pairs, number, item, Option(item.right, right=True), options, stem, "-right")


def _ask_left(fact: Fact, pairs: Pairing, number: int, item: PairItem) -> Iterator[QuestionDraft]:
    others = [row for row in pairs.items if row is item or fold(row.right) != fold(item.right)]
    options = other_sides(item, others, lambda row: row.left, lambda row: _why_not_left(fact, pairs, row))
    stem = pairs.ask_left.replace("{right}", item.right)
    yield from _pair_choice(fact, pairs, number, item, Option(item.left, right=True), options, stem, "-left")


def _pair_choice(
    fact: Fact,
    pairs: Pairing,
    number: int,
    item: PairItem,
    key: Option,
    options: tuple[Option, ...],
    stem: str,
    variant: str,
) -> Iterator[QuestionDraft]:
    if len(options) < 2:
        return
    yield draft_of(
        fact,
        f"{pairs.slot}-{number}",
        Choice((key, *options)),
        stem=stem,
        why=item.why or pairs.why,
        overrides=pairs.overrides,
        variant=variant,
        citations=_citations(fact, pairs, item),
        said=item.supported_by,
    )


def _citations(fact: Fact, pairs: Pairing, item: PairItem) -> tuple[Citation, ...]:
    return (item.citation,) if item.citation else pairs.evidence or fact.evidence


def _why_not_right(fact: Fact, pairs: Pairing, row: PairItem) -> tuple[str, Citation]:
    return _named(pairs.right_reason, row), _citations(fact, pairs, row)[0]


def _why_not_left(fact: Fact, pairs: Pairing, row: PairItem) -> tuple[str, Citation]:
    return _named(pairs.left_reason, row), _citations(fact, pairs, row)[0]


def _named(template: str, row: PairItem) -> str:
    text = template.replace("{left}", row.left).replace("{right}", row.right)
    return text[:1].upper() + text[1:]
