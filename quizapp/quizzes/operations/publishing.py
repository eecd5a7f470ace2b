"""Publishing a quiz, taking it back, its link, and the release of its results."""

from __future__ import annotations

from datetime import datetime

from quizapp.quizzes.errors import NotPublishable
from quizapp.quizzes.operations.draft import new_link, open_draft, take_newest
from quizapp.quizzes.operations.edition import freeze_edition
from quizapp.quizzes.queries.pinned import edition_of_draft, lock_questions, waiting_questions
from quizapp.quizzes.rules import CLASSES
from quizapp.storage.database import db


def publish_quiz(quiz_id: int, owner_id: int, *, revision: int | None = None, now: datetime) -> bool:
    """Freeze a quiz as it stands into a new edition, with what its questions say now; say whether one was needed.

    Attempts that are running keep the edition they began. NotPublishable where a question is not accepted.
    """
    quiz, _ = open_draft(quiz_id, owner_id, revision)
    lock_questions(quiz_id)
    details = edition_of_draft(quiz_id)
    waiting = waiting_questions(quiz_id)
    if waiting or not details.items:
        raise NotPublishable(waiting)
    take_newest(quiz_id, owner_id, now=now)
    quiz.archived_at = None
    if quiz.audience != CLASSES and quiz.link_secret is None:
        quiz.link_secret = new_link()
    db.session.flush()
    return freeze_edition(quiz_id, details, now=now)


def archive_quiz(quiz_id: int, owner_id: int, *, now: datetime) -> None:
    """Offer a quiz no longer; attempts at it and its draft stay."""
    quiz, _ = open_draft(quiz_id, owner_id, None)
    quiz.archived_at = quiz.archived_at or now
    db.session.flush()


def unarchive_quiz(quiz_id: int, owner_id: int) -> None:
    """Offer an archived quiz again, as it was."""
    quiz, _ = open_draft(quiz_id, owner_id, None)
    quiz.archived_at = None
    db.session.flush()


def renew_link(quiz_id: int, owner_id: int) -> None:
    """Give a quiz a new link; the old one is dead at once."""
    quiz, _ = open_draft(quiz_id, owner_id, None)
    quiz.link_secret = new_link()
    db.session.flush()


def release_results(quiz_id: int, owner_id: int, *, now: datetime) -> None:
    """Show the results of a quiz to whoever took it without its being set to their class."""
    quiz, _ = open_draft(quiz_id, owner_id, None)
    quiz.released_at = quiz.released_at or now
    db.session.flush()


def withhold_results(quiz_id: int, owner_id: int) -> None:
    """Show the results of attempts that end from now on only when they are released again."""
    quiz, _ = open_draft(quiz_id, owner_id, None)
    quiz.released_at = None
    db.session.flush()
