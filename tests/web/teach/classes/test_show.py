from __future__ import annotations

from datetime import timedelta

from quizapp.accounts import operations as accounts
from quizapp.teaching import operations
from tests.small_bank import NOW
from tests.web.teach.teaching import Room


def test_it_shows_who_is_in_it_and_what_is_set(room: Room) -> None:
    room.assign(due_at=NOW + timedelta(days=1))
    page = room.tess.get(room.path).text
    assert "<h1><bdi>4b</bdi></h1>" in page
    assert f'href="{room.path}/people/{room.person("ana")}"><bdi>Ana</bdi></a>' in page
    assert "0 of 1 handed in" in page
    # NOW is noon in UTC, on a first of March.
    assert '<time datetime="2026-03-02T13:00+01:00">Mon 2 Mar 2026, 13:00</time>' in page
    assert "Europe/Berlin" in page


def test_anothers_class_is_not_there(room: Room) -> None:
    for path in ("", "/edit", "/add", "/cards", "/wall", "/people.csv", f"/people/{room.person('ana')}"):
        assert room.theo.get(room.path + path).status_code == 404, path
        assert room.tess.get(f"/teach/classes/{room.theos}{path}").status_code == 404, path


def test_names_are_shown_as_they_are_and_nothing_more(room: Room) -> None:
    room.doing(lambda: accounts.rename(room.person("ana"), "<script>alert(1)</script>"))
    page = room.tess.get(room.path).text
    assert "<script>alert" not in page
    assert "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>" in page


def test_who_was_taken_out_stands_apart(room: Room) -> None:
    room.doing(lambda: operations.remove(room.id, room.person("ana"), now=NOW))
    page = room.tess.get(room.path).text
    assert "<bdi>Ana</bdi>" not in page
    assert "Taken out (1)" in page
    assert "<bdi>Ana</bdi>" in room.tess.get(room.path + "?removed=1").text


def test_pages_and_statements_do_not_grow(room: Room, statements: list[str]) -> None:
    def counted(path: str) -> tuple[str, int]:
        statements.clear()
        return room.tess.get(path).text, len(statements)

    counted(room.path)
    _, few = counted(room.path)
    for number in range(60):
        room.enrol(f"Pupil{number:02}")
    page, many = counted(room.path)
    assert many == few
    assert "Page 1 of 2" in page
    assert "Pupil59" not in page
    assert "Pupil59" in room.tess.get(room.path + "?page=2").text
    assert "Pupil59" in room.tess.get(room.path + "?page=999999999999999999999").text


def test_a_class_is_put_away_and_brought_back(room: Room) -> None:
    answer = room.tess.post(room.path + "/archive")
    assert (answer.status_code, answer.location) == (303, room.path)
    assert "This class is put away." in room.tess.get(room.path).text
    assert "4b" not in room.tess.get("/teach/classes/").text
    assert "4b" in room.tess.get("/teach/classes/?archived=1").text
    room.tess.post(room.path + "/unarchive")
    assert "4b" in room.tess.get("/teach/classes/").text


def test_an_empty_list_teaches_the_next_step(room: Room) -> None:
    room.tess.post(room.path + "/archive")
    assert "Make your first class" in room.tess.get("/teach/classes/").text


def test_another_name_and_zone(room: Room) -> None:
    answer = room.tess.post(room.path + "/edit", {"name": "5b", "time_zone": "Asia/Tokyo"})
    assert answer.status_code == 303
    page = room.tess.get(room.path).text
    assert "<h1><bdi>5b</bdi></h1>" in page
    assert "Asia/Tokyo" in page
