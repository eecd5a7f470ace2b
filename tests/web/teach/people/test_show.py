from __future__ import annotations

import logging

import pytest
from flask import Flask

from tests.web.browser import Browser
from tests.web.teach.people.conftest import id_of
from tests.web.teach.people.test_invite import link_in


def test_the_list_is_for_admins_and_finds_people(app: Flask, ada: Browser, ana: Browser, visitor: Browser) -> None:
    visitor.be_guest("Gus")
    page = ada.get("/teach/people/").text
    assert f'href="/teach/people/{id_of(app, "ana")}"' in page
    assert "2 people" in page
    assert "Gus" not in page
    assert "1 person" in ada.get("/teach/people/?text=AN&role=learners").text
    assert "Nobody is called that" in ada.get("/teach/people/?text=zebra&role=nonsense&page=x").text
    assert ana.get("/teach/people/").status_code == 404


def test_disabling_takes_effect_on_the_next_request(app: Flask, ada: Browser, ana: Browser) -> None:
    person = f"/teach/people/{id_of(app, 'ana')}"
    cookie = ana.cookie()
    assert ana.name() == "Ana"
    assert ada.post(f"{person}/disable").location == person
    assert ana.name() == ""
    assert Browser(app).with_cookie(cookie).name() == ""
    assert ana.sign_in("ana").status_code == 401
    assert "Disabled since" in ada.get(person).text
    ada.post(f"{person}/enable")
    assert Browser(app).with_cookie(cookie).name() == ""
    assert ana.sign_in("ana").status_code == 303
    assert ana.name() == "Ana"


def test_a_reset_link_lets_its_person_choose(app: Flask, ada: Browser, ana: Browser, visitor: Browser) -> None:
    person = f"/teach/people/{id_of(app, 'ana')}"
    ada.post(f"{person}/reset")
    link = link_in(ada.get(person).text)
    assert link
    assert link_in(ada.get(person).text) == ""
    assert visitor.get(link).status_code == 200
    answer = visitor.post(link, {"password": "lilies of the field", "again": "lilies of the field"})
    assert answer.status_code == 303
    assert visitor.sign_in("ana", "lilies of the field").status_code == 303
    assert ana.name() == ""
    ada.post(f"{person}/disable")
    ada.post(f"{person}/reset")
    page = ada.get(person).text
    assert "Enable it first; then make a link." in page
    assert link_in(page) == ""


def test_a_link_made_for_one_is_not_shown_with_another(app: Flask, ada: Browser, ana: Browser) -> None:
    ada.post(f"/teach/people/{id_of(app, 'ana')}/reset")
    assert link_in(ada.get(f"/teach/people/{id_of(app, 'ada')}").text) == ""


def test_admins_are_made_and_unmade_but_never_the_last(
    app: Flask, ada: Browser, ana: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    mine, anas = (f"/teach/people/{id_of(app, name)}" for name in ("ada", "ana"))
    with caplog.at_level(logging.INFO, logger="quizapp"):
        ada.post(f"{mine}/not-admin")
    assert "Ada is the only admin" in ada.get(mine).text
    assert "account act: refused: unmade admin person" in caplog.text
    ada.post(f"{anas}/admin")
    assert "Invite Ana as a teacher first" in ada.get(anas).text
    ada.post(f"{mine}/disable")
    assert "This is your own account" in ada.get(mine).text


def test_giving_up_being_admin_leads_to_the_desk(app: Flask, ada: Browser, visitor: Browser) -> None:
    ada.post("/teach/people/invitations", {"label": "Nell", "days": "7"})
    link = link_in(ada.get("/teach/people/invitations").text)
    words = "tulip under the bridge"
    visitor.post(link, {"display_name": "Nell", "username": "nell", "password": words, "again": words})
    ada.post(f"/teach/people/{id_of(app, 'nell')}/admin")
    assert visitor.get("/teach/people/").status_code == 200
    answer = ada.post(f"/teach/people/{id_of(app, 'ada')}/not-admin")
    assert answer.location == "/teach/"
    assert ada.get("/teach/people/").status_code == 404


def test_a_guest_or_nobody_has_no_page(app: Flask, ada: Browser) -> None:
    for act in ("", "/reset", "/disable", "/enable", "/admin", "/not-admin"):
        address = f"/teach/people/987654{act}"
        assert (ada.post(address) if act else ada.get(address)).status_code == 404
