"""Every write needs the token of its session, and a form whose session has ended keeps what was typed."""

from __future__ import annotations

import time
from pathlib import Path
from types import ModuleType

import pytest
from flask import Flask
from itsdangerous import TimestampSigner, URLSafeTimedSerializer
from werkzeug.test import TestResponse

from quizapp.web.access_table import PARTS, TABLE, Row
from quizapp.web.csrf import SESSION_ENDED
from tests.web.browser import PASSWORD, Browser
from tests.web.scene import ROLES, Scene, make_scene
from tests.web.test_access import HONEST, cases

pytestmark = pytest.mark.sqlite_only

WRITES = [row for row in TABLE if row.method == "POST"]
FOREIGN = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}


@pytest.fixture
def scene(app: Flask, tmp_path: Path) -> Scene:
    return make_scene(app, tmp_path)


def forgeries(scene: Scene, browser: Browser) -> list[tuple[str, dict[str, str]]]:
    """Tokens that are not this session's, each with the headers it comes with."""
    real, anothers = browser.token(), scene.browser("teacher").token()
    tokens = ["", "nonsense", anothers, real[:-1], real.split(".")[0]]
    return [(token, {}) for token in tokens] + [("", FOREIGN)]


def breaches(scene: Scene, row: Row) -> list[str]:
    """Try a write in every way without the token, and name what went through."""
    found = []
    before = scene.digest()
    for role in ROLES:
        asked = next(asked for asked in cases(scene, row, role) if asked.relation in {"own", "none", "other's"})
        browser = scene.browser(role)
        for token, headers in forgeries(scene, browser):
            fields = {**HONEST.get(row.endpoint, {}), "csrf_token": token}
            answer = browser.post_without_token(asked.path, fields, headers=headers)
            if answer.status_code not in {400, 401, 404}:
                found.append(f"{role} {asked.path} with “{token}”: {answer.status_code}")
    return found + (["something changed"] if scene.digest() != before else [])


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__.rpartition(".")[2])
def test_a_write_without_the_token_is_refused_and_writes_nothing(scene: Scene, part: ModuleType) -> None:
    assert [found for row in part.ROWS if row.method == "POST" for found in breaches(scene, row)] == []


def test_the_test_sees_a_check_that_is_gone(scene: Scene) -> None:
    checks = scene.app.before_request_funcs[None]
    checks[:] = [check for check in checks if check.__name__ != "check_token"]
    for endpoint in ("account.profile.rename", "account.sign_out.everywhere", "learn.attempts.answer"):
        with scene.undone():
            assert breaches(scene, next(row for row in WRITES if row.endpoint == endpoint)) != []


def test_a_token_in_the_address_is_none(scene: Scene) -> None:
    browser = scene.browser("student")
    answer = browser.post_without_token(f"/account/name?csrf_token={browser.token()}", {"display_name": "Zoe"})
    assert (answer.status_code, browser.name()) == (400, "Ana")


def test_a_script_may_send_the_token_in_a_header(scene: Scene) -> None:
    browser = scene.browser("student")
    headers = {"X-CSRFToken": browser.token()}
    assert browser.post_without_token("/account/name", {"display_name": "Zoe"}, headers=headers).status_code == 303


class LongAgo(TimestampSigner):
    def get_timestamp(self) -> int:
        return int(time.time()) - 25 * 3600


def test_a_token_lives_as_long_as_its_session(scene: Scene) -> None:
    """F13: a page that was open for 25 hours still sends."""
    browser = scene.browser("student")
    browser.token()
    serializer = URLSafeTimedSerializer(scene.app.secret_key or "", salt="wtf-csrf-token", signer=LongAgo)
    with browser.client.session_transaction() as session:
        old = serializer.dumps(session.setdefault("csrf_token", "0" * 40))
    answer = browser.post_without_token("/account/name", {"display_name": "Zoe", "csrf_token": old})
    assert (answer.status_code, browser.name()) == (303, "Zoe")


def is_kept(answer: TestResponse, *typed: str) -> bool:
    return answer.status_code == 400 and SESSION_ENDED in answer.text and all(word in answer.text for word in typed)


