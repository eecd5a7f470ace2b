"""Every route by every role and every relation to what it is about, by real requests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quizapp.web.access import KEY
from quizapp.web.access_table import TABLE, Of, Row, Who
from tests.web.desk_scene import JOIN_CODE
from tests.web.scene import NOBODY, OWNERS, ROLES, Scene, make_scene

pytestmark = pytest.mark.sqlite_only

UNMARKED = {"HEAD", "OPTIONS"}
ANOTHERS = {
    "guest": "student",
    "other guest": "guest",
    "student": "guest",
    "other student": "student",
    "teacher": "student",
    "other teacher": "student",
    "admin": "student",
    NOBODY: "student",
}
MALFORMED = ("abc", "-1", "1.5", "0x1", "99999999999999999999", "1%00", "%F0%9F%90%A2", "1;2", "1,2")


@pytest.fixture
def scene(app: Flask, tmp_path: Path) -> Scene:
    return make_scene(app, tmp_path)


def rules(app: Flask) -> set[tuple[str, str]]:
    return {
        (rule.endpoint, method) for rule in app.url_map.iter_rules() for method in (rule.methods or set()) - UNMARKED
    }


def test_every_route_has_a_row_and_every_row_a_route(app: Flask) -> None:
    assert rules(app) ^ {(row.endpoint, row.method) for row in TABLE} == set()
    assert len({(row.endpoint, row.method) for row in TABLE}) == len(TABLE)


def test_a_route_without_a_row_is_not_to_be_had(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "open to all")
    assert app.test_client().get("/forgotten").status_code == 404
    assert "No row in the access table for GET forgotten" in caplog.text
    assert rules(app) - {(row.endpoint, row.method) for row in TABLE} == {("forgotten", "GET")}


# --- what is asked for ---


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to be tried: its address, whose thing it names, and what the thing is to the one who asks."""

    row: Row
    role: str
    relation: str  # own, other's, offered, missing, malformed, none
    path: str
    state: str = ""  # of an attempt: open, submitted


def path_of(app: Flask, row: Row, **values: object) -> str:
    """Return the address of a row's route with these values in their places, escaped by nobody."""
    rule = next(
        rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint == row.endpoint and row.method in (rule.methods or ())
    )
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(values.get(match[1], "1")), rule.rule)


def cases(scene: Scene, row: Row, role: str) -> Iterator[Asked]:
    """Everything to be tried with a row by somebody of a role."""

    def asked(relation: str, state: str = "", **values: object) -> Asked:
        return Asked(row, role, relation, path_of(scene.app, row, **values), state)

    if row.of is Of.NOTHING:
        yield asked("none", version="1", name="style.css", filename="css/base.css", code=JOIN_CODE)
    if row.of is Of.LINK:
        yield asked("own", secret=secret_of(scene, row))
        yield from (asked("missing", secret=word) for word in ("nonsense", "a%00b", "x" * 3000))
    if row.of is Of.QUIZ:
        yield asked("own", quiz_id=scene.quizzes["open"])
        yield asked("missing", quiz_id=987654)
        yield from (asked("malformed", quiz_id=word) for word in MALFORMED)
    if row.of is Of.TAKEN_QUIZ:
        yield asked("own" if role in OWNERS else "other's", quiz_id=scene.quizzes["exam"])
        yield asked("missing", quiz_id=987654)
        yield from (asked("malformed", quiz_id=word) for word in MALFORMED)
    if row.of is Of.DOCUMENT:
        yield asked("own", document_id=scene.documents["the article"])
        yield asked("missing", document_id=987654)
        yield from (asked("malformed", document_id=word) for word in MALFORMED)
    if row.of is Of.ATTEMPT:
        yield from attempt_cases(scene, row, role)
    if row.of is Of.QUIZ_LINK:
        yield asked("own", **scene.desk[row.of])
        yield from (asked("missing", secret=word) for word in ("nonsense", "a%00b", "x" * 3000))
    elif row.of in scene.desk:
        yield from desk_cases(scene, row, role)


def secret_of(scene: Scene, row: Row) -> str:
    """The secret that stands in the address of a link."""
    if "password_link" in row.endpoint:
        return scene.password_link
    return scene.invitation if "invitation" in row.endpoint else scene.guest_secret


