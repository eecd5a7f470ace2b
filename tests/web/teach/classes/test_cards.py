from __future__ import annotations

import logging
import re

import pytest

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.teaching import operations
from tests.small_bank import NOW
from tests.web.browser import Browser
from tests.web.teach.teaching import Room

NEW = "nine owls in a barn"


def cards_of(room: Room, path: str = "/cards") -> dict[str, str]:
    """The codes on the page, by username."""
    page = room.tess.get(room.path + path).text
    return {name: code for code, name in re.findall(r'card-code">([^<]+)</b>.*?<b><bdi>([^<]+)</bdi></b>', page, re.S)}


def add(room: Room, *names: str) -> None:
    room.tess.post(room.path + "/people", {"agreed": "\n".join(names)})


def use(room: Room, code: str, password: str = NEW) -> Browser:
    pupil = Browser(room.app)
    link = pupil.post("/account/card", {"code": code}).location
    assert pupil.post(link, {"password": password, "again": password}).status_code == 303
    return pupil


def test_a_card_brings_its_pupil_in_and_is_shown_no_more(room: Room) -> None:
    add(room, "Kai", "Kim")
    cards = cards_of(room)
    assert set(cards) == {"kai", "kim"}
    assert cards_of(room) == cards, "it can be shown and printed again"
    assert use(room, cards["kai"]).name() == "Kai"
    assert set(cards_of(room)) == {"kim"}
    assert Browser(room.app).sign_in("kai", NEW).status_code == 303


def test_nobody_signs_in_before_a_password_is_chosen(room: Room) -> None:
    add(room, "Kai")
    assert Browser(room.app).sign_in("kai", "").status_code == 400
    assert Browser(room.app).sign_in("kai", "None").status_code == 401


def test_new_cards_are_for_those_without_a_password(room: Room) -> None:
    add(room, "Kai", "Kim")
    old = cards_of(room)
    use(room, old["kai"])
    room.doing(lambda: accounts.end_password_links(room.person("kim"), now=NOW))
    assert cards_of(room) == {}
    assert "1 pupil has not chosen a password yet" in room.tess.get(room.path + "/cards").text
    assert room.tess.post(room.path + "/cards").location == room.path + "/cards"
    assert set(cards_of(room)) == {"kim"}


def test_one_pupil_gets_a_new_card_and_keeps_the_password_until_it_is_used(room: Room) -> None:
    ana = Browser(room.app)
    path = f"/people/{room.person('ana')}"
    answer = room.tess.post(room.path + path + "/card")
    assert answer.location == f"{room.path}/cards?person_id={room.person('ana')}"
    add(room, "Kai")
    assert set(cards_of(room, f"/cards?person_id={room.person('ana')}")) == {"ana"}
    assert room.one(Person, username="ana").password_hash == "hash"
    assert use(room, cards_of(room)["ana"]).name() == "Ana"
    assert ana.sign_in("ana", NEW).status_code == 303


def test_a_link_is_shown_once_and_works(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    path = f"{room.path}/people/{room.person('ana')}"
    with caplog.at_level(logging.INFO, logger="quizapp"):
        page = room.tess.post(path + "/link").text
    told = f"reset link made for person {room.person('ana')}, by person {room.person('tess')}"
    assert told in caplog.text
    link = re.search(r'value="http://localhost(/account/password-link/[^"]+)"', page)
    assert link is not None
    assert "password-link" not in room.tess.get(path).text
    pupil = Browser(room.app)
    assert pupil.post(link[1], {"password": NEW, "again": NEW}).status_code == 303
    assert pupil.name() == "Ana"


def test_nobody_gets_the_card_of_a_teacher_or_an_admin_who_joined(room: Room) -> None:
    theo = room.person("theo")
    room.doing(lambda: operations.enrol(room.id, theo, now=NOW))
    for what in ("card", "link"):
        assert room.tess.post(f"{room.path}/people/{theo}/{what}").status_code == 404
    assert room.tess.post(room.path + "/cards").status_code == 303
    assert cards_of(room) == {}


def test_nobody_gets_the_card_of_who_is_not_in_the_class_any_more(room: Room) -> None:
    ana = room.person("ana")
    room.tess.post(f"{room.path}/people/{ana}/card")
    assert set(cards_of(room)) == {"ana"}
    room.tess.post(f"{room.path}/people/{ana}/remove")
    assert cards_of(room) == {}
    assert cards_of(room, f"/cards?person_id={ana}") == {}
    for what in ("card", "link"):
        assert room.tess.post(f"{room.path}/people/{ana}/{what}").status_code == 404


def test_nobody_gets_the_card_of_a_pupil_of_another_class(room: Room) -> None:
    ben = room.doing(lambda: accounts.sign_up("ben", "Ben", "hash", now=NOW)).id
    room.doing(lambda: operations.enrol(room.theos, ben, now=NOW))
    for browser, path in ((room.tess, room.path), (room.theo, room.path), (room.tess, f"/teach/classes/{room.theos}")):
        for what in ("", "/card", "/link", "/remove", "/put-back"):
            answer = browser.get(f"{path}/people/{ben}") if not what else browser.post(f"{path}/people/{ben}{what}")
            assert answer.status_code == 404, (path, what)


def test_a_guest_has_no_card(room: Room) -> None:
    gus = room.doing(lambda: accounts.make_guest("Gus", now=NOW)).person.id
    room.doing(lambda: operations.join(room.id, gus, now=NOW))
    assert room.tess.post(f"{room.path}/people/{gus}/card").status_code == 404
    assert "A guest has no password" in room.tess.get(f"{room.path}/people/{gus}").text


def test_a_pupil_is_taken_out_and_put_back(room: Room) -> None:
    path = f"{room.path}/people/{room.person('ana')}"
    assert room.tess.post(path + "/remove").location == path
    assert "Put back into the class" in room.tess.get(path).text
    assert room.tess.post(path + "/put-back").location == path
    assert "<bdi>Ana</bdi></a>" in room.tess.get(room.path).text
