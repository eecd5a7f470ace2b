from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.models import Enrolment
from quizapp.web.account.join.forms import NO_CODE, OWN_CLASS, TAKEN_OUT, TOO_MANY, UNKNOWN_CODE
from quizapp.web.clock import now, set_clock
from tests.web.browser import Browser

WRONG = "BCDFGHJK"


def make_class(app: Flask, name: str = "4b", teacher: str = "tess") -> tuple[int, str]:
    """Make a class that can be joined for a day."""
    with app.test_request_context(), transaction():
        tess = db.session.scalar(select(Person.id).where(Person.username == teacher))
        tess = tess or accounts.sign_up(teacher, teacher.title(), "hash", now=now(), is_teacher=True).id
        class_id = operations.make_class(tess, name, "Europe/Berlin", now=now())
        return class_id, operations.open_joining(class_id, until=now() + timedelta(days=1))


def members(app: Flask) -> list[str]:
    query = select(Person.display_name).join(Enrolment).where(Enrolment.removed_at.is_(None)).order_by(Person.id)
    with app.app_context():
        return list(db.session.scalars(query))


def test_it_works_with_an_account(app: Flask, ana: Browser) -> None:
    _, code = make_class(app)
    answer = ana.post("/account/join", {"code": f"{code[:4]}-{code[4:]}".lower()})
    assert (answer.status_code, answer.location) == (303, f"/account/join/{code}")
    page = ana.get(answer.location)
    assert "<h1><bdi>4b</bdi></h1>" in page.text
    assert "Taught by <bdi>Tess</bdi>" in page.text
    assert members(app) == []
    answer = ana.post(answer.location)
    assert (answer.status_code, answer.location) == (303, "/")
    assert "You are in 4b now." in ana.get("/").text
    assert members(app) == ["Ana"]
    assert "<bdi>4b</bdi>, taught by <bdi>Tess</bdi>" in ana.get("/account/").text


def test_joining_twice_is_once(app: Flask, ana: Browser) -> None:
    _, code = make_class(app)
    for _ in range(2):
        assert ana.post(f"/account/join/{code}").status_code == 303
    assert members(app) == ["Ana"]
    assert "You are in this class already." in ana.get(f"/account/join/{code}").text


def test_a_visitor_joins_with_a_name_only(app: Flask, visitor: Browser) -> None:
    _, code = make_class(app)
    page = visitor.get(f"/account/join/{code}")
    assert f"/account/sign-in?next=/account/join/{code}" in page.text
    assert visitor.post(f"/account/join/{code}", {"name": ""}).status_code == 400
    assert members(app) == []
    assert visitor.post(f"/account/join/{code}", {"name": "Zoë"}).status_code == 303
    assert (visitor.name(), members(app)) == ("Zoë", ["Zoë"])


def test_a_guest_joins_as_the_guest_they_are(app: Flask, gus: Browser) -> None:
    _, code = make_class(app)
    assert gus.post(f"/account/join/{code}", {"name": "Somebody else"}).status_code == 303
    assert members(app) == ["Gus"]


def test_a_guest_who_makes_an_account_stays_in_the_class(app: Flask, gus: Browser) -> None:
    _, code = make_class(app)
    gus.post(f"/account/join/{code}")
    gus.sign_up("gustav", take_over="y")
    assert members(app) == ["Gustav"]


@pytest.mark.parametrize(
    ("typed", "message"), [("", NO_CODE), ("nonsense", UNKNOWN_CODE), (WRONG, UNKNOWN_CODE), ("x" * 500, UNKNOWN_CODE)]
)
def test_a_wrong_code_is_said_and_kept(app: Flask, ana: Browser, typed: str, message: str) -> None:
    make_class(app)
    answer = ana.post("/account/join", {"code": typed})
    assert answer.status_code == 400
    assert f'<p class="error" id="code-error">{message}</p>' in answer.text
    assert f'value="{typed}"' in answer.text