def desk_cases(scene: Scene, row: Row, role: str) -> Iterator[Asked]:
    """A teacher's thing: hers, another's, missing, and addresses that name nothing."""
    values = scene.desk[row.of]
    owner = "student" if row.of is Of.OWN_DISPUTE else "teacher"
    relation = "own" if role == owner or row.of in {Of.PERSON, Of.INVITATION} else "other's"
    yield Asked(row, role, relation, path_of(scene.app, row, **values))
    named = next(iter(values))
    yield Asked(row, role, "missing", path_of(scene.app, row, **{**values, named: 987654}))
    for word in ("abc", "-1", "99999999999999999999") if role == "teacher" else ():  # one converter reads them all
        yield Asked(row, role, "malformed", path_of(scene.app, row, **{**values, named: word}))


def attempt_cases(scene: Scene, row: Row, role: str) -> Iterator[Asked]:
    def asked(relation: str, attempt: object, state: str = "", number: object = 1) -> Asked:
        return Asked(row, role, relation, path_of(scene.app, row, attempt_id=attempt, number=number), state)

    for state, of_state in (("open", scene.opened), ("submitted", scene.submitted)):
        if role in of_state:
            yield asked("own", of_state[role], state)
            if "<int:number>" in str([rule.rule for rule in scene.app.url_map.iter_rules(row.endpoint)]):
                yield asked("missing", of_state[role], state, number=987)
                yield asked("missing", of_state[role], state, number=0)
        yield asked("other's", of_state[ANOTHERS[role]], state)
    yield asked("missing", 987654)
    yield from (asked("malformed", word) for word in MALFORMED)


# --- what is expected ---

ALLOWED, HIDDEN, TO_SIGN_IN, SIGNED_OUT = "allowed", "hidden", "to sign in", "signed out"
# What one's own attempt does not show or do yet, by its state; a document of a closed quiz is shut while it is taken.
NOT_YET = {
    ("learn.attempts.explanation", "open"),
    ("learn.attempts.result", "open"),
    ("learn.attempts.practise", "open"),
    ("learn.disputes.new", "open"),
    ("learn.disputes.create", "open"),
}
READERS_SITTING_A_CLOSED_QUIZ = {"guest", "student"}
TEACHERS = {"teacher", "other teacher", "admin"}


def expected(asked: Asked) -> str:
    """What the table of the product promises for a request."""
    row = asked.row
    if asked.relation == "malformed":
        return HIDDEN
    if row.who is not Who.EVERYONE and asked.role == NOBODY:
        return TO_SIGN_IN if row.method == "GET" else SIGNED_OUT
    if row.who is Who.GUESTS and "guest" not in asked.role:
        return HIDDEN
    if row.who is Who.ACCOUNTS and "guest" in asked.role:
        return HIDDEN
    if row.who is Who.TEACHERS and asked.role not in TEACHERS:
        return HIDDEN
    if row.who is Who.ADMINS and asked.role != "admin":
        return HIDDEN
    if asked.relation in {"other's", "missing"}:
        return HIDDEN
    if (row.endpoint, asked.state) in NOT_YET:
        return HIDDEN
    if row.of is Of.DOCUMENT and asked.role in READERS_SITTING_A_CLOSED_QUIZ:
        return HIDDEN
    return ALLOWED


def outcome(answer: TestResponse) -> str:
    """What a response amounts to."""
    if answer.status_code == 404:
        return HIDDEN
    if answer.status_code == 401:
        return SIGNED_OUT if "You were here as a guest?" in answer.text else "refused"
    if answer.status_code == 303 and answer.location.startswith("/account/sign-in?next="):
        return TO_SIGN_IN
    return ALLOWED if answer.status_code < 500 else f"fault {answer.status_code}"


def request(scene: Scene, asked: Asked) -> TestResponse:
    """Send a request with the session of its role, a write with a good token."""
    browser = scene.browser(asked.role)
    return browser.get(asked.path) if asked.row.method == "GET" else browser.post(asked.path)


def breaches(scene: Scene, rows: Iterable[Row], roles: Iterable[str] = ROLES) -> list[str]:
    """Try everything and name what is not as promised."""
    found = []
    before = scene.digest()
    for asked in (asked for row in rows for role in roles for asked in cases(scene, row, role)):
        with scene.undone():
            answer = request(scene, asked)
            after = scene.digest()
            answer.close()
        is_as_promised = outcome(answer) == expected(asked)
        is_quiet = expected(asked) == ALLOWED or after == before
        if not is_as_promised or not is_quiet:
            changed = "" if is_quiet else ", and something changed"
            found.append(f"{asked.role}: {asked.row.method} {asked.path}: {answer.status_code}{changed}")
    return found


