from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.core.kinds import KINDS
from quizapp.storage.database import db
from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.questions.conftest import fields_of, id_of


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_can_be_begun(tess: Browser, pact: TeachersBank, kind: str) -> None:
    page = tess.get(f"/teach/banks/{pact.id}/questions/new?kind={kind}")
    assert page.status_code == 200
    assert "Write a question" in page.text
    assert fields_of(page.text)["kind"] == kind


def test_an_untouched_form_scolds_nobody(tess: Browser, pact: TeachersBank) -> None:
    address = f"/teach/banks/{pact.id}/questions/new?kind=short_text"
    page = tess.get(address).text
    assert "is-blocking" not in page
    assert "no words yet" not in page
    fields = fields_of(page)
    assert "no words yet" not in tess.post(address, {**fields, "do": "preview"}).text
    begun = tess.post(address, {**fields, "accept": "Wend", "do": "preview"}).text
    assert begun.count("no words yet") == 1
    assert "is-blocking" not in begun
    assert "is-blocking" in tess.post(address, {**fields, "do": "save"}).text


def test_one_begins_in_the_words_of_the_question(tess: Browser, pact: TeachersBank) -> None:
    for path in (f"banks/{pact.id}/questions/new", f"questions/{pact.questions['pact.place.short_text']}/edit"):
        page = tess.get(f"/teach/{path}").text
        assert 'id="stem"' in page[: page.index(" autofocus")].rpartition("<")[2]
        assert "data-key-hint hidden" in page


def test_an_own_question_names_its_source_and_is_marked_as_such(app: Flask, tess: Browser) -> None:
    bank = tess.post("/teach/banks/", {"title": "Mills"}).location.rpartition("=")[2]
    address = f"/teach/banks/{bank}/questions/new?kind=short_text"
    fields = fields_of(tess.get(address).text)
    fields |= {"stem": "Which river drives the mill we visited?", "accept": "The Wend\nWend"}
    refused = tess.post(address, {**fields, "do": "accept"})
    assert refused.status_code == 422
    assert "name the source" in refused.text
    fields |= {"source": "Our visit to the mill, 3 May"}
    answer = tess.post(address, {**fields, "do": "accept"})
    assert answer.status_code == 303
    with app.app_context():
        question = db.session.scalars(select(Question)).one()
        version = db.session.scalars(select(QuestionVersion)).one()
        assert (question.state, question.key[:4], question.slot[:4]) == ("accepted", "own/", "own/")
        assert (version.source, version.author_id) == ("Our visit to the mill, 3 May", id_of("tess"))
        assert db.session.scalar(select(Citation.id)) is None
    review = tess.get(f"/teach/banks/{bank}/review?at={question.id}").text
    assert "own question" in review
    assert "Our visit to the mill, 3 May" in review
    assert "Source: Our visit to the mill, 3 May" in tess.get(answer.location).text


def test_sent_twice_it_is_kept_once(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    address = f"/teach/banks/{pact.id}/questions/new?kind=short_text"
    fields = fields_of(tess.get(address).text)
    fields |= {"stem": "Which river drives the mill?", "accept": "Wend", "source": "A visit", "do": "save"}
    assert tess.post(address, fields).location == tess.post(address, fields).location
    with app.app_context():
        assert len(db.session.scalars(select(Question.id).where(Question.key.startswith("own/"))).all()) == 1


def test_a_question_with_a_document_cites_a_passage(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    address = f"/teach/banks/{pact.id}/questions/new?kind=number"
    fields = fields_of(tess.get(address).text)
    fields |= {"stem": "How many guests watched from the gallery?", "value": "11", "unit": "guests"}
    fields |= {"cite-1-document": "article", "cite-1-quote": "Eleven guests looked on from the gallery"}
    answer = tess.post(address, {**fields, "do": "accept"})
    assert answer.status_code == 303
    with app.app_context():
        quotes = select(Citation.exact).join(QuestionVersion).join(Question).where(Question.key.startswith("own/"))
        assert db.session.scalars(quotes).all() == ["Eleven guests looked on from the gallery"]


def test_only_who_may_edit_writes(theo: Browser, pact: TeachersBank) -> None:
    address = f"/teach/banks/{pact.id}/questions/new"
    assert theo.get(address).status_code == 404
    assert theo.post(address, {"do": "save"}).status_code == 404
