"""S27 and S28: whether a bank can be passed by place, length, precision or the middle value."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.values import whole_date, whole_number
from quizapp.core.kinds import Choice, Option, QuestionDraft

LEAST_COUNTED = 20
LEAST_GUESSED = 10
CHANCE_MARGIN = 0.10
UNLIKELY = 0.05
Score = Callable[[Option, Sequence[Option]], float]


def check_places(drafts: Sequence[QuestionDraft]) -> Iterator[Finding]:
    """S27: over the set, the key stands at each place about as often."""
    for size, counts in key_places(drafts).items():
        total = sum(counts.values())
        if total >= LEAST_COUNTED and _unlikelihood([counts[place] for place in range(size)]) < UNLIKELY:
            places = ", ".join(f"{place + 1}: {counts[place]}" for place in range(size))
            message = f"of {total} keys among {size} options the places are uneven ({places})"
            yield Finding("S27", "S", None, message, "Generate again: keys are placed evenly.")


def key_places(drafts: Sequence[QuestionDraft]) -> dict[int, Counter[int]]:
    """How often the key stands at each place, for each number of options."""
    places: dict[int, Counter[int]] = {}
    for content in _choices(drafts):
        places.setdefault(len(content.options), Counter())[content.key] += 1
    return dict(sorted(places.items()))


def _unlikelihood(counts: Sequence[int]) -> float:
    """The chance that even places give counts at least as uneven (chi-square, upper tail)."""
    expected = sum(counts) / len(counts)
    value = sum((count - expected) ** 2 / expected for count in counts)
    return _upper_gamma((len(counts) - 1) / 2, value / 2)


def _upper_gamma(shape: float, value: float) -> float:
    """The regularised upper incomplete gamma function for whole and half shapes."""
    total = math.exp(-value) if shape == int(shape) else math.erfc(math.sqrt(value))
    step = 1.0 if shape == int(shape) else 0.5
    while step < shape:
        total += value**step * math.exp(-value) / math.gamma(step + 1)
        step += 1
    return total


def check_guesses(drafts: Sequence[QuestionDraft]) -> Iterator[Finding]:
    """S28: the longest, the most specific and the middle option are no better guesses than chance."""
    choices = list(_choices(drafts))
    valued = [content for content in choices if all(_value(option.text) for option in content.options)]
    for name, score, among in (
        ("the longest option", _length, choices),
        ("the most specific option", _precision, choices),
        ("the middle value", _middle, valued),
    ):
        rate, chance = guess_rate(among, score)
        if len(among) >= LEAST_GUESSED and rate > chance + CHANCE_MARGIN:
            message = f"guessing {name} is right in {rate:.0%} of {len(among)} choices, chance is {chance:.0%}"
            fix = "Give distractors as much to say as the key; let the key be the outermost value at times."
            yield Finding("S28", "S", None, message, fix)


def longest_guess(drafts: Sequence[QuestionDraft]) -> tuple[float, float]:
    """How often the longest option is the key, and how often a blind guess is."""
    return guess_rate(list(_choices(drafts)), _length)


def guess_rate(choices: Sequence[Choice], score: Score) -> tuple[float, float]:
    """How often the option that scores highest is the key (ties shared), and how often a blind guess is."""
    if not choices:
        return 0.0, 0.0
    hits = 0.0
    for content in choices:
        scores = [score(option, content.options) for option in content.options]
        best = [index for index, value in enumerate(scores) if value == max(scores)]
        hits += (content.key in best) / len(best)
    return hits / len(choices), sum(1 / len(content.options) for content in choices) / len(choices)


def _length(option: Option, _: Sequence[Option]) -> float:
    return len(option.text)


def _precision(option: Option, _: Sequence[Option]) -> float:
    return sum(letter.isdigit() or letter.isupper() for letter in option.text)


def _middle(option: Option, options: Sequence[Option]) -> float:
    values = sorted(_value(row.text) for row in options)
    return -abs(values.index(_value(option.text)) - (len(values) - 1) / 2)


def _value(text: str) -> str:
    date, number = whole_date(text), whole_number(text)
    return date.iso() if date else f"{number:030f}" if number is not None else ""


def _choices(drafts: Sequence[QuestionDraft]) -> Iterator[Choice]:
    return (draft.content for draft in drafts if isinstance(draft.content, Choice))
