from __future__ import annotations

from flask import Flask
from sqlalchemy import func, select

from quizapp.banks.models import Bank
from quizapp.storage.database import db
from tests.web.browser import Browser


def banks(app: Flask) -> list[tuple[str, str, str]]:
    with app.app_context():
        query = select(Bank.title, Bank.description, Bank.level).order_by(Bank.id)
        return [tuple(row) for row in db.session.execute(query)]


def test_a_new_bank_wants_a_document_next(app: Flask, tess: Browser) -> None:
    answer = tess.post("/teach/banks/", {"title": "  Mills  ", "description": "On the\r\nWend.", "level": "year 9"})
    assert answer.status_code == 303
    with app.app_context():
        bank = db.session.scalars(select(Bank)).one()
    assert answer.location == f"/teach/documents/new?bank_id={bank.id}"
    assert (bank.title, bank.description, bank.level) == ("Mills", "On the\nWend.", "year 9")
    assert "~" in bank.slug


def test_what_cannot_be_is_said_beside_the_field_and_kept(app: Flask, tess: Browser) -> None:
    answer = tess.post("/teach/banks/", {"title": " ", "description": "Kept words.", "level": "x" * 101})
    assert answer.status_code == 400
    assert "Give the bank a title" in answer.text
    assert "100 characters at most" in answer.text
    assert "Kept words." in answer.text
    assert banks(app) == []


def test_a_session_that_ended_keeps_what_was_typed(app: Flask, tess: Browser) -> None:
    answer = tess.post_without_token("/teach/banks/", {"title": "Typed"})
    assert answer.status_code == 400
    assert "Typed" in answer.text
    assert banks(app) == []


def test_changing_what_is_said(app: Flask, tess: Browser) -> None:
    tess.post("/teach/banks/", {"title": "Mills"})
    with app.app_context():
        bank = db.session.scalar(select(func.max(Bank.id)))
    assert "Mills" in tess.get(f"/teach/banks/{bank}/edit").text
    answer = tess.post(f"/teach/banks/{bank}/edit", {"title": "Windmills", "description": "", "level": ""})
    assert answer.location == f"/teach/banks/{bank}"
    assert banks(app) == [("Windmills", "", "")]
    assert tess.post(f"/teach/banks/{bank}/edit", {"title": ""}).status_code == 400
    assert banks(app) == [("Windmills", "", "")]
