"""A quiz by what people call it on a command line."""

from __future__ import annotations

from sqlalchemy import select

from quizapp.banks.models import Bank
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db


def quiz_named(name: str) -> int:
    """Return a quiz by its number, its slug, or bank/slug; NoSuchQuiz says which there are where that is not one."""
    if name.isascii() and name.isdigit():
        wanted = Quiz.id == int(name)
    else:
        bank, _, slug = name.rpartition("/")
        wanted = (Quiz.slug == slug) & ((Bank.slug == bank) if bank else Quiz.id.is_not(None))
    query = select(Quiz.id, Bank.slug, Quiz.slug).join(Bank, Bank.id == Quiz.bank_id).order_by(Quiz.id)
    rows = db.session.execute(query.where(wanted)).all()
    if len(rows) == 1:
        return rows[0][0]
    there = rows or db.session.execute(query.limit(20)).all()
    named = ", ".join(f"{number} ({bank}/{slug})" for number, bank, slug in there) or "none yet"
    told = f"More than one quiz is called {name}" if rows else f"There is no quiz {name}"
    raise NoSuchQuiz(f"{told}. Quizzes here: {named}.")