def test_a_code_that_ran_out_was_closed_or_replaced_is_like_no_code(app: Flask, ana: Browser) -> None:
    class_id, code = make_class(app)
    other, closed = make_class(app, "4c")
    with app.test_request_context(), transaction():
        operations.close_joining(other)
    assert UNKNOWN_CODE in ana.post("/account/join", {"code": closed}).text
    with app.test_request_context():
        moment = now() + timedelta(days=1)
    set_clock(app, lambda: moment)
    for answer in (ana.get(f"/account/join/{code}"), ana.post(f"/account/join/{code}")):
        assert (answer.status_code, UNKNOWN_CODE in answer.text) == (400, True)
    with app.test_request_context(), transaction():
        new = operations.open_joining(class_id, until=now() + timedelta(days=1))
    assert ana.post(f"/account/join/{code}").status_code == 400
    assert ana.post(f"/account/join/{new}").status_code == 303


def test_an_archived_class_is_not_joined(app: Flask, ana: Browser) -> None:
    class_id, code = make_class(app)
    ana.post(f"/account/join/{code}")
    with app.test_request_context(), transaction():
        operations.archive_class(class_id, now=now())
    assert ana.get(f"/account/join/{code}").status_code == 400
    assert "4b" not in ana.get("/account/").text


def test_who_was_taken_out_is_told_so(app: Flask, ana: Browser) -> None:
    class_id, code = make_class(app)
    ana.post(f"/account/join/{code}")
    with app.test_request_context(), transaction():
        person_id = db.session.scalars(select(Enrolment.person_id)).one()
        operations.remove(class_id, person_id, now=now())
    answer = ana.post(f"/account/join/{code}")
    assert (answer.status_code, TAKEN_OUT in answer.text) == (409, True)
    assert members(app) == []
    assert "4b" not in ana.get("/account/").text


def test_a_teacher_does_not_join_her_own_class(app: Flask) -> None:
    tess = Browser(app).sign_up("tess")
    _, code = make_class(app)
    answer = tess.post(f"/account/join/{code}")
    assert (answer.status_code, OWN_CLASS in answer.text) == (409, True)
    assert members(app) == []


def test_wrong_codes_of_a_person_are_counted_wherever_from(app: Flask, ana: Browser) -> None:
    _, code = make_class(app)
    for number in range(accounts.JOIN_CODES_OF_PERSON.tries):
        ana.environ = {"REMOTE_ADDR": f"192.0.2.{number}"}
        assert ana.get(f"/account/join/{WRONG}").status_code == 400
    answer = ana.get(f"/account/join/{code}")
    assert (answer.status_code, TOO_MANY in answer.text) == (429, True)
    assert ana.post(f"/account/join/{code}").status_code == 429
    assert Browser(app, "192.0.2.1").sign_up("ben").post(f"/account/join/{code}").status_code == 303


def test_wrong_codes_of_an_address_are_counted_across_people(app: Flask) -> None:
    _, code = make_class(app)
    for _ in range(accounts.JOIN_CODES.tries):
        assert Browser(app, "192.0.2.1").post("/account/join", {"code": WRONG}).status_code == 400
    answer = Browser(app, "192.0.2.1").post("/account/join", {"code": code})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "900")
    assert Browser(app, "192.0.2.2").post("/account/join", {"code": code}).status_code == 303


def test_what_is_no_code_at_all_is_not_counted(app: Flask, visitor: Browser) -> None:
    from quizapp.storage.throttle import Throttle

    for _ in range(3):
        visitor.get("/account/join/nonsense")
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Throttle)) == 0


def test_a_form_of_another_session_joins_nothing(app: Flask, visitor: Browser) -> None:
    _, code = make_class(app)
    answer = visitor.post_without_token(f"/account/join/{code}", {"name": "Zoe"})
    assert (answer.status_code, 'value="Zoe"' in answer.text) == (400, True)
    assert members(app) == []
