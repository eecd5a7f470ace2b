from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from quizapp.attempts import operations as attempts
from quizapp.attempts.models import Attempt
from quizapp.quizzes.models import Edition
from quizapp.quizzes.queries.pinned import SETTINGS
from quizapp.storage.database import db
from quizapp.teaching import operations, rules
from quizapp.teaching.models import Accommodation, Assignment
from quizapp.web.clock import set_clock
from tests.small_bank import NOW
from tests.web.teach.teaching import Room

DAY = timedelta(days=1)


def start(room: Room, person_id: int, slug: str = "exam", *, at: datetime = NOW) -> int:
    quiz = room.quiz(slug)
    return room.doing(lambda: attempts.start_attempt(quiz, person_id, now=at, seed="seed"))


def hand_in(room: Room, person_id: int, slug: str = "exam", *, at: datetime = NOW) -> None:
    attempt = start(room, person_id, slug, at=at)
    room.doing(lambda: attempts.submit_attempt(attempt, person_id, now=at))


def test_who_has_not_started_is_seen(room: Room) -> None:
    path = f"/teach/assignments/{room.assign(due_at=NOW + DAY)}"
    ben, cem = room.enrol("Ben"), room.enrol("Cem")
    start(room, ben)
    hand_in(room, cem, at=NOW + 2 * DAY)
    page = room.tess.get(path).text
    for words in ("all 3", "1 not started", "1 working", "1 handed in", ">late</b>", "0&nbsp;%"):
        assert words in page
    page = room.tess.get(path + "?state=not_started").text
    assert "<bdi>Ana</bdi>" in page
    assert "<bdi>Ben</bdi>" not in page
    assert "<bdi>Ben</bdi>" in room.tess.get(path + "?state=nonsense").text


def test_times_name_the_zone(room: Room) -> None:
    page = room.tess.get(f"/teach/assignments/{room.assign(due_at=NOW + DAY)}").text
    assert 'Sun 1 Mar 2026, 13:00</time> <span class="zone">Europe/Berlin</span>' in page
    assert 'Mon 2 Mar 2026, 13:00</time> <span class="zone">Europe/Berlin</span>' in page


def test_an_empty_class_says_what_to_do(room: Room) -> None:
    room.doing(lambda: operations.remove(room.id, room.person("ana"), now=NOW))
    assert "Nobody is in the class yet." in room.tess.get(f"/teach/assignments/{room.assign()}").text


def test_results_are_released_and_nothing_else_is(room: Room) -> None:
    assignment = room.assign(feedback="on_release")
    hand_in(room, room.person("ana"))
    path = f"/teach/assignments/{assignment}"
    assert "Release the results now" in room.tess.get(path).text
    assert room.one(Attempt).state == "handed_in"
    assert room.tess.post(path + "/release").location == path
    assert room.one(Attempt).state == "submitted"
    page = room.tess.get(path).text
    assert "Release the results now" not in page
    assert "released " in page


def test_what_was_held_back_is_released_though_the_quiz_says_otherwise_by_now(room: Room) -> None:
    room.doing(lambda: db.session.execute(update(Edition).values(feedback="on_release")))
    path = f"/teach/assignments/{room.assign()}"
    hand_in(room, room.person("ana"))
    room.doing(lambda: db.session.execute(update(Edition).values(feedback="at_end")))
    assert "Release the results now" in room.tess.get(path).text
    room.tess.post(path + "/release")
    assert room.one(Attempt).state == "submitted"


def test_others_see_results_before_who_is_due_later(room: Room) -> None:
    ana = room.person("ana")
    path = f"/teach/assignments/{room.assign(feedback='after_due', due_at=NOW + DAY)}/people/{ana}"
    warning = "before <bdi>Ana</bdi> is done"
    assert warning not in room.tess.get(path).text
    page = room.tess.post(path, {"due_day": "2026-03-05", "time_percent": "100"}, follow_redirects=True).text
    assert warning in page
    assert "The others see the results after" in page


def test_what_is_shown_at_once_has_nothing_to_release(room: Room) -> None:
    assignment = room.assign(feedback="at_end")
    room.tess.post(f"/teach/assignments/{assignment}/release")
    assert room.one(Assignment).released_at is None


def test_it_is_taken_back_and_set_again(room: Room) -> None:
    path = f"/teach/assignments/{room.assign()}"
    hand_in(room, room.person("ana"))
    assert room.tess.post(path + "/withdraw").location == path
    page = room.tess.get(path).text
    assert "Set it again" in page
    assert "1 handed in" in page
    assert "taken back" in room.tess.get(room.path).text
    room.tess.post(path + "/set-again")
    assert room.one(Assignment).withdrawn_at is None