def test_ordinary_forms_keep_what_was_typed_but_no_password(scene: Scene) -> None:
    nobody, student = scene.browser("nobody"), scene.browser("student")
    link = f"/account/invitation/{scene.invitation}"
    new = {"display_name": "Zoe Zebra", "username": "zoe", "password": PASSWORD, "again": PASSWORD}
    for browser, path, fields, typed in [
        (nobody, "/account/sign-up", new, ["Zoe Zebra", 'value="zoe"']),
        (nobody, link, new, ["Zoe Zebra", 'value="zoe"']),
        (nobody, "/account/sign-in", {"username": "zoe", "password": PASSWORD}, ['value="zoe"']),
        (nobody, "/account/guest", {"display_name": "Zoe Zebra"}, ["Zoe Zebra"]),
        (student, "/account/name", {"display_name": "Zoe Zebra"}, ["Zoe Zebra"]),
        (student, "/account/password", {"current": "x", "password": PASSWORD, "again": PASSWORD}, []),
        (nobody, f"/learn/quizzes/{scene.quizzes['first']}/start", {"name": "Zoe Zebra"}, ["Zoe Zebra"]),
    ]:
        answer = browser.post_without_token(path, fields)
        assert (path, is_kept(answer, *typed)) == (path, True)
        assert PASSWORD not in answer.text


def answer_path(scene: Scene, owner: str) -> str:
    return f"/learn/attempts/{scene.opened[owner]}/questions/2"


def test_an_answer_is_kept_and_can_be_sent_again(scene: Scene) -> None:
    """F13: the token is refused, what was typed is shown again, and sending that page stores it."""
    browser = scene.browser("student")
    refused = browser.post_without_token(answer_path(scene, "student"), {"text": "Lagoon Zebra", "revision": "0"})
    assert is_kept(refused, 'value="Lagoon Zebra"')
    again = browser.post(answer_path(scene, "student"), {"text": "Lagoon Zebra", "revision": "0", "token": "t"})
    assert again.status_code == 303
    assert 'value="Lagoon Zebra"' in browser.get(answer_path(scene, "student")).text


def test_another_sites_form_is_refused_flatly(scene: Scene) -> None:
    browser = scene.browser("student")
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ):
        answer = browser.post_without_token(answer_path(scene, "student"), {"text": "Mallory"}, headers=headers)
        assert answer.status_code == 400
        assert "Mallory" not in answer.text


def test_whoever_signs_in_again_finds_the_answer_carried_along(scene: Scene) -> None:
    """F13: the session itself is gone; the answer waits on the sign-in page and arrives after it."""
    browser = Browser(scene.app).sign_up("zoe")
    browser.post(f"/learn/quizzes/{scene.quizzes['exam']}/start")
    path = browser.get("/learn/history/").text.partition('href="/learn/attempts/')[2].partition('"')[0]
    path = f"/learn/attempts/{path.split('/')[0]}/questions/2"
    typed = {"text": "Lagoon Zebra", "revision": "0", "token": "t"}
    browser.client.delete_cookie("quizapp")
    signed_out = browser.post_without_token(path, typed)
    assert signed_out.status_code == 401
    kept = {f"kept-{name}": value for name, value in typed.items()}
    assert all(f'name="{name}" value="{value}"' in signed_out.text for name, value in kept.items())
    carried = browser.sign_in("zoe", next=path, **kept)
    assert f'action="{path}"' in carried.text
    assert all(f'name="{name}" value="{value}"' in carried.text for name, value in typed.items())
    assert browser.post(path, typed).status_code == 303
    assert 'value="Lagoon Zebra"' in browser.get(path).text


def test_a_guest_opens_the_link_and_sends_the_answer_again(scene: Scene) -> None:
    browser = Browser(scene.app)
    typed = {"text": "Lagoon Zebra", "revision": "0", "token": "t"}
    signed_out = browser.post_without_token(answer_path(scene, "guest"), typed)
    assert f'action="{answer_path(scene, "guest")}"' in signed_out.text
    browser.post(f"/account/resume/{scene.guest_secret}")
    stale = browser.post_without_token(answer_path(scene, "guest"), {**typed, "csrf_token": "the old page's"})
    assert is_kept(stale, 'value="Lagoon Zebra"')
    assert browser.post(answer_path(scene, "guest"), typed).status_code == 303
