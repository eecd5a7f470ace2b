"""Passages that agree with a fact or dispute it."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.banks.rules import is_newest
from quizapp.documents.models import Fact, FactEvidence
from quizapp.storage.database import db
from tests.marking_bank import PAPER, MarkingBank, said
from tests.web.browser import Browser

SENTENCE = PAPER[: PAPER.index(" It was")]


def dispute(mills: MarkingBank, **more: str) -> dict[str, object]:
    passage = f"{mills.paper}:0-{len(SENTENCE)}"
    return {"document": mills.paper, "passage": passage, "stance": "disputes", "value": "1715", "note": ""} | more


def test_it_offers_what_says_nearly_the_same(tess: Browser, mills: MarkingBank, built: int) -> None:
    page = tess.get(f"/teach/facts/{built}/stance")
    assert SENTENCE in page.text
    page = tess.get(f"/teach/facts/{built}/stance?document={mills.paper}&search=FIRE")
    assert "after a fire" in page.text
    assert SENTENCE not in page.text


def test_a_dispute_reaches_the_questions(app: Flask, tess: Browser, mills: MarkingBank, built: int) -> None:
    assert tess.post(f"/teach/facts/{built}/stance", dispute(mills)).status_code == 303
    page = tess.get(f"/teach/facts/{built}")
    assert "The paper says otherwise: 1715" in page.text
    assert "2 questions do not say whose word they go by" in page.text
    assert "does not name its source" in page.text
    with app.app_context():
        assert [state for _, state, _ in said()] == ["draft", "draft"]
        row = db.session.scalars(select(FactEvidence).where(FactEvidence.stance == "disputes")).one()
        assert row.exact == SENTENCE
        assert db.session.get_one(Fact, built).content["disputes"] == [
            {"document": "paper", "quote": SENTENCE, "value": "1715"}
        ]
        roles = select(Citation.role).join(QuestionVersion, QuestionVersion.id == Citation.version_id)
        newest = roles.join(Question, is_newest()).order_by(Citation.id)
        assert list(db.session.scalars(newest)).count("disputes") == 2


def test_an_agreement_leaves_accepted_questions_accepted(
    app: Flask, tess: Browser, mills: MarkingBank, built: int
) -> None:
    assert tess.post(f"/teach/facts/{built}/stance", dispute(mills, stance="agrees", value="")).status_code == 303
    assert "The paper agrees" in tess.get(f"/teach/facts/{built}").text
    with app.app_context():
        assert [state for _, state, _ in said()] == ["accepted", "draft"]


def test_it_is_taken_back(app: Flask, tess: Browser, mills: MarkingBank, built: int) -> None:
    tess.post(f"/teach/facts/{built}/stance", dispute(mills))
    with app.app_context():
        evidence = db.session.scalars(select(FactEvidence.id).where(FactEvidence.stance == "disputes")).one()
    assert tess.post(f"/teach/facts/{built}/stance/remove", {"evidence": evidence}).status_code == 303
    page = tess.get(f"/teach/facts/{built}")
    assert "says otherwise:" not in page.text
    with app.app_context():
        assert "disputes" not in db.session.get_one(Fact, built).content
        versions = db.session.scalars(select(QuestionVersion.number).join(Question, is_newest()))
        assert list(versions) == [3, 3]


def test_what_supports_a_fact_is_not_taken_back(app: Flask, tess: Browser, built: int) -> None:
    with app.app_context():
        evidence = db.session.scalars(select(FactEvidence.id)).one()
    tess.post(f"/teach/facts/{built}/stance/remove", {"evidence": evidence})
    with app.app_context():
        assert db.session.scalars(select(FactEvidence.id)).one() == evidence


def test_what_is_missing_is_said_and_what_was_typed_stays(
    app: Flask, tess: Browser, mills: MarkingBank, built: int
) -> None:
    for more, words in (
        ({"passage": ""}, "Choose the passage"),
        ({"passage": f"{mills.paper}:1-9"}, "Choose the passage"),
        ({"passage": "9:9:9"}, "Choose the passage"),
        ({"stance": ""}, "Say whether it agrees"),
        ({"value": ""}, "Write what it says instead"),
    ):
        page = tess.post(f"/teach/facts/{built}/stance", dispute(mills, note="Typed by hand.", **more))
        assert page.status_code == 422
        assert words in page.text
        assert "Typed by hand." in page.text
    with app.app_context():
        assert len(db.session.scalars(select(FactEvidence)).all()) == 1


def test_the_same_passage_twice_is_refused(tess: Browser, mills: MarkingBank, built: int) -> None:
    tess.post(f"/teach/facts/{built}/stance", dispute(mills))
    page = tess.post(f"/teach/facts/{built}/stance", dispute(mills))
    assert page.status_code == 422
    assert "speaks of the fact already" in page.text


def test_a_question_marked_afterwards_carries_the_dispute(
    app: Flask, tess: Browser, mills: MarkingBank, built: int
) -> None:
    tess.post(f"/teach/facts/{built}/stance", dispute(mills))
    with app.app_context():
        evidence = db.session.scalars(select(FactEvidence).order_by(FactEvidence.id)).first()
        assert evidence is not None
        start = evidence.start + evidence.exact.index("1712")
    where = {"start": start, "end": start + 4, "bank": mills.bank_id, "suggested": "", "statement": ""}
    stem = "According to the leaflet, when was it built?"
    fields = {**where, "act": "accept", "keep-date": "on", "stem-date": stem}
    assert tess.post(f"/teach/documents/{mills.leaflet}/mark", fields).status_code == 303
    with app.app_context():
        last = db.session.scalars(select(QuestionVersion.id).order_by(QuestionVersion.id.desc())).first()
        roles = db.session.scalars(select(Citation.role).where(Citation.version_id == last))
        assert "disputes" in set(roles)
        assert said()[-1][1] == "accepted"
    nameless = {**fields, "stem-date": "In what year was the old mill built by Hans Carvel?"}
    assert tess.post(f"/teach/documents/{mills.leaflet}/mark", nameless).status_code == 303
    with app.app_context():
        assert said()[-1][1] == "draft"