def test_another_time_reaches_who_is_working(room: Room) -> None:
    assignment = room.assign(closes_at=NOW + DAY)
    start(room, room.person("ana"))
    path = f"/teach/assignments/{assignment}/edit"
    page = room.tess.get(path).text
    assert 'value="2026-03-02"' in page
    assert 'value="13:00"' in page
    fields = {"opens_day": "2026-03-01", "opens_time": "13:00", "closes_day": "2026-03-05", "closes_time": "13:00"}
    answer = room.tess.post(path, {**fields, "feedback": "at_end"})
    assert (answer.status_code, answer.location) == (303, f"/teach/assignments/{assignment}")
    assert (room.one(Assignment).closes_at, room.one(Attempt).deadline) == (NOW + 4 * DAY, NOW + 4 * DAY)


def test_what_cannot_be_changes_nothing(room: Room) -> None:
    path = f"/teach/assignments/{room.assign(closes_at=NOW + DAY)}/edit"
    answer = room.tess.post(path, {"opens_day": "2026-03-04", "closes_day": "2026-03-02", "feedback": ""})
    assert (answer.status_code, rules.CLOSES_FIRST in answer.text) == (400, True)
    assert 'value="2026-03-04"' in answer.text
    assert room.one(Assignment).opens_at == NOW


# --- one learner ---


def test_one_learner_gets_more_time_at_once(room: Room) -> None:
    assignment = room.assign("timed")
    ana = room.person("ana")
    start(room, ana, "timed")
    path = f"/teach/assignments/{assignment}/people/{ana}"
    assert "The quiz gives 10 minutes." in room.tess.get(path).text
    answer = room.tess.post(path, {"time_percent": "150", "due_day": "2026-03-09", "due_time": "09:00"})
    assert (answer.status_code, answer.location) == (303, path)
    assert room.one(Attempt).deadline == NOW + timedelta(minutes=15)
    page = room.tess.get(path).text
    assert 'value="2026-03-09"' in page
    assert '<option selected value="150">' in page
    assert "own times" in room.tess.get(f"/teach/assignments/{assignment}").text
    room.tess.post(path, {"time_percent": "100"})
    assert room.count(Accommodation) == 0
    assert room.one(Attempt).deadline == NOW + timedelta(minutes=10)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"due_day": "2026-02-01"}, rules.DUE_FIRST),
        ({"due_day": "2026-03-29", "due_time": "02:10"}, "There is no 02:10"),
        ({"time_percent": "1000"}, "Not a valid choice"),
    ],
)
def test_what_one_learner_cannot_get(room: Room, changes: dict[str, str], message: str) -> None:
    path = f"/teach/assignments/{room.assign()}/people/{room.person('ana')}"
    answer = room.tess.post(path, {"time_percent": "100", **changes})
    assert (answer.status_code, message in answer.text) == (400, True)
    assert room.count(Accommodation) == 0


def test_only_her_own_and_only_of_the_class(room: Room) -> None:
    assignment, theo = room.assign(), room.person("theo")
    path = f"/teach/assignments/{assignment}"
    for person_id in (theo, 987654):
        assert room.tess.get(f"{path}/people/{person_id}").status_code == 404
        assert room.tess.post(f"{path}/people/{person_id}", {"time_percent": "200"}).status_code == 404
    for way in ("", "/edit", f"/people/{room.person('ana')}"):
        assert room.theo.get(path + way).status_code == 404
    for way in ("/edit", "/withdraw", "/set-again", "/release", f"/people/{room.person('ana')}"):
        assert room.theo.post(path + way, {"time_percent": "200", "feedback": ""}).status_code == 404
    assert room.count(Accommodation) == 0


def test_a_look_from_after_the_clocks_went_forward_says_the_same_moment(room: Room) -> None:
    assignment = room.assign(due_at=NOW + 30 * DAY)
    set_clock(room.app, lambda: NOW + 29 * DAY)
    assert "Tue 31 Mar 2026, 14:00" in room.tess.get(f"/teach/assignments/{assignment}").text


def test_whoever_began_an_older_edition_keeps_it_and_the_page_says_so(room: Room) -> None:
    path = f"/teach/assignments/{room.assign()}"
    start(room, room.person("ana"))
    assert "<dt>Edition</dt>" not in room.tess.get(path).text
    old = room.one(Edition, quiz_id=room.quiz("exam"))
    names = (*SETTINGS, "content_hash", "published_at", "quiz_id")
    values = {name: getattr(old, name) for name in names}
    room.doing(lambda: db.session.execute(update(Edition).where(Edition.id == old.id).values(is_current=False)))
    room.doing(lambda: db.session.add(Edition(number=2, is_current=True, **values)))
    assert "2 for whoever begins now; 1 began edition 1 and keeps it" in room.tess.get(path).text
