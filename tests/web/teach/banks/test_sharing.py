from __future__ import annotations

from flask import Flask

from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.banks.conftest import states
from tests.web.teach.teaching import id_of


def share(browser: Browser, bank: int, name: str, may: str) -> int:
    return browser.post(f"/teach/banks/{bank}/sharing", {"username": name, "may": may}).status_code


def test_to_read(app: Flask, tess: Browser, theo: Browser, pact: TeachersBank) -> None:
    assert theo.get(f"/teach/banks/{pact.id}").status_code == 404
    assert share(tess, pact.id, "Theo", "read") == 303
    shared = tess.get(f"/teach/banks/{pact.id}/sharing").text
    assert "Theo may read this bank now, and finds it among the banks." in shared
    assert "Tess lets you read it" in theo.get("/teach/banks/").text
    page = theo.get(f"/teach/banks/{pact.id}").text
    assert "shared with you to read" in page
    assert 'name="act"' not in page
    assert theo.post(f"/teach/banks/{pact.id}/act", {"act": "retire", "scope": "all"}).status_code == 404
    assert states(app, pact.id) == {"draft": 9}


def test_to_edit_but_not_to_own(app: Flask, tess: Browser, theo: Browser, pact: TeachersBank) -> None:
    share(tess, pact.id, "theo", "edit")
    assert theo.post(f"/teach/banks/{pact.id}/act", {"act": "retire", "scope": "all"}).status_code == 303
    assert states(app, pact.id) == {"retired": 9}
    for path in ("edit", "sharing"):
        assert theo.get(f"/teach/banks/{pact.id}/{path}").status_code == 404
        assert theo.post(f"/teach/banks/{pact.id}/{path}", {"title": "Mine"}).status_code == 404
    assert theo.post(f"/teach/banks/{pact.id}/archive").status_code == 404
    assert "Lagoon City" in theo.get(f"/teach/banks/{pact.id}?state=retired").text


def test_taken_back_it_is_not_there_any_more(app: Flask, tess: Browser, theo: Browser, pact: TeachersBank) -> None:
    share(tess, pact.id, "theo", "edit")
    with app.app_context():
        theos = id_of("theo")
    assert tess.post(f"/teach/banks/{pact.id}/sharing/{theos}/remove").status_code == 303
    assert "Nobody yet" in tess.get(f"/teach/banks/{pact.id}/sharing").text
    assert theo.get(f"/teach/banks/{pact.id}").status_code == 404
    assert "The pact" not in theo.get("/teach/banks/").text


def test_a_name_that_is_no_teachers_is_refused_in_words(tess: Browser, ana: Browser, pact: TeachersBank) -> None:
    for name, words in [("ana", "No teacher here"), ("nobody", "No teacher here"), ("", "Write the username"),
                        ("tess", "yours already")]:  # fmt: skip
        answer = tess.post(f"/teach/banks/{pact.id}/sharing", {"username": name, "may": "read"})
        assert answer.status_code in {400, 422}
        assert words in answer.text
        assert f'value="{name}"' in answer.text
    assert tess.post(f"/teach/banks/{pact.id}/sharing", {"username": "ana", "may": "own"}).status_code == 400
