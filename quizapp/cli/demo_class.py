"""A class of thirty and its term: for an installation that is thrown away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from math import exp
from random import Random

from quizapp.accounts.operations import sign_up
from quizapp.accounts.passwords import hash_password
from quizapp.attempts.operations.record import RecordedAnswer, RecordedAttempt, record_attempts, remember
from quizapp.attempts.queries.likely import likely_response
from quizapp.banks.queries import contents
from quizapp.cli.demo_disputes import object_to_answers
from quizapp.cli.demo_regrade import give_points_to_all
from quizapp.core.kinds import Choice, Chosen, Content, Response, draw_order
from quizapp.quizzes.drawing import draw
from quizapp.quizzes.queries import current_edition, shelf
from quizapp.teaching.operations import assign, enrol_people, make_class
from quizapp.teaching.rules import Times

NAMES = (
    *("Ada", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Grete", "Hugo", "Ines", "Jonas", "Kaya", "Leon", "Mina"),
    *("Nils", "Olga", "Paul", "Quinn", "Rosa", "Samir", "Tilda", "Umut", "Vera", "Wim", "Xenia", "Yusuf", "Zoe"),
    *("Anton", "Beata", "Carlos", "Daria"),
)
PASSWORD = "a term of quizzes"  # noqa: S105 - printed for whoever looks round; the installation is thrown away
TEACHER, PUPIL = "teacher", "ada"
WEEK = timedelta(days=7)
GUESSER, IMPROVER, ABSENT = 6, 3, 28  # places in NAMES of those whose term tells something


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who sits what, how well they are prepared, and when."""

    learner_id: int
    place: int
    ability: float
    started_at: datetime
    assignment_id: int


def make_demo(*, now: datetime) -> None:
    """Make a teacher, a class of thirty and their term inside a transaction: the same one every time."""
    dice = Random(1954)  # noqa: S311 - a made-up class, no secret
    hashed = hash_password(PASSWORD)
    teacher = sign_up(TEACHER, "Tess Teacher", hashed, now=now, is_teacher=True, is_admin=True)
    pupils = [sign_up(name.lower(), name, hashed, now=now).id for name in NAMES]
    room = make_class(teacher.id, "History 9b", "Europe/Berlin", now=now)
    enrol_people(room, pupils, now=now)
    abilities = [dice.gauss(0.6, 1.0) for _ in pupils]
    morning = now.replace(hour=7, minute=0, second=0, microsecond=0)
    offered = shelf()
    for week, entry in zip(count(), offered, strict=False):
        opens = morning - (8 - 2 * week) * WEEK
        times = Times(opens_at=opens, due_at=opens + WEEK)
        set_as = assign(entry.quiz_id, room, times, now=now)
        sittings = list(_sittings(pupils, abilities, week, opens, set_as, dice))
        _sit(entry.quiz_id, sittings, dice, now=now)
    assign(offered[-2].quiz_id, room, Times(opens_at=morning, due_at=morning + timedelta(days=5)), now=now)
    remember(pupils[0])
    object_to_answers(pupils, teacher.id, now=now)
    give_points_to_all(offered[0].quiz_id, pupils[0], teacher.id, now=now)


def _sittings(
    pupils: Sequence[int], abilities: Sequence[float], week: int, opens: datetime, assignment: int, dice: Random
) -> Iterator[Sitting]:
    for place, learner in enumerate(pupils):
        if place == ABSENT or dice.random() < 0.06:
            continue
        ability = abilities[place] if place != IMPROVER else -1.5 + 1.3 * week
        hours = min(dice.expovariate(1 / 70), 190)  # a few hand in late
        for turn in range(2 if dice.random() < 0.2 else 1):
            yield Sitting(learner, place, ability + 0.8 * turn, opens + timedelta(hours=hours + turn), assignment)


def _sit(quiz_id: int, sittings: Sequence[Sitting], dice: Random, *, now: datetime) -> None:
    edition = current_edition(quiz_id)
    known = contents(item.version_id for item in edition.items)
    recorded = []
    for one in sittings:
        drawn = draw(edition.items, pick=edition.pick, shuffle=edition.shuffle, seed=f"{one.learner_id}:{quiz_id}")
        answers = [
            RecordedAnswer(item.version_id, *_answer(known[item.version_id], one, item.version_id, dice), item.points)
            for item in drawn
        ]
        ended = min(now, one.started_at + timedelta(minutes=4 + 8 * dice.random()))
        recorded.append(RecordedAttempt(one.learner_id, one.started_at, ended, answers, one.assignment_id))
    record_attempts(edition.id, [row for row in recorded if row.started_at < now])


def _answer(content: Content, one: Sitting, version_id: int, dice: Random) -> tuple[Response | None, bool | None]:
    """Answer by the Rasch model; the guesser is sure of everything and knows nothing."""
    if dice.random() < 0.02:
        return None, None
    hardness = Random(version_id).gauss(0, 1)  # noqa: S311 - the same for everybody
    chance = 1 / (1 + exp(hardness - one.ability))
    if one.place == GUESSER and isinstance(content, Choice):
        return Chosen(dice.randrange(len(content.options))), True
    is_right = dice.random() < (0.25 if one.place == GUESSER else chance)
    order = draw_order(content, dice)
    return likely_response(content, order, rightly=is_right), _sureness(chance, dice)


def _sureness(chance: float, dice: Random) -> bool | None:
    """What a learner says of an answer that is right with a chance: a little too sure, as people are, or nothing."""
    if dice.random() < 0.3:
        return None
    return dice.random() < chance + 0.15
