"""Item analysis against an independent computation on simulated classes."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from random import Random
from statistics import correlation, mean, stdev

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.history.queries.items import ItemRow, item_table
from quizapp.history.queries.quiz_figures import QuizFigures, quiz_figures
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.history.simulated import by_ability, simulate


def quiz_id(slug: str) -> int:
    return db.session.scalars(select(Quiz.id).where(Quiz.slug == slug)).one()


def table(app: Flask, slug: str = "exam", which: str = "first") -> tuple[tuple[ItemRow, ...], QuizFigures]:
    with app.app_context():
        items = item_table(quiz_id(slug), which=which)  # type: ignore[arg-type]
        return items, quiz_figures(quiz_id(slug), items, which=which)  # type: ignore[arg-type]


def rows_of(app: Flask) -> dict[int, dict[int, float]]:
    """Every mark, by attempt and version, read plainly."""
    found: dict[int, dict[int, float]] = defaultdict(dict)
    query = select(AttemptItem.attempt_id, AttemptItem.version_id, Answer.points).join(
        Answer, Answer.item_id == AttemptItem.id
    )
    with app.app_context():
        for attempt, version, points in db.session.execute(query):
            found[attempt][version] = float(points)
    return found


def test_figures_match_an_independent_computation(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        simulate("exam", 60)
    items, figures = table(loaded)
    marks = rows_of(loaded)
    totals = {attempt: sum(row.values()) for attempt, row in marks.items()}
    for item in items:
        xs = [row[item.version_id] for row in marks.values()]
        rests = [totals[attempt] - row[item.version_id] for attempt, row in marks.items()]
        assert item.figures.n == 60
        assert item.figures.facility == pytest.approx(mean(xs))
        assert item.figures.discrimination == pytest.approx(correlation(xs, rests))
        greatest = correlation(sorted(xs), sorted(rests))
        assert item.figures.efficiency == pytest.approx(correlation(xs, rests) / greatest)
    shares = [100 * total / 8 for total in totals.values()]
    assert figures.mean == pytest.approx(mean(shares))
    assert figures.deviation == pytest.approx(stdev(shares))
    parts = sum(stdev([100 / 8 * row[item.version_id] for row in marks.values()]) ** 2 for item in items)
    alpha = 8 / 7 * (1 - parts / stdev(shares) ** 2)
    assert figures.alpha == pytest.approx(alpha)
    assert figures.standard_error == pytest.approx(stdev(shares) * (1 - alpha) ** 0.5)
    assert sum(figures.bins) == 60


def test_marks_in_parts_match_an_independent_computation(loaded: Flask) -> None:
    dice = Random(3)
    with loaded.app_context(), transaction():
        simulate("exam", 45)
        for answer in db.session.scalars(select(Answer)):
            answer.points = Decimal(dice.choice(("0", "0.25", "0.3333", "0.5", "1")))
    items, figures = table(loaded)
    marks = rows_of(loaded)
    totals = {attempt: sum(row.values()) for attempt, row in marks.items()}
    for item in items:
        xs = [row[item.version_id] for row in marks.values()]
        rests = [totals[attempt] - row[item.version_id] for attempt, row in marks.items()]
        assert item.figures.facility == pytest.approx(mean(xs))
        assert item.figures.discrimination == pytest.approx(correlation(xs, rests))
        assert item.figures.efficiency == pytest.approx(correlation(xs, rests) / correlation(sorted(xs), sorted(rests)))
        assert item.right == xs.count(1.0)
    assert figures.deviation == pytest.approx(stdev([100 * total / 8 for total in totals.values()]))


def test_a_planted_wrong_key_is_seen(loaded: Flask) -> None:
    """Whoever is able answers the first question otherwise than its key says."""

    def contrary(rng: Random, ability: float, place: int) -> bool:
        return ability < 0 if place == 0 else by_ability(rng, ability, place)

    with loaded.app_context(), transaction():
        simulate("exam", 60, answers=contrary)
    first = table(loaded)[0][0]
    assert first.kind == "choice"
    assert first.figures.discrimination is not None
    assert first.figures.discrimination < 0
    assert first.advice[0].is_urgent
    assert "check the key" in first.advice[0].text


def test_a_distractor_nobody_takes_is_named(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        simulate("exam", 40)
    choice = next(row for row in table(loaded)[0] if row.kind == "choice")
    unused = [use.text for use in choice.uses if use.count == 0]
    assert len(unused) == 1
    assert any(unused[0] in one.text for one in choice.advice)


def test_few_answers_conclude_nothing(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        simulate("exam", 7, answers=lambda rng, ability, place: place > 3)
    items, figures = table(loaded)
    assert not figures.is_enough
    assert not any(row.figures.is_enough for row in items)
    assert all(one.is_hint for row in items for one in row.advice)
    assert all(row.figures.discrimination is None for row in items)
    assert figures.alpha is None


def test_nobody_yet(loaded: Flask) -> None:
    items, figures = table(loaded)
    assert items == ()
    assert (figures.n, figures.mean, figures.deviation, figures.chance) == (0, None, None, None)
    assert sum(figures.bins) == 0


def test_the_first_attempt_counts_unless_another_is_asked_for(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        simulate("exam", 12, attempts=3)
    assert {which: table(loaded, which=which)[1].n for which in ("first", "last", "best", "all")} == {
        "first": 12,
        "last": 12,
        "best": 12,
        "all": 36,
    }
    means = {which: table(loaded, which=which)[1].mean or 0 for which in ("first", "last", "best")}
    assert means["best"] >= max(means["first"], means["last"])


def test_open_attempts_and_other_quizzes_do_not_count(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        simulate("exam", 12)
        simulate("first", 9, seed=2)
        db.session.scalars(select(Attempt).order_by(Attempt.id)).first().state = "open"  # type: ignore[union-attr]
    assert table(loaded)[1].n == 11
    with loaded.app_context():
        assert all(row.figures.n == 11 for row in item_table(quiz_id("exam")))


def test_the_number_of_statements_does_not_grow(loaded: Flask, statements: list[str]) -> None:
    counts = []
    for learners, seed in ((3, 1), (30, 2)):
        with loaded.app_context(), transaction():
            simulate("exam", learners, seed=seed)
        statements.clear()
        table(loaded)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 10
