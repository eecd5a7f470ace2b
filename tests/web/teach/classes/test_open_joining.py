from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.accounts.codes import spaced_code
from quizapp.teaching.models import Class
from quizapp.web.clock import set_clock
from tests.small_bank import NOW
from tests.web.teach.teaching import Room


@pytest.mark.parametrize(("lasts", "days"), [("day", 1), ("week", 7), ("term", 120)])
def test_a_code_works_as_long_as_was_chosen(room: Room, lasts: str, days: int) -> None:
    answer = room.tess.post(room.path + "/joining", {"lasts": lasts})
    assert (answer.status_code, answer.location) == (303, room.path + "#joining")
    kept = room.one(Class, id=room.id)
    assert kept.join_expires_at == NOW + timedelta(days=days)
    page = room.tess.get(room.path).text
    assert f"<b>{spaced_code(kept.join_code or '')}</b>" in page


def test_the_wall_shows_code_address_and_picture(room: Room) -> None:
    room.tess.post(room.path + "/joining", {"lasts": "day"})
    page = room.tess.get(room.path + "/wall").text
    assert spaced_code(room.one(Class, id=room.id).join_code or "") in page
    assert 'class="class-wall-address">localhost/account/join</p>' in page
    assert '<svg role="img" aria-label="QR code of http://localhost/account/join/' in page
    assert "leads to this computer only" in page
    elsewhere = room.tess.client.get(room.path + "/wall", base_url="http://school.example/")
    assert "leads to this computer only" not in elsewhere.text


def test_a_new_code_ends_the_old_and_closing_ends_it(room: Room) -> None:
    room.tess.post(room.path + "/joining", {"lasts": "day"})
    first = room.one(Class, id=room.id).join_code
    room.tess.post(room.path + "/joining", {"lasts": "day"})
    assert room.one(Class, id=room.id).join_code not in {first, None}
    room.tess.post(room.path + "/joining/close")
    assert room.one(Class, id=room.id).join_code is None
    assert room.tess.get(room.path + "/wall").location == room.path + "#joining"


def test_a_code_that_ran_out_is_shown_no_more(room: Room) -> None:
    room.tess.post(room.path + "/joining", {"lasts": "day"})
    set_clock(room.app, lambda: NOW + timedelta(days=1))
    assert "The last code has run out." in room.tess.get(room.path).text
    assert room.tess.get(room.path + "/wall").status_code == 303


@pytest.mark.parametrize("lasts", ["", "ever", "1"])
def test_nothing_else_can_be_chosen(room: Room, lasts: str) -> None:
    room.tess.post(room.path + "/joining", {"lasts": lasts})
    assert room.one(Class, id=room.id).join_code is None


def test_a_class_that_is_put_away_cannot_be_joined(room: Room) -> None:
    room.tess.post(room.path + "/archive")
    room.tess.post(room.path + "/joining", {"lasts": "day"})
    assert room.one(Class, id=room.id).join_code is None