def test_everybody_may_do_what_the_table_says_and_nothing_else(scene: Scene) -> None:
    assert breaches(scene, TABLE) == []


def test_the_test_sees_every_guard_that_is_gone(scene: Scene) -> None:
    table = scene.app.extensions[KEY]
    scene.app.config["PROPAGATE_EXCEPTIONS"] = False
    unseen = []
    for row in (row for row in TABLE if row.who is not Who.EVERYONE):
        scene.app.extensions[KEY] = {**table, (row.endpoint, row.method): replace(row, who=Who.EVERYONE)}
        unseen += [] if breaches(scene, [row], roles=(NOBODY, "guest", "other teacher")) else [row]
    assert unseen == []


def test_the_test_sees_an_owner_who_is_not_asked_for(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a room forgot whose attempt it is."""
    asked = import_module("quizapp.web.learn.learner")
    monkeypatch.setattr(asked, "current_learner_id", lambda: scene.people["student"].id)
    rows = [row for row in TABLE if row.of is Of.ATTEMPT]
    assert [row for row in rows if not breaches(scene, [row], roles=("teacher",))] == []


def test_the_test_sees_a_teacher_who_is_not_asked_for(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a page forgot whose thing it shows."""
    session = import_module("quizapp.web.session")
    monkeypatch.setattr(session, "known_person", lambda: scene.people["teacher"])
    rows = [row for row in TABLE if row.who is Who.TEACHERS and row.of is not Of.NOTHING]
    assert [row for row in rows if not breaches(scene, [row], roles=("other teacher",))] == []


def test_the_test_sees_a_document_that_is_open_to_all(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    routes = import_module("quizapp.web.learn.documents.routes")
    monkeypatch.setattr(routes, "may_read", lambda document_id, learner_id: True)
    rows = [row for row in TABLE if row.of is Of.DOCUMENT]
    assert breaches(scene, rows, roles=("student",)) != []


# --- what is hidden looks like what is not there ---


def test_what_is_anothers_looks_like_what_does_not_exist(scene: Scene) -> None:
    for role in ("guest", "student", "other teacher"):
        nothing = scene.browser(role).get("/nothing/at/all")
        for row in (row for row in TABLE if row.of is not Of.NOTHING and row.method == "GET"):
            for asked in cases(scene, row, role):
                # A document that one's own open attempt shuts says so; what is shut by it is one's own affair.
                if expected(asked) == HIDDEN and not (row.of is Of.DOCUMENT and asked.relation == "own"):
                    answer = scene.browser(role).get(asked.path)
                    assert (asked.path, answer.text) == (asked.path, nothing.text)
                    assert dict(answer.headers) == dict(nothing.headers)


# --- reading changes nothing, and writing has one method ---


def test_looking_changes_nothing(scene: Scene) -> None:
    before = scene.digest()
    for row in (row for row in TABLE if row.method == "GET"):
        for role in ROLES:
            for asked in cases(scene, row, role):
                if asked.relation != "malformed":
                    request(scene, asked).close()
    assert scene.digest() == before


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_a_write_has_one_method(scene: Scene, method: str) -> None:
    before = scene.digest()
    reads = {rule.rule for rule in scene.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    for row in (row for row in TABLE if row.method == "POST"):
        for role in ("guest", "student", "teacher"):
            asked = next((asked for asked in cases(scene, row, role) if asked.relation in {"own", "none"}), None)
            if asked is None:
                continue
            rule = next(rule for rule in scene.app.url_map.iter_rules(row.endpoint) if "POST" in (rule.methods or ()))
            if method in {"GET", "HEAD"} and rule.rule in reads:
                continue
            browser = scene.browser(role)
            data = {"csrf_token": browser.token()}
            answer = browser.client.open(asked.path, method=method, data=data)
            assert (asked.path, answer.status_code) == (asked.path, 405)
    assert scene.digest() == before


# --- fields that no form has ---

FORGED = {
    "id": "1",
    "learner_id": "1",
    "person_id": "1",
    "user_id": "1",
    "owner_id": "1",
    "attempt_id": "1",
    "role": "admin",
    "is_teacher": "1",
    "is_admin": "1",
    "makes_teacher": "1",
    "taken_over_by": "1",
    "disabled_at": "2020-01-01",
    "session_key": "x",
    "password_hash": "x",
    "points": "1000",
    "out_of": "1",
    "score": "100",
    "verdict": "right",
    "is_correct": "1",
    "released": "1",
    "state": "submitted",
    "deadline": "2099-01-01",
    "started_at": "2020-01-01",
    "submitted_at": "2020-01-01",
    "answered_at": "2020-01-01",
    "seed": "mine",
    "mode": "practice",
    "feedback": "after_each",
}
# What stands in a form of a teacher's desk.
HERS_TO_SET = {"feedback", "points", "state", "mode", "person_id"}
NEW = {
    "display_name": "Zoe",
    "username": "zoe",
    "password": "tulip under the bridge",
    "again": "tulip under the bridge",
}
HONEST = {
    "account.profile.rename": {"display_name": "Ana Maria"},
    "account.erase.confirm": {"agreed": "y"},
    "account.sign_up.create": NEW,
    "account.invitation.accept": NEW,
    "account.guest.create": {"display_name": "Zoe"},
    "account.password_link.choose": {"password": NEW["password"], "again": NEW["again"]},
    "account.join.enter": {"name": "Zoe"},
    "teach.classes.create": {"name": "4c", "time_zone": "Europe/Rome"},
    "teach.classes.change": {"name": "5b", "time_zone": "Europe/Rome"},
    "teach.classes.open_joining": {"lasts": "day"},
    "teach.classes.add_people": {"agreed": "name,username\nZoe,zoe"},
    "teach.assignments.change": {"due_day": "2099-01-01", "feedback": "at_end"},
    "teach.assignments.arrange": {"time_percent": "150"},
    "learn.quizzes.start": {"name": "Zoe"},
    "teach.facts.edit": {"statement": "The mill is old."},
    "teach.facts.discard": {},
    "teach.facts.add_stance": {"passage": "3:28-56", "stance": "agrees"},
    "teach.facts.keep_mark": {
        "start": "22",
        "end": "26",
        "keep-date": "on",
        "stem-date": "In what year was the mill built?",
        "act": "draft",
    },
    "public.link.start": {"name": "Zoe"},
    "teach.disputes.decide": {"decision": "declined", "word": "No.", "standing": "open"},
    "learn.disputes.create": {"words": "Both are right.", "place": "1:17-25"},
    "learn.attempts.answer": {"chosen": "1", "revision": "0", "token": "the same"},
    "teach.quizzes.create": {"bank_id": "1", "title": "New", "how": "draw", "count": "3"},
    "teach.quizzes.change": {"title": "Other", "feedback": "at_end", "audience": "classes", "revision": "1"},
    "teach.documents.create": {"text": "The bridge was built in 1801.", "bank": "new"},
    "teach.documents.update": {"title": "The mill", "short_title": "the leaflet"},
    "teach.documents.drop": {"start": "0", "end": "56"},
    "teach.documents.archive": {},
    "teach.documents.cancel": {},
    "teach.banks.create": {"title": "Bridges"},
    "teach.banks.update": {"title": "Bridges", "description": "Of stone.", "level": ""},
    "teach.banks.act": {"act": "retire", "scope": "all"},
    "teach.banks.share": {"username": "theo", "may": "edit"},
    "teach.people.invite": {"label": "Nell", "days": "7"},
    "teach.review.reject": {"question": "10"},
    "teach.questions.create": {
        "kind": "short_text",
        "stem": "Which river drives the mill?",
        "accept": "Wend",
        "source": "A visit",
        "token": "abcdef1234567890",
        "do": "save",
    },
    "teach.questions.change": {
        "kind": "date",
        "stem": "When was the mill built?",
        "value": "1712",
        "cite-1-document": "mill",
        "cite-1-quote": "The mill was built in 1712.",
        "based-on": "1",
        "do": "save",
    },
}
# What differs between two runs of the same honest request.
CHANCE = {
    *(
        "secret_hash",
        "join_code",
        "session_key",
        "password_hash",
        "resume_hash",
        "session_hash",
        "seed",
        "option_order",
        "version_id",
    ),
    *("slug", "link_secret"),
    *("key", "bank_slug"),  # of a fact: they begin with its bank's slug
}
