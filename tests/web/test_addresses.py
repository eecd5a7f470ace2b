"""What nobody types is refused in words, and is never a fault of ours; on PostgreSQL it would be one."""

from __future__ import annotations

import pytest
from flask import Flask

from quizapp.banks.models import Bank
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


def test_a_nul_in_a_form_is_refused_beside_its_field(room: Room) -> None:
    answer = room.tess.post("/teach/banks/", {"title": "A\x00 bank "})
    assert (answer.status_code, "A sign in this text cannot be kept." in answer.text) == (400, True)
    assert room.count(Bank) == 1
