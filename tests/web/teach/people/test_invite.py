from __future__ import annotations

import logging
import re

import pytest
from flask import Flask

from tests.web.browser import PASSWORD, Browser

NELL = {"display_name": "Nell", "username": "nell", "password": PASSWORD, "again": PASSWORD}


def link_in(page: str) -> str:
    found = re.search(r'id="made-link"[^>]*value="http://localhost(/account/[^"]+)"', page)
    return found[1] if found else ""


def invite(ada: Browser, label: str = "Nell", days: str = "7") -> str:
    answer = ada.post("/teach/people/invitations", {"label": label, "days": days})
    assert (answer.status_code, answer.location) == (303, "/teach/people/invitations")
    return link_in(ada.get(answer.location).text)


def test_the_link_is_shown_once_and_makes_a_teacher_who_lands_on_her_desk(ada: Browser, visitor: Browser) -> None:
    link = invite(ada)
    assert link
    assert link_in(ada.get("/teach/people/invitations").text) == ""
    assert "Ada</bdi> invites you to teach here" in visitor.get(link).text
    answer = visitor.post(link, NELL)
    assert (answer.status_code, answer.location) == (303, "/teach/")
    desk = visitor.get("/teach/").text
    assert "Welcome, Nell. This is your desk." in desk
    assert "From a document to your class" in desk
    assert visitor.get("/teach/people/").status_code == 404
    assert "Nobody." in ada.get("/teach/people/invitations").text
    assert visitor.get(link).status_code == 410


def test_renewed_and_withdrawn(ada: Browser, visitor: Browser) -> None:
    old = invite(ada)
    page = ada.get("/teach/people/invitations").text
    number = re.search(r"/teach/people/invitations/(\d+)/renew", page)
    assert number
    ada.post(number[0])
    new = link_in(ada.get("/teach/people/invitations").text)
    assert visitor.get(old).status_code == 404
    assert visitor.get(new).status_code == 200
    ada.post(f"/teach/people/invitations/{number[1]}/withdraw")
    assert visitor.get(new).status_code == 410
    assert visitor.post(new, NELL).status_code == 410
    assert "over since" in ada.get("/teach/people/invitations").text


def test_used_meanwhile_is_said(ada: Browser, visitor: Browser) -> None:
    visitor.post(invite(ada), NELL)
    invite(ada, "Otto")
    for act in ("renew", "withdraw"):
        ada.post(f"/teach/people/invitations/1/{act}")
        assert "has been used meanwhile" in ada.get("/teach/people/invitations").text
        assert ada.post(f"/teach/people/invitations/987654/{act}").status_code == 404


def test_what_is_amiss_is_said_beside_the_field(ada: Browser) -> None:
    for fields, words in [
        ({"label": " ", "days": "7"}, "Write whom the link is for"),
        ({"label": "x" * 81, "days": "7"}, "80 characters at most"),
        ({"label": "Nell", "days": "9999"}, "Not a valid choice"),
    ]:
        answer = ada.post("/teach/people/invitations", fields)
        assert answer.status_code == 400
        assert words in answer.text
    assert "Nobody." in ada.get("/teach/people/invitations").text
    kept = ada.post_without_token("/teach/people/invitations", {"label": "Nell", "days": "7"})
    assert (kept.status_code, 'value="Nell"' in kept.text) == (400, True)


def test_acts_stand_in_the_log_in_utc_without_secrets(
    app: Flask, ada: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="quizapp"):
        secret = invite(ada).rpartition("/")[2]
    (line,) = [record.getMessage() for record in caplog.records if record.name == "quizapp.accounts"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ account act: teacher invited, by person \d+", line)
    assert secret not in caplog.text
    assert "Nell" not in caplog.text
