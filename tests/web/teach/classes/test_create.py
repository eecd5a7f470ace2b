from __future__ import annotations

import pytest

from quizapp.teaching import rules
from quizapp.teaching.models import Class
from tests.web.teach.teaching import Room


def test_it_works(room: Room) -> None:
    page = room.tess.get("/teach/classes/new").text
    assert 'value="Europe/Berlin"' in page, "the zone of her last class is offered"
    answer = room.tess.post("/teach/classes/new", {"name": "History 9b", "time_zone": "asia/kathmandu"})
    made = room.one(Class, name="History 9b")
    assert (answer.status_code, answer.location) == (303, f"/teach/classes/{made.id}")
    assert (made.time_zone, made.owner_id, made.join_code) == ("Asia/Kathmandu", room.person("tess"), None)
    assert "Nobody yet." in room.tess.get(answer.location).text


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"name": ""}, "name", rules.NO_NAME),
        ({"name": "\u200d"}, "name", rules.NO_NAME),
        ({"name": "x" * 81}, "name", rules.LONG_NAME),
        ({"time_zone": ""}, "time_zone", rules.NO_ZONE),
        ({"time_zone": "Atlantis"}, "time_zone", rules.NO_ZONE),
    ],
)
def test_what_is_amiss_is_said_and_kept(room: Room, changes: dict[str, str], field: str, message: str) -> None:
    answer = room.tess.post("/teach/classes/new", {"name": '5 "a"', "time_zone": "UTC", **changes})
    assert answer.status_code == 400
    assert f'<p class="error" id="{field}-error">{message}</p>' in answer.text
    assert ('value="5 &#34;a&#34;"' in answer.text) == ("name" not in changes)
    assert room.count(Class) == 2


def test_a_session_that_ended_keeps_what_was_typed(room: Room) -> None:
    answer = room.tess.post_without_token("/teach/classes/new", {"name": "5a", "time_zone": "UTC"})
    assert (answer.status_code, 'value="5a"' in answer.text) == (400, True)
    assert room.count(Class) == 2
