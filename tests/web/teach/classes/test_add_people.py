from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import pytest
from werkzeug.test import TestResponse

from quizapp.accounts.models import Person
from quizapp.teaching.models import Enrolment
from quizapp.teaching.roster_text import EMPTY_LIST, MOST_LINES
from quizapp.web.teach.classes.forms import CHANGED, NO_LIST, SPREADSHEET, TOO_LARGE
from tests.web.teach.teaching import Room


def look(room: Room, text: str = "", file: bytes | None = None) -> TestResponse:
    fields: dict[str, object] = {"names": text}
    if file is not None:
        fields["file"] = (BytesIO(file), "names.csv")
    return room.tess.post(room.path + "/add", fields)


def agreed(answer: TestResponse) -> str:
    found = re.search(r'name="agreed" value="([^"]*)"', answer.text)
    assert found is not None
    return unescape(found[1])


def add(room: Room, text: str) -> TestResponse:
    return room.tess.post(room.path + "/people", {"agreed": text})


def test_it_works(room: Room) -> None:
    before = room.count(Person)
    answer = look(room, "Zoë Núñez\nAna\nKai; kai.k")
    assert answer.status_code == 200
    assert "2 pupils to add" in answer.text
    assert "already here" in answer.text
    assert room.count(Person) == before
    answer = add(room, agreed(answer))
    assert (answer.status_code, answer.location) == (303, room.path + "/cards")
    assert room.count(Person) == before + 2
    assert room.count(Enrolment) == 3
    page = room.tess.get(answer.location).text
    assert "2 pupils have an account and a card now." in page
    assert "<bdi>zoe.nunez</bdi>" in page
    assert "<bdi>kai.k</bdi>" in page


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_file_of_any_common_encoding(room: Room, encoding: str) -> None:
    text = "Name;Username\r\nZoë Núñez;zoe\r\nJürgen Groß;juergen\r\n"
    answer = look(room, "Left Aside", text.encode(encoding))
    assert "2 pupils to add" in answer.text
    assert "<bdi>Zoë Núñez</bdi>" in answer.text
    assert "<bdi>Jürgen Groß</bdi>" in answer.text
    assert "Left Aside" not in answer.text


@pytest.mark.parametrize(
    ("text", "file", "message"),
    [
        ("", None, NO_LIST),
        (" \n ", None, NO_LIST),
        ("name\n", None, EMPTY_LIST),
        ("", b"PK\x03\x04 an xlsx", SPREADSHEET),
        ("", b"x" * 300_001, TOO_LARGE),
        ("", b" \r\n", "The file is empty."),
        ("\n".join(f"Pupil {number}" for number in range(10_000)), None, f"Add at most {MOST_LINES} people"),
        ('"Anna\nBen', None, "Line 1"),
    ],
)
def test_a_list_that_cannot_be_read_is_said_so(room: Room, text: str, file: bytes | None, message: str) -> None:
    answer = look(room, text, file)
    assert (answer.status_code, message in answer.text) == (400, True)
    assert room.count(Enrolment) == 1


def test_lines_to_mend_are_named_and_left_out_only_by_their_name(room: Room) -> None:
    answer = look(room, "Kai\nx, !!\n<i>y</i>, a, b")
    assert "Add 1 pupil and leave out 2" in answer.text
    assert "Line 2, “<bdi>x</bdi>”" in answer.text
    assert "<i>y</i>" not in answer.text
    assert agreed(answer) == "name,username\nKai,kai\n"


def test_all_of_it_or_nothing_where_something_changed(room: Room) -> None:
    text = agreed(look(room, "Kai\nKim"))
    room.enrol("Kim")
    before = room.count(Person)
    answer = add(room, text.replace("kim", "tess"))
    assert (answer.status_code, CHANGED in answer.text) == (409, True)
    assert room.count(Person) == before
    answer = add(room, agreed(answer))
    assert answer.status_code == 303
    assert room.count(Person) == before + 2


def test_sending_it_twice_adds_once(room: Room) -> None:
    text = agreed(look(room, "Kai\nKim"))
    assert add(room, text).location == room.path + "/cards"
    before = room.count(Person)
    assert add(room, text).location == room.path
    assert room.count(Person) == before


def test_what_was_never_looked_through_is_held_to_the_same(room: Room) -> None:
    before = room.count(Person)
    for text in ("", "name,username\n", "Kai, tess", "x" * 200_000):
        assert add(room, text).status_code in {400, 409}
    assert room.count(Person) == before


def test_names_that_could_be_formulas_come_back_as_text(room: Room) -> None:
    add(room, agreed(look(room, "=cmd|' /C calc'!A0\n@SUM(1)\n+1\n-Anna\n🦊 Fox\nמאיה")))
    page = room.tess.get(room.path + "/people.csv")
    assert page.mimetype == "text/csv"
    assert page.headers["Content-Disposition"] == "attachment; filename=4b.csv"
    text = page.data.decode("utf-8-sig")
    names = [line.split(",")[0] for line in text.splitlines()]
    assert not [name for name in names if name.lstrip('"').startswith(("=", "+", "-", "@"))]
    assert {"'=cmd|' /C calc'!A0", "'@SUM(1)", "'+1", "'-Anna", "🦊 Fox", "מאיה", "Ana"} <= set(names)
    assert "joined (Europe/Berlin)" in text.splitlines()[0]
