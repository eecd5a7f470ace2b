"""Two facts that are one."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Question
from quizapp.documents.models import Fact, FactEvidence
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.marking_bank import PAPER, MarkingBank, facts, place
from tests.web.browser import Browser


@pytest.fixture
def other(app: Flask, tess: Browser, mills: MarkingBank, built: int) -> int:
    """Give a second fact, marked in the other document."""
    fields = {**place("1715", PAPER), "bank": mills.bank_id, "suggested": "", "statement": "", "act": "draft",
              "keep-date": "on", "stem-date": "According to the paper, when was the mill built?"}  # fmt: skip
    assert tess.post(f"/teach/documents/{mills.paper}/mark", fields).status_code == 303
    with app.app_context():
        return facts()[-1].id


def owners(app: Flask) -> tuple[list[int], list[int]]:
    """Whose the questions and the passages are."""
    with app.app_context():
        questions = db.session.scalars(select(Question.fact_id).order_by(Question.id))
        return list(questions), list(db.session.scalars(select(FactEvidence.fact_id).order_by(FactEvidence.id)))


def test_it_works_and_is_taken_back(app: Flask, tess: Browser, built: int, other: int) -> None:
    page = tess.get(f"/teach/facts/{other}/merge")
    assert "Facts that say nearly this" in page.text
    assert f'name="into" value="{built}"' in page.text
    before = owners(app)
    answer = tess.post(f"/teach/facts/{other}/merge", {"into": built})
    assert answer.location.endswith(f"/teach/facts/{built}")
    assert owners(app) == ([built] * 3, [built] * 2)
    with app.app_context():
        assert db.session.get_one(Fact, other).state == "discarded"
        assert db.session.get_one(Fact, other).merged_into_id == built
        assert len(db.session.get_one(Fact, built).content["evidence"]) == 2
    assert "It is part of" in tess.get(f"/teach/facts/{other}").text
    assert tess.post(f"/teach/facts/{other}/undo").status_code == 303
    assert owners(app) == before
    with app.app_context():
        assert db.session.get_one(Fact, other).state == "kept"
        assert db.session.get_one(Fact, other).merged_into_id is None
        assert len(db.session.get_one(Fact, built).content["evidence"]) == 1


@pytest.mark.parametrize("into", ["", "987654", "x", "itself"])
def test_what_cannot_be_merged_is_said(app: Flask, tess: Browser, built: int, other: int, into: str) -> None:
    before = owners(app)
    page = tess.post(f"/teach/facts/{other}/merge", {"into": str(other) if into == "itself" else into})
    assert page.status_code == 422
    assert 'class="error"' in page.text
    assert owners(app) == before


def test_a_fact_of_another_bank_is_refused(app: Flask, tess: Browser, built: int, other: int) -> None:
    with app.app_context(), transaction():
        db.session.get_one(Fact, built).bank_slug = "elsewhere"
    page = tess.post(f"/teach/facts/{other}/merge", {"into": built})
    assert "of the same bank" in page.text


def test_a_part_of_another_fact_is_not_simply_kept(tess: Browser, built: int, other: int) -> None:
    tess.post(f"/teach/facts/{other}/merge", {"into": built})
    tess.get(f"/teach/facts/{built}")
    tess.post(f"/teach/facts/{other}/keep")
    assert "take the merging back instead" in tess.get(f"/teach/facts/{other}").text
