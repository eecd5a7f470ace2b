"""A good hand of questions from a bank: different facts from the whole text, mixed kinds, and none that helps another.

One seed gives one hand for as long as the bank stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

# What can be guessed at, or filled by rote, is at most this part of a hand, both together.
CAPPED = frozenset({"true_false", "cloze"})
MOST_CAPPED = 1 / 3
# How often a kind is wanted beside the others.
WEIGHTS = {"choice": 4.0, "short_text": 2.0, "date": 2.0, "number": 2.0, "multiple": 1.5}
LEAST_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be drawn; the place is where its passage stands in the bank's documents."""

    question_id: int
    slot: str
    fact: str
    kind: str
    is_ready: bool = True
    place: tuple[str, int] = ("", 0)


Clashes = Callable[[int, Sequence[int]], bool]


@dataclass(slots=True)
class Hand:
    """The questions drawn so far, together with those that were there before."""

    size: int
    clashes: Clashes  # whether a question repeats or gives away one of the others
    held: Sequence[Candidate] = ()
    may_repeat_kinds: bool = False  # where only some kinds were asked for
    drawn: list[Candidate] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether as many are drawn as were wanted."""
        return len(self.drawn) >= self.size

    def take_from(self, forms: Iterable[Candidate]) -> bool:
        """Take the best form of a fact, if there is one that can be taken, and say whether there was."""
        slots = {other.slot for other in self._all()}
        ids = [other.question_id for other in self._all()]
        kinds = Counter(other.kind for other in self._all())
        wanted = sorted(forms, key=lambda form: (not form.is_ready, kinds[form.kind] / weight_of(form.kind)))
        for form in wanted:
            if form.slot in slots or self._is_capped(form.kind, kinds) or self.clashes(form.question_id, ids):
                continue
            self.drawn.append(form)
            return True
        return False

    def _all(self) -> list[Candidate]:
        return [*self.held, *self.drawn]

    def _is_capped(self, kind: str, kinds: Counter[str]) -> bool:
        most = int((len(self.held) + self.size) * MOST_CAPPED)
        return kind in CAPPED and not self.may_repeat_kinds and sum(kinds[name] for name in CAPPED) >= most


def weight_of(kind: str) -> float:
    """Return how often a kind is wanted beside the others."""
    return WEIGHTS.get(kind, LEAST_WEIGHT)


def visiting_order(candidates: Iterable[Candidate], bands: int, seed: str) -> list[list[Candidate]]:
    """Return the facts in the order to draw from, each with its forms.

    The text is cut into as many bands as questions are wanted, and each band is visited once before any is again.
    """
    rng = Random(seed)  # noqa: S311 - a fair mixture, not a secret
    facts: dict[str, list[Candidate]] = {}
    for candidate in sorted(candidates, key=lambda one: (one.place, one.question_id)):
        facts.setdefault(candidate.fact, []).append(candidate)
    placed = list(facts.values())
    cuts = [round(band * len(placed) / bands) for band in range(bands + 1)]
    mixed = [_mixed(placed[start:end], rng) for start, end in pairwise(cuts)]
    longest = max((len(band) for band in mixed), default=0)
    return [band[turn] for turn in range(longest) for band in mixed if turn < len(band)]


def _mixed(facts: list[list[Candidate]], rng: Random) -> list[list[Candidate]]:
    """The facts of a band by chance, those with a question that is ready first; the forms of each by chance too."""
    for forms in facts:
        rng.shuffle(forms)
    rng.shuffle(facts)
    return sorted(facts, key=lambda forms: not any(form.is_ready for form in forms))
