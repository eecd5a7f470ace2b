from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.queries.choices import Counted, choices_of
from quizapp.banks.queries.search import QuestionFilter, find_questions
from quizapp.documents.models import Fact
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.many_questions import make_bank_of


@pytest.fixture
def bank(app: Flask) -> Iterator[int]:
    """Give a bank of 60 questions beside another, inside a context."""
    with app.app_context():
        with transaction():
            make_bank_of(30, None, slug="other~1")
            bank_id = make_bank_of(60, None)
        yield bank_id


WANTED = [
    QuestionFilter(),
    QuestionFilter(state="draft", kind="number"),
    QuestionFilter(text="pier", tag="hard"),
    QuestionFilter(stale=True, tier="needs-your-eye"),
]


@pytest.mark.parametrize("wanted", WANTED, ids=str)
def test_each_count_is_what_choosing_it_shows(bank: int, wanted: QuestionFilter) -> None:
    choices = choices_of(bank, wanted)
    for name in ("state", "kind", "tier", "tag"):
        for choice in getattr(choices, f"{name}s"):
            would = find_questions(bank, wanted.without(name).choosing(**{name: choice.value}))
            assert (name, choice.value, choice.count) == (name, choice.value, would.total)
    for choice in choices.documents:
        would = find_questions(bank, wanted.choosing(document_id=int(choice.value)))
        assert (choice.name, choice.count) == (choice.name, would.total)
    assert choices.stale == find_questions(bank, wanted.choosing(stale=True)).total


def test_choices_that_would_show_nothing_stay(bank: int) -> None:
    choices = choices_of(bank, QuestionFilter(text="zebra"))
    assert {row.count for row in choices.documents} == {0}
    assert len(choices.documents) == 4
    assert choices_of(bank, QuestionFilter(state="draft")).tags == ()
    assert choices_of(bank, QuestionFilter(kind="number", state="draft")).kinds[0] == Counted("choice", "choice", 8)


def test_the_fact_filtered_by_is_named(bank: int) -> None:
    fact = db.session.scalars(select(Fact).where(Fact.key == "many~1/article/fact-3")).one()
    assert choices_of(bank, QuestionFilter(fact_id=fact.id)).fact == "Fact 3 holds."
    assert choices_of(bank, QuestionFilter(fact_id=987654)).fact == ""


def test_three_statements(bank: int, statements: list[str]) -> None:
    choices_of(bank, QuestionFilter(text="pier"))
    assert len(statements) == 3
