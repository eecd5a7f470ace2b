"""A fact whose words have changed."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.banks.operations import add_document_to_bank
from quizapp.banks.rules import is_newest
from quizapp.documents.models import Fact, FactEvidence
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.marking_bank import REVISED, MarkingBank, keep_text, said
from tests.web.browser import Browser
from tests.web.teach.teaching import id_of

NEW = "The old mill of Brolin was built in 1712 by Hans Carvel."


@pytest.fixture
def revised(app: Flask, mills: MarkingBank, built: int) -> int:
    """Give the leaflet's newer revision, in which the fact's sentence has changed."""
    with app.app_context(), transaction():
        document = keep_text(mills.slug, "leaflet", REVISED, id_of("tess"))
        add_document_to_bank(mills.bank_id, "leaflet", document)
        db.session.get_one(Fact, built).state = "stale"
        return document


def chosen(app: Flask, document: int) -> dict[str, object]:
    start = REVISED.index(NEW)
    with app.app_context():
        evidence = db.session.scalars(select(FactEvidence.id)).one()
    return {f"passage-{evidence}": f"{document}:{start}-{start + len(NEW)}", "statement": NEW}


def test_it_shows_what_changed(tess: Browser, built: int, revised: int) -> None:
    assert "The words that stated this have changed" in tess.get(f"/teach/facts/{built}").text
    page = tess.get(f"/teach/facts/{built}/renew")
    assert page.status_code == 200
    assert "The old mill <ins>of Brolin</ins> was built" in page.text


def test_the_fact_and_its_questions_rest_on_the_new_words(app: Flask, tess: Browser, built: int, revised: int) -> None:
    assert tess.post(f"/teach/facts/{built}/renew", chosen(app, revised)).status_code == 303
    with app.app_context():
        fact = db.session.get_one(Fact, built)
        assert (fact.state, fact.statement) == ("kept", NEW)
        assert fact.content["evidence"] == [{"document": "leaflet", "quote": NEW}]
        row = db.session.scalars(select(FactEvidence)).one()
        assert (row.document_id, row.exact) == (revised, NEW)
        query = (
            select(Citation.exact, Citation.document_id)
            .join(QuestionVersion, QuestionVersion.id == Citation.version_id)
            .join(Question, is_newest())
            .where(Citation.role == "key")
        )
        assert {tuple(cited) for cited in db.session.execute(query)} == {(NEW, revised)}
        assert [state for _, state, _ in said()] == ["accepted", "draft"]
        assert list(db.session.scalars(select(Question.stale_at))) == [None, None]


def test_a_question_that_the_new_words_do_not_bear_out_is_a_draft_again(
    app: Flask, tess: Browser, built: int, revised: int
) -> None:
    fields = chosen(app, revised)
    start = REVISED.index("Anna Falk")
    name = next(key for key in fields if key.startswith("passage"))
    fields[name] = f"{revised}:{start}-{REVISED.index('. The mill closed') + 1}"
    assert tess.post(f"/teach/facts/{built}/renew", fields).status_code == 303
    with app.app_context():
        assert [state for _, state, _ in said()] == ["draft", "draft"]


def test_a_fact_that_stands_nowhere_is_not_kept(app: Flask, tess: Browser, built: int, revised: int) -> None:
    fields = {name: "" if name.startswith("passage") else value for name, value in chosen(app, revised).items()}
    page = tess.post(f"/teach/facts/{built}/renew", fields)
    assert page.status_code == 422
    assert "Choose at least one passage" in page.text
    with app.app_context():
        assert db.session.get_one(Fact, built).state == "stale"
        assert len(db.session.scalars(select(FactEvidence)).all()) == 1
