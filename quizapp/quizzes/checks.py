"""What a teacher should look at before she publishes a quiz; each thing with what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.core.generation.lint import Finding, lint_quiz
from quizapp.core.generation.lint.guessing import longest_guess
from quizapp.core.kinds import KINDS, Choice, QuestionDraft, TrueFalse

Level = Literal["stops", "look", "fine"]
# What the page offers to do: open the question, choose or draw others, change the settings, or note a change as seen.
Act = Literal["", "question", "choose", "settings", "seen"]
LEAST_CHOICES = 5
FAR_ABOVE_CHANCE = 0.2
LEAST_STATEMENTS = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A question of the quiz as the checks see it; `alternative_to` is the number of an earlier one of its slot."""

    number: int
    question_id: int
    draft: QuestionDraft
    is_accepted: bool = True
    is_stale: bool = False
    is_changed: bool = False
    alternative_to: int | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: `stops` keeps the quiz from being published, `look` does not."""

    name: str
    level: Level
    words: str
    advice: str = ""
    act: Act = ""
    numbers: tuple[int, ...] = ()  # the questions it is about, as they are numbered in the quiz


def check_quiz(
    held: Sequence[Held], *, pick: int | None, minutes: int, time_limit_minutes: int | None
) -> tuple[Check, ...]:
    """Look at a quiz as a whole; what stops it comes first, what is fine last."""
    found = [*_presence(held), *_state(held), *_together(held), *_alternatives(held)]
    found += [*_picked(held, pick), *_time(minutes, time_limit_minutes), *_guesses(held)]
    order = {"stops": 0, "look": 1, "fine": 2}
    return tuple(sorted(found, key=lambda check: order[check.level]))


def _presence(held: Sequence[Held]) -> Iterator[Check]:
    if not held:
        yield Check("empty", "stops", "There is no question in the quiz yet.", "Draw some, or choose them.", "choose")


def _state(held: Sequence[Held]) -> Iterator[Check]:
    if waiting := _numbers(held, lambda one: not one.is_accepted):
        words = f"{_named(waiting)} not accepted, or no longer."
        yield Check("waiting", "stops", words, "Accept it in the bank, or take it out.", "question", waiting)
    if stale := _numbers(held, lambda one: one.is_stale):
        rests = "rests" if len(stale) == 1 else "rest"
        words = f"{_named(stale, verb='')} {rests} on words that changed in a newer revision of the document."
        yield Check("stale", "look", words, "Look at it again, and edit it where the text says otherwise.",
                    "question", stale)  # fmt: skip
    if changed := _numbers(held, lambda one: one.is_changed):
        words = f"{_named(changed)} worded otherwise than when you last saw it here."
        yield Check("changed", "look", words, "Publishing takes the new wording.", "seen", changed)


def _together(held: Sequence[Held]) -> Iterator[Check]:
    """E09, W18 and S29, in words about the numbers that the teacher sees."""
    numbers = {one.draft.id: one.number for one in held}
    firsts = [one.draft for one in held if one.alternative_to is None]
    found = lint_quiz(firsts)
    found += [row for row in lint_quiz([one.draft for one in held]) if row.rule == "S29" and row not in found]
    for row in found:
        yield _worded(row, numbers, firsts)
    if held and not found:
        yield Check("together", "fine", "No question repeats another or gives its answer away.")


def _worded(found: Finding, numbers: Mapping[str, int], drafts: Sequence[QuestionDraft]) -> Check:
    if found.rule == "W18":
        counts = Counter(draft.kind for draft in drafts)
        kind = next(name for name in ("true_false", "cloze") if f"kind {name}" in found.message)
        words = f"{counts[kind]} of {len(drafts)} questions are of the kind “{KINDS[kind].label.lower()}”."
        return Check("W18", "look", words, "Many can be right by guessing: take other forms of some.", "choose")
    pair = (numbers[found.question or ""], numbers[found.other])
    one, other = sorted(pair)
    if found.rule == "S29":
        words = f"The answer to question {pair[0]} can be read in question {pair[1]}."
        return Check("S29", "look", words, "Keep only one of the two.", "", pair)
    return Check("E09", "look", f"Questions {one} and {other} ask nearly the same.", "Keep only one of the two.", "",
                 (one, other))  # fmt: skip


def _alternatives(held: Sequence[Held]) -> Iterator[Check]:
    groups: dict[int, list[int]] = {}
    for one in held:
        if one.alternative_to is not None:
            groups.setdefault(one.alternative_to, [one.alternative_to]).append(one.number)
    if not groups:
        return
    advice = "Leave it so, and neighbours meet different forms; or keep one."
    words = "; ".join(_listed(numbers) for numbers in groups.values())
    which = "one of them" if len(groups) == 1 else "one of each"
    listed = next(iter(groups.values())) if len(groups) == 1 else ()
    sentence = f"Questions {words} ask for the same thing: each attempt draws {which}."
    yield Check("alternatives", "look", sentence, advice, "", tuple(listed))


def _picked(held: Sequence[Held], pick: int | None) -> Iterator[Check]:
    slots = sum(one.alternative_to is None for one in held)
    if held and pick is not None and pick > slots:
        words = f"An attempt should ask {pick} questions, and there are {slots} different ones."
        yield Check("pick", "look", words, f"Add {pick - slots} more, or ask fewer.", "settings")


def _time(minutes: int, limit: int | None) -> Iterator[Check]:
    if limit is not None and limit < minutes:
        words = f"The quiz takes about {minutes} minutes, and the limit is {limit}."
        yield Check("time", "look", words, "Give more time, or ask less.", "settings")


def _guesses(held: Sequence[Held]) -> Iterator[Check]:
    drafts = [one.draft for one in held]
    choices = sum(isinstance(draft.content, Choice) for draft in drafts)
    if choices:
        yield Check("places", "fine", "Each attempt mixes the options, so the key stands at no favourite place.")
    rate, chance = longest_guess(drafts)
    if choices >= LEAST_CHOICES:
        words = f"The longest option is the key in {round(rate * choices)} of {choices} choices"
        if rate > chance + FAR_ABOVE_CHANCE:
            yield Check("longest", "look", f"{words}; by chance it would be {round(chance * choices)}.",
                        "Pupils guess the longest option: take other questions, or shorten some keys.",
                        "choose")  # fmt: skip
        else:
            yield Check("longest", "fine", f"{words}, which is no better than chance.")
    keys = [draft.content.key for draft in drafts if isinstance(draft.content, TrueFalse)]
    if len(keys) >= LEAST_STATEMENTS and len(set(keys)) == 1:
        words = f"All {len(keys)} statements are {'true' if keys[0] else 'false'}."
        yield Check("statements", "look", words, "Take one that is not, or the third is known unread.", "choose")


def _numbers(held: Sequence[Held], condition: Callable[[Held], bool]) -> tuple[int, ...]:
    return tuple(one.number for one in held if condition(one))


def _named(numbers: Sequence[int], verb: str = "is") -> str:
    """Questions by number, as the subject of a sentence."""
    many = len(numbers) > 1
    word = f" {'are' if many else verb}" if verb else ""
    return f"{'Questions' if many else 'Question'} {_listed(numbers)}{word}"


def _listed(numbers: Sequence[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}" if most else last
