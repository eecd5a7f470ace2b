"""The scores of a class in each thing that is set to it, with what blind guessing would reach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.banks.models import QuestionVersion
from quizapp.core.kinds import content_from
from quizapp.core.statistics.chance import chance
from quizapp.core.statistics.items import FIRM, LEAST
from quizapp.core.statistics.quantiles import quantile
from quizapp.history.queries.gradebook import Gradebook
from quizapp.quizzes.models import Edition, EditionItem
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class ClassScores:
    """The scores of a class in one assignment: how many reached so many percent."""

    assignment_id: int
    title: str
    percents: Mapping[int, int]
    chance: float | None  # in percent, of the quiz as it is published now

    @property
    def n(self) -> int:
        """How many scores there are."""
        return sum(self.percents.values())

    @property
    def is_enough(self) -> bool:
        """Whether there are scores enough to speak of quartiles."""
        return self.n >= LEAST

    @property
    def is_firm(self) -> bool:
        """Whether there are so many that each by itself says nothing any more."""
        return self.n >= FIRM

    def at(self, share: float) -> int:
        """Return the score below which so large a share of them lies."""
        return quantile(self.percents, share)


def class_scores(book: Gradebook) -> tuple[ClassScores, ...]:
    """Return the scores of each assignment of a gradebook that somebody has handed in."""
    chances = _chances({column.quiz_id for column in book.columns})
    found = []
    for place, column in enumerate(book.columns):
        percents = Counter(percent for line in book.lines if (percent := line.cells[place].percent) is not None)
        if percents:
            counts = dict(sorted(percents.items()))
            found.append(ClassScores(column.assignment_id, column.title, counts, chances.get(column.quiz_id)))
    return tuple(found)


def _chances(quiz_ids: Collection[int]) -> dict[int, float]:
    """In percent; of the questions that are alternatives for one place each counts a part of it."""
    query = (
        select(Edition.quiz_id, EditionItem.slot, EditionItem.points, QuestionVersion.kind, QuestionVersion.content)
        .join(EditionItem, EditionItem.edition_id == Edition.id)
        .join(QuestionVersion, QuestionVersion.id == EditionItem.version_id)
        .where(Edition.quiz_id.in_(quiz_ids), Edition.is_current)
    )
    slots: dict[int, dict[str, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    for quiz_id, slot, points, kind, content in db.session.execute(query):
        slots[quiz_id][slot].append((float(points), float(points) * chance(content_from(kind, content))))
    return {quiz_id: _chance(list(places.values())) for quiz_id, places in slots.items()}


def _chance(slots: list[list[tuple[float, float]]]) -> float:
    worth = sum(sum(points for points, _ in slot) / len(slot) for slot in slots)
    won = sum(sum(by_luck for _, by_luck in slot) / len(slot) for slot in slots)
    return 100 * won / worth if worth else 0.0
