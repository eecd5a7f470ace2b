"""A fact's page: what it says, keeping and discarding it."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import BankShare, Question
from quizapp.banks.operations import make_bank, move
from quizapp.documents.models import Fact
from quizapp.documents.operations import FactDetails, keep_fact
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.marking_bank import NOW, MarkingBank, facts, said
from tests.small_bank import load_small_bank
from tests.web.browser import Browser
from tests.web.teach.teaching import id_of


def states(app: Flask) -> list[str]:
    with app.app_context():
        return [state for _, state, _ in said()]


def test_it_works(tess: Browser, built: int) -> None:
    page = tess.get(f"/teach/facts/{built}")
    assert page.status_code == 200
    assert "The old mill was built in 1712 by Hans Carvel." in page.text
    assert "In what year was the old mill built by Hans Carvel?" in page.text
    assert "marked in the text" in page.text
    assert "1 accepted question asks this fact" in page.text


def test_what_was_moved_elsewhere_is_seen_and_changed_only_by_who_may_be_there(
    app: Flask, tess: Browser, theo: Browser, mills: MarkingBank, built: int
) -> None:
    with app.app_context(), transaction():
        private = make_bank(id_of("tess"), "Private", NOW)
        db.session.add(BankShare(bank_id=mills.bank_id, person_id=id_of("theo"), may_edit=True, shared_at=NOW))
        questions = db.session.scalars(select(Question.id).where(Question.fact_id == built)).all()
        move(mills.bank_id, questions, private, person_id=id_of("tess"), now=NOW)
        other = keep_fact(FactDetails(f"{mills.slug}/leaflet/other", "The old mill is old."))
    assert "In what year was the old mill built" not in theo.get(f"/teach/facts/{built}").text
    answer = theo.post(f"/teach/facts/{built}/merge", {"into": other})
    assert "0 questions came along" in theo.get(answer.location).text
    with app.app_context():
        assert {row.fact_id for row in db.session.scalars(select(Question).where(Question.bank_id == private))} == {
            built
        }


def test_its_words_are_changed(app: Flask, tess: Browser, built: int) -> None:
    fields = {"statement": " The mill  was built in 1712. ", "note": "See the gable."}
    assert tess.post(f"/teach/facts/{built}", fields).status_code == 303
    with app.app_context():
        fact = db.session.get_one(Fact, built)
        assert (fact.statement, fact.note) == ("The mill was built in 1712.", "See the gable.")
        assert fact.content["statement"] == "The mill was built in 1712."


def test_an_empty_statement_is_refused_and_the_note_stays_typed(app: Flask, tess: Browser, built: int) -> None:
    page = tess.post(f"/teach/facts/{built}", {"statement": " ", "note": "Typed."})
    assert page.status_code == 422
    assert "Write what the fact says" in page.text
    assert "Typed." in page.text


def test_putting_it_aside_takes_its_drafts_along_and_is_taken_back(app: Flask, tess: Browser, built: int) -> None:
    assert states(app) == ["accepted", "draft"]
    assert tess.post(f"/teach/facts/{built}/discard").status_code == 303
    page = tess.get(f"/teach/facts/{built}")
    assert "1 question went with it. 1 accepted question still asks it." in page.text
    assert states(app) == ["accepted", "retired"]
    assert tess.post(f"/teach/facts/{built}/undo").status_code == 303
    assert states(app) == ["accepted", "draft"]
    with app.app_context():
        assert facts()[0].state == "kept"


def test_accepted_questions_are_retired_only_where_that_is_asked_for(app: Flask, tess: Browser, built: int) -> None:
    assert tess.post(f"/teach/facts/{built}/discard", {"retire": "on"}).status_code == 303
    assert states(app) == ["retired", "retired"]


def test_it_is_kept_again_without_its_drafts(app: Flask, tess: Browser, built: int) -> None:
    tess.post(f"/teach/facts/{built}/discard")
    assert tess.post(f"/teach/facts/{built}/keep").status_code == 303
    assert states(app) == ["accepted", "retired"]
    with app.app_context():
        assert facts()[0].state == "kept"


def test_acting_twice_is_said_in_words(tess: Browser, built: int) -> None:
    tess.post(f"/teach/facts/{built}/discard")
    tess.get(f"/teach/facts/{built}")
    tess.post(f"/teach/facts/{built}/discard")
    assert "put aside already" in tess.get(f"/teach/facts/{built}").text
    tess.post(f"/teach/facts/{built}/undo")
    tess.get(f"/teach/facts/{built}")
    tess.post(f"/teach/facts/{built}/undo")
    assert "nothing to take back" in tess.get(f"/teach/facts/{built}").text


def test_who_may_only_read_sees_no_form(
    app: Flask, tess: Browser, theo: Browser, mills: MarkingBank, built: int
) -> None:
    assert theo.get(f"/teach/facts/{built}").status_code == 404
    with app.app_context(), transaction():
        share = {"bank_id": mills.bank_id, "person_id": id_of("theo"), "may_edit": False, "shared_at": NOW}
        db.session.add(BankShare(**share))
    page = theo.get(f"/teach/facts/{built}")
    assert page.status_code == 200
    assert "<form" not in page.text[page.text.index("<main") :]
    assert theo.post(f"/teach/facts/{built}/discard").status_code == 404
    assert theo.post(f"/teach/facts/{built}", {"statement": "His."}).status_code == 404
    assert states(app) == ["accepted", "draft"]


def test_a_hidden_fact_is_not_there(app: Flask, tess: Browser, built: int) -> None:
    with app.app_context(), transaction():
        db.session.get_one(Fact, built).state = "hidden"
    assert tess.get(f"/teach/facts/{built}").status_code == 404


def test_facts_of_a_shipped_bank_are_read_only(app: Flask, tess: Browser, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    with app.app_context():
        fact = facts()[0].id
    page = tess.get(f"/teach/facts/{fact}")
    assert page.status_code == 200
    assert "<form" not in page.text[page.text.index("<main") :]
    for act in ("discard", "undo", "keep", "merge", "stance", "renew"):
        assert tess.post(f"/teach/facts/{fact}/{act}").status_code == 404
