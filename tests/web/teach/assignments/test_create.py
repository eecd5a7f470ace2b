from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import update

from quizapp.quizzes.models import Edition, Quiz
from quizapp.storage.database import db
from quizapp.teaching import operations, rules
from quizapp.teaching.local_times import FAR_DAY
from quizapp.teaching.models import Assignment
from quizapp.web.teach.assignments.forms import NO_CLASS, NO_DAY, STRANGE_DAY, STRANGE_TIME
from tests.small_bank import NOW
from tests.web.teach.teaching import Room


def payload(room: Room, **changes: object) -> dict[str, object]:
    return {"quiz_id": room.quiz("exam"), "class_ids": [room.id], "feedback": "", **changes}


def send(room: Room, **changes: object) -> tuple[int, str]:
    answer = room.tess.post("/teach/assignments/new", payload(room, **changes))
    return answer.status_code, answer.text


def test_it_works(room: Room) -> None:
    page = room.tess.get(f"/teach/assignments/new?class_id={room.id}&quiz_id={room.quiz('exam')}").text
    assert "Times are by the clock of Europe/Berlin." in page
    assert f'<option selected value="{room.quiz("exam")}">' in page
    answer = room.tess.post("/teach/assignments/new", payload(room))
    made = room.one(Assignment)
    assert (answer.status_code, answer.location) == (303, f"/teach/assignments/{made.id}")
    assert (made.opens_at, made.due_at, made.closes_at, made.feedback) == (NOW, None, None, "")


def test_times_are_the_classs_own(room: Room) -> None:
    status, _ = send(
        room,
        opens_day="2026-03-28",
        opens_time="08:00",
        due_day="2026-03-29",
        due_time="08:00",
        closes_day="2026-03-30",
    )
    made = room.one(Assignment)
    assert status == 303
    # Between the first two the clocks go forward; a day without a time ends with its last minute.
    assert (made.due_at or NOW) - made.opens_at == timedelta(hours=23)
    assert made.closes_at is not None
    assert made.closes_at.isoformat() == "2026-03-30T21:59:00+00:00"


def test_several_classes_at_the_same_hour_of_their_own_clocks(room: Room) -> None:
    tess = room.person("tess")
    other = room.doing(lambda: operations.make_class(tess, "Tokyo", "Asia/Tokyo", now=NOW))
    answer = room.tess.post(
        "/teach/assignments/new", payload(room, class_ids=[room.id, other], due_day="2026-03-10", due_time="12:00")
    )
    assert (answer.status_code, answer.location) == (303, "/teach/classes/")
    due = {room.one(Assignment, class_id=one).due_at for one in (room.id, other)}
    assert {moment.isoformat() for moment in due if moment} == {
        "2026-03-10T11:00:00+00:00",
        "2026-03-10T03:00:00+00:00",
    }


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"class_ids": []}, "class_ids", NO_CLASS),
        ({"due_day": "tomorrow"}, "due_day", STRANGE_DAY),
        ({"due_day": "2026-03-10", "due_time": "noon"}, "due_time", STRANGE_TIME),
        ({"due_time": "12:00"}, "due_day", NO_DAY),
        ({"due_day": "2026-02-28"}, "due_day", rules.DUE_FIRST),
        ({"due_day": "2026-03-10", "closes_day": "2026-03-09"}, "closes_day", rules.CLOSES_FIRST),
        ({"feedback": "after_due"}, "due_day", rules.NO_DUE),
        ({"due_day": "9999-12-31"}, "due_time", FAR_DAY),
        (
            {"due_day": "2026-03-29", "due_time": "02:30"},
            "due_time",
            "There is no 02:30 on that day in Europe/Berlin: the clocks go forward over it. "
            "Choose 03:30, for instance.",
        ),
    ],
)
def test_what_is_amiss_is_said_beside_the_field_and_kept(
    room: Room, changes: dict[str, object], field: str, message: str
) -> None:
    status, page = send(room, **changes)
    assert status == 400
    assert f'id="{field}-error">{message}</p>' in page
    assert room.count(Assignment) == 0
    for name in ("due_day", "due_time"):
        if changes.get(name):
            assert f'value="{changes[name]}"' in page


def test_only_what_she_may_set_and_only_to_her_own(room: Room) -> None:
    theo = room.person("theo")

    def give_to_theo() -> None:
        quiz = db.session.get_one(Quiz, quiz_id)
        quiz.owner_id, quiz.audience = theo, "classes"

    quiz_id = room.quiz("once")
    room.doing(give_to_theo)
    for changes in ({"quiz_id": quiz_id}, {"quiz_id": 987654}, {"quiz_id": "x"}, {"class_ids": [room.theos]}):
        assert send(room, **changes)[0] == 400
    assert room.count(Assignment) == 0
    page = room.tess.get(f"/teach/assignments/new?class_id={room.theos}&quiz_id={quiz_id}").text
    assert re.search(r">\s*4b\b", page)
    assert not re.search(r">\s*4c\b", page)  # not the bare letters: a token may hold them by chance
    assert f'value="{quiz_id}"' not in page


def test_no_class_must_be_ticked_by_itself(room: Room) -> None:
    tess = room.person("tess")
    room.doing(lambda: operations.make_class(tess, "New York", "America/New_York", now=NOW))
    boxes = re.findall(r'<input[^>]*name="class_ids"[^>]*>', room.tess.get("/teach/assignments/new").text)
    assert len(boxes) == 2
    assert not [box for box in boxes if "required" in box]


def test_nothing_by_halves(room: Room) -> None:
    tess = room.person("tess")
    other = room.doing(lambda: operations.make_class(tess, "New York", "America/New_York", now=NOW))
    # The clocks there go forward on another day.
    status, page = send(room, class_ids=[room.id, other], due_day="2026-03-08", due_time="02:30")
    assert (status, "no 02:30 on that day in America/New_York" in page) == (400, True)
    assert room.count(Assignment) == 0


def test_a_double_press_sets_it_once(room: Room) -> None:
    assert [send(room)[0], send(room)[0]] == [303, 303]
    assert room.count(Assignment) == 1


def test_without_a_class_the_page_says_what_to_do(room: Room) -> None:
    room.tess.post(room.path + "/archive")
    assert "Make a class first" in room.tess.get("/teach/assignments/new").text


def test_what_the_quiz_says_is_said(room: Room) -> None:
    page = room.tess.get("/teach/assignments/new").text
    assert "As the quiz says: see beside its name" in page
    assert "shown at once, any number of attempts" in page
    room.doing(lambda: db.session.execute(update(Edition).values(feedback="at_end", attempts_allowed=1)))
    page = room.tess.get("/teach/assignments/new").text
    assert "As the quiz says: at the end" in page
    assert "shown at the end, 1 attempt<" in page
    path = f"/teach/assignments/{room.assign()}"
    assert "As the quiz says: at the end" in room.tess.get(path + "/edit").text
    assert "<dd>1, as the quiz says</dd>" in room.tess.get(path).text
