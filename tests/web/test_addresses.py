"""What nobody types is refused or left out in words, and is never a fault of ours; on PostgreSQL it would be one."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Bank
from quizapp.storage.database import db
from tests.web.browser import Browser
from tests.web.teach.teaching import Room, make_room


@pytest.fixture
def room(loaded: Flask) -> Room:
    return make_room(loaded)


@pytest.mark.parametrize("query", ["text=a%00b", "tag=%00", "page=%00"])
def test_a_filter_with_a_nul_is_refused(room: Room, query: str) -> None:
    bank = room.one(Bank, owner_id=None).id
    assert room.tess.get(f"/teach/banks/{bank}?{query}").status_code == 400
    assert Browser(room.app).get(f"/?{query}").status_code == 400


def test_a_nul_in_a_form_is_left_out(room: Room) -> None:
    assert room.tess.post("/teach/banks/", {"title": "A\x00 bank "}).status_code == 303
    with room.app.app_context():
        assert "A bank" in db.session.scalars(select(Bank.title)).all()
