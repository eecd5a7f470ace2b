"""Taking back the last change to a quiz's questions, for as long as nothing else was changed since."""

from __future__ import annotations

from decimal import Decimal

from flask import session

from quizapp.quizzes.arranging import Chosen
from quizapp.quizzes.queries import Composer
from quizapp.web.given import whole
from quizapp.web.teach.quizzes.forms import read_points

KEY = "quiz_undo"
LONGEST = 1500  # what stands in the session must fit a cookie


def remember(before: Composer, words: str) -> None:
    """Note how the questions of a quiz stood before a change."""
    items = ",".join(f"{one.question_id}:{one.points.normalize():f}" for one in before.questions)
    if len(items) <= LONGEST:
        session[KEY] = [before.quiz_id, before.revision + 1, items, words]
    else:
        session.pop(KEY, None)


def forget() -> None:
    """Forget what could be taken back."""
    session.pop(KEY, None)


def words_of_undo(quiz: Composer) -> str:
    """Return what was done last to a quiz and can be taken back; empty where nothing can."""
    kept = session.get(KEY)
    return str(kept[3]) if kept and kept[:2] == [quiz.quiz_id, quiz.revision] else ""


def questions_before(quiz_id: int) -> tuple[list[Chosen], int] | None:
    """Return the questions as they stood before the last change, and the revision that change made."""
    kept = session.get(KEY)
    if not kept or kept[0] != quiz_id:
        return None
    pairs = [part.partition(":") for part in kept[2].split(",") if part]
    items = [Chosen(whole(identity) or 0, points=read_points(points) or Decimal(1)) for identity, _, points in pairs]
    return items, int(kept[1])
