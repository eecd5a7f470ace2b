from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import BankAct, Question, QuestionTag
from quizapp.storage.database import db
from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.banks.conftest import states


def test_ticked_ones_are_retired_and_undone(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    ids = list(pact.questions.values())[:2]
    answer = tess.post(f"/teach/banks/{pact.id}/act", {"act": "retire", "scope": "ticked", "question": ids})
    assert answer.location == f"/teach/banks/{pact.id}#questions"
    page = tess.get(f"/teach/banks/{pact.id}").text
    assert "2 questions retired." in page
    assert "Your last act here: questions retired" in page
    assert states(app, pact.id) == {"draft": 7, "retired": 2}
    tess.post(f"/teach/banks/{pact.id}/undo")
    assert "2 questions put back as before." in tess.get(f"/teach/banks/{pact.id}").text
    assert states(app, pact.id) == {"draft": 9}
    assert "Your last act here" not in tess.get(f"/teach/banks/{pact.id}").text


def test_all_that_match_not_only_those_of_the_page(app: Flask, tess: Browser, many: Callable[[int], int]) -> None:
    bank = many(300)
    assert states(app, bank) == {"accepted": 120, "draft": 60, "hidden": 60, "retired": 60}
    answer = tess.post(f"/teach/banks/{bank}/act?state=draft&page=1", {"act": "reject", "scope": "all"})
    assert answer.location == f"/teach/banks/{bank}?page=1&state=draft#questions"
    assert states(app, bank) == {"accepted": 120, "hidden": 60, "retired": 120}
    tess.post(f"/teach/banks/{bank}/undo")
    tess.post(f"/teach/banks/{bank}/act?state=accepted&page=3", {"act": "retire", "scope": "page"})
    assert states(app, bank) == {"accepted": 100, "draft": 60, "hidden": 60, "retired": 80}


def test_what_breaks_a_rule_is_left_and_said(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    tess.post(f"/teach/banks/{pact.id}/act", {"act": "accept", "scope": "all"})
    page = tess.get(f"/teach/banks/{pact.id}").text
    after = states(app, pact.id)
    assert after["accepted"] + after["draft"] == 9
    assert after["draft"] > 0
    assert f"{after['draft']} questions left as they were (" in page


def test_more_than_the_rules_can_look_at_is_refused_in_words(
    app: Flask, tess: Browser, pact: TeachersBank, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("quizapp.web.teach.banks.acting"), "MOST_JUDGED", 4)
    answer = tess.post(f"/teach/banks/{pact.id}/act", {"act": "accept", "scope": "all"})
    assert answer.status_code == 422
    assert "can look at 4 questions at a time, and these are 9" in answer.text
    assert states(app, pact.id) == {"draft": 9}


def test_what_is_so_already_is_said(tess: Browser, pact: TeachersBank) -> None:
    one = list(pact.questions.values())[:1]
    for _ in range(2):
        tess.post(f"/teach/banks/{pact.id}/act", {"act": "retire", "question": one})
    page = tess.get(f"/teach/banks/{pact.id}").text
    assert "Nothing was changed. 1 question left as it was (1: it is retired already)." in page


def test_tags_come_and_go(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    ids = list(pact.questions.values())[:3]
    tess.post(f"/teach/banks/{pact.id}/act", {"act": "tag", "question": ids, "tag": " Hard  ones "})
    with app.app_context():
        assert set(db.session.execute(select(QuestionTag.question_id, QuestionTag.tag))) == {
            (question, "hard ones") for question in ids
        }
    assert "3 found" in tess.get(f"/teach/banks/{pact.id}?tag=hard+ones").text
    tess.post(f"/teach/banks/{pact.id}/act?tag=hard+ones", {"act": "untag", "scope": "all", "tag": "hard ones"})
    with app.app_context():
        assert db.session.scalars(select(QuestionTag)).all() == []


def test_questions_move_to_another_bank_of_hers_and_to_no_others(
    app: Flask, tess: Browser, theo: Browser, pact: TeachersBank
) -> None:
    ids = list(pact.questions.values())[:2]
    hers = tess.post("/teach/banks/", {"title": "Hers"}).location.rpartition("=")[2]
    his = theo.post("/teach/banks/", {"title": "His"}).location.rpartition("=")[2]
    refused = tess.post(f"/teach/banks/{pact.id}/act", {"act": "move", "question": ids, "target": his})
    assert refused.status_code == 404
    assert states(app, pact.id) == {"draft": 9}
    tess.post(f"/teach/banks/{pact.id}/act", {"act": "move", "question": ids, "target": hers})
    assert states(app, int(hers)) == {"draft": 2}
    tess.post(f"/teach/banks/{pact.id}/undo")
    assert states(app, pact.id) == {"draft": 9}


def test_what_is_missing_is_said_with_the_ticks_kept(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    ids = list(pact.questions.values())[:2]
    address = f"/teach/banks/{pact.id}/act"
    for fields, words in [
        ({"act": "retire"}, "tick questions first"),
        ({"act": "explode", "question": ids}, "choose what is to be done"),
        ({"act": "tag", "question": ids, "tag": " "}, "Type a word"),
        ({"act": "move", "question": ids, "target": ""}, "choose the bank"),
    ]:
        answer = tess.post(address, fields)
        assert answer.status_code == 422
        assert words in answer.text
        assert answer.text.count(" checked aria-label") == len(fields.get("question", ()))
    with app.app_context():
        assert db.session.scalars(select(BankAct)).all() == []


def test_a_session_that_ended_changes_nothing_and_keeps_the_ticks(
    app: Flask, tess: Browser, pact: TeachersBank
) -> None:
    ids = list(pact.questions.values())[:2]
    answer = tess.post_without_token(f"/teach/banks/{pact.id}/act", {"act": "retire", "question": ids})
    assert answer.status_code == 400
    assert answer.text.count(" checked aria-label") == 2
    assert states(app, pact.id) == {"draft": 9}


def test_questions_of_another_bank_stay(app: Flask, tess: Browser, theo: Browser, pact: TeachersBank) -> None:
    his = theo.post("/teach/banks/", {"title": "His"}).location.rpartition("=")[2]
    ids = list(pact.questions.values())
    theo.post(f"/teach/banks/{his}/act", {"act": "retire", "question": ids})
    assert theo.post(f"/teach/banks/{pact.id}/act", {"act": "retire", "question": ids}).status_code == 404
    assert states(app, pact.id) == {"draft": 9}
    with app.app_context():
        assert set(db.session.scalars(select(Question.bank_id))) == {pact.id}
