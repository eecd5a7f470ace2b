"""From selected words to a question, as a browser sends it."""

from __future__ import annotations

import re

from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.core.reading.anchors import Anchor, holds
from quizapp.documents.models import Document, FactEvidence
from quizapp.storage.database import db
from tests.marking_bank import LEAFLET, MarkingBank, facts, place, said
from tests.web.browser import Browser

STEM = "In what year was the old mill built by Hans Carvel?"


def path(mills: MarkingBank, **query: object) -> str:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return f"/teach/documents/{mills.leaflet}/mark?{asked}"


def fields(mills: MarkingBank, **more: str) -> dict[str, object]:
    return {**place("1712"), "bank": mills.bank_id, "suggested": "", "statement": "", "act": "accept"} | more


def kept_as_shown(page: str) -> dict[str, str]:
    """What a browser would send of a page whose fields nobody touched."""
    form = page[page.index("data-mark-form") : page.index('class="mark-bar"')]
    sent = dict(re.findall(r'<input[^>]*? name="([^"]+)"[^>]*? value="([^"]*)"', form))
    radios = {name for name, _ in re.findall(r'type="radio" name="([^"]+)" value="([^"]*)"', form)}
    sent = {name: value for name, value in sent.items() if name not in radios}
    sent |= dict(re.findall(r'type="radio" name="([^"]+)" value="([^"]*)" checked', form))
    sent |= dict.fromkeys(re.findall(r'type="checkbox" name="([^"]+)" checked', form), "on")
    sent |= dict(re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>([^<]*)</textarea>', form))
    return {name: value.replace("&#39;", "'") for name, value in sent.items()}


def test_it_works(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    page = tess.get(path(mills, **place("1712")))
    assert page.status_code == 200
    assert "<mark>1712</mark>" in page.text
    assert STEM in page.text
    there = place("1712")
    assert f'/teach/documents/{mills.leaflet}?mark={there["start"]}-{there["end"]}#here"' in page.text, "the way back"
    answer = tess.post(f"/teach/documents/{mills.leaflet}/mark", {**kept_as_shown(page.text), "act": "accept"})
    assert answer.status_code == 303
    assert answer.location == f"/teach/documents/{mills.leaflet}?mark={there['start']}-{there['end']}#here"
    with app.app_context():
        (fact,) = facts()
        assert (fact.origin, fact.state, fact.tier) == ("marked", "kept", "ready")
        assert fact.key.startswith(f"{mills.slug}/leaflet/")
        assert fact.bank_slug == mills.slug
        assert [row["slot"] for row in fact.content["asks"]] == ["year"]
        ((kind, state, _),) = said()
        assert state == "accepted"
        question = db.session.scalars(select(Question)).one()
        assert question.fact_id == fact.id
        assert question.key == f"{fact.key.removeprefix(mills.slug + '/')}.year.{kind}"
        assert question.slot == f"{fact.key.removeprefix(mills.slug + '/')}.year"


def test_every_quote_that_is_kept_verifies(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    page = tess.get(path(mills, **place("Hans Carvel")))
    sent = kept_as_shown(page.text) | {f"keep-{kind}": "on" for kind in ("choice", "cloze", "true_false")}
    wrong = {"wrong-choice-0": "Greta Holm", "why-choice-0": "She founded the second.", "wrong-choice-1": "Karl Moor"}
    assert tess.post(f"/teach/documents/{mills.leaflet}/mark", {**sent, **wrong, "act": "draft"}).status_code == 303
    with app.app_context():
        texts = {row.id: row.text for row in db.session.scalars(select(Document))}
        rows = [*db.session.scalars(select(Citation)), *db.session.scalars(select(FactEvidence))]
        assert len(rows) >= 4
        for row in rows:
            anchor = Anchor(row.start, row.end, row.exact, row.prefix, row.suffix)
            assert holds(texts[row.document_id], anchor)
        assert {state for _, state, _ in said()} == {"draft"}


def test_what_was_written_over_is_what_is_kept(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    more = {"keep-date": "on", "stem-date": "When did Hans Carvel build his mill?"}
    assert tess.post(path(mills), fields(mills, **more)).status_code == 303
    with app.app_context():
        assert said() == [("date", "accepted", "When did Hans Carvel build his mill?")]
        assert db.session.scalars(select(QuestionVersion)).one().author_id is not None


def test_a_warning_without_a_reason_makes_a_draft_and_with_one_it_may_stand(
    app: Flask, tess: Browser, mills: MarkingBank
) -> None:
    gap = {"keep-cloze": "on", "stem-cloze": "He built the old mill of the town in ____.", "accept-cloze": "1712"}
    assert tess.post(path(mills), fields(mills, **gap)).status_code == 303
    assert "kept as a draft" in tess.get("/teach/").text
    told = {**gap, "reason-cloze-W24": "The class knows who he is."}
    assert tess.post(path(mills), fields(mills, **told)).status_code == 303
    with app.app_context():
        assert [state for _, state, _ in said()] == ["draft", "accepted"]
        newest = db.session.scalars(select(QuestionVersion).order_by(QuestionVersion.id.desc())).first()
        assert newest is not None
        assert newest.overrides["W24"] == "The class knows who he is."


def test_a_broken_rule_never_accepts(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    more = {"keep-short_text": "on", "keep-date": "on", "stem-date": "Was the mill built in 1712?"}
    assert tess.post(path(mills), fields(mills, **more)).status_code == 303
    with app.app_context():
        assert said() == [("date", "draft", "Was the mill built in 1712?")]


def test_a_ticked_form_that_wants_words_is_said_so_and_nothing_is_kept(
    app: Flask, tess: Browser, mills: MarkingBank
) -> None:
    more = {"keep-date": "on", "stem-date": "  ", "keep-cloze": "on", "stem-cloze": "Typed by hand ____.",
            "accept-cloze": "1712"}  # fmt: skip
    page = tess.post(path(mills), fields(mills, **more))
    assert page.status_code == 422
    assert '<p class="error" id="needs-date">Write the question.</p>' in page.text
    assert "Typed by hand ____." in page.text
    with app.app_context():
        assert (facts(), said()) == ([], [])


def test_nothing_ticked_is_said(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    page = tess.post(path(mills), fields(mills))
    assert page.status_code == 422
    assert "Tick at least one form" in page.text


def test_checking_again_keeps_nothing(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    more = {"act": "check", "keep-date": "on", "stem-date": "Was the mill built in 1712?"}
    page = tess.post(path(mills), fields(mills, **more))
    assert page.status_code == 200
    assert "E06" in page.text
    with app.app_context():
        assert facts() == []


def test_the_statement_can_be_put_in_other_words(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    told = "The old mill on the Wend was built in 1712."
    suggested = "The old mill was built in 1712 by Hans Carvel."
    again = tess.post(path(mills), fields(mills, act="again", statement=told, suggested=suggested))
    assert again.status_code == 303
    page = tess.get(again.location)
    assert "The old mill on the Wend was built in ____." in page.text
    sent = kept_as_shown(page.text)
    assert tess.post(path(mills), {**sent, "act": "accept"}).status_code == 303
    with app.app_context():
        (fact,) = facts()
        assert fact.statement == told


def test_a_statement_without_the_answer_is_refused_with_what_was_typed(
    app: Flask, tess: Browser, mills: MarkingBank
) -> None:
    more = {"keep-date": "on", "stem-date": "When?", "statement": "It is old.", "suggested": "x"}
    page = tess.post(path(mills), fields(mills, **more))
    assert page.status_code == 422
    assert "must hold the marked words “1712” once" in page.text
    assert "It is old." in page.text
    with app.app_context():
        assert facts() == []


def test_marking_the_sentence_again_adds_to_the_same_fact(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    more = {"keep-date": "on", "stem-date": STEM}
    assert tess.post(path(mills), fields(mills, **more)).status_code == 303
    assert tess.post(path(mills), fields(mills, **more)).status_code == 303
    page = tess.get(path(mills, **place("Hans Carvel")))
    assert tess.post(path(mills), {**kept_as_shown(page.text), "act": "accept"}).status_code == 303
    with app.app_context():
        (fact,) = facts()
        assert [row["slot"] for row in fact.content["asks"]] == ["year", "person"]
        keys = [key.rpartition(".")[2] for key in db.session.scalars(select(Question.key).order_by(Question.id))]
        assert keys[:2] == ["date", "date-2"]
        assert len({*db.session.scalars(select(Question.slot))}) == 2


def test_a_list_becomes_a_question_with_several_right_answers(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    page = tess.get(path(mills, **place("Brolin, Corin and Dorn")))
    assert "Every right answer, one on each line" in page.text
    stem = "Which of these towns did most of the flour of the mill go to?"
    more = {"keep-multiple": "on", "stem-multiple": stem, "accept-multiple": "Brolin\nCorin\nDorn"}
    wrong = {"wrong-multiple-0": "Karlstad", "wrong-multiple-1": "Moorburg"}
    sent = fields(mills, **more, **wrong) | place("Brolin, Corin and Dorn")
    assert tess.post(path(mills), sent).status_code == 303
    with app.app_context():
        assert said() == [("multiple", "accepted", stem)]


def test_words_of_two_sentences_are_refused_in_words(tess: Browser, mills: MarkingBank) -> None:
    page = tess.get(path(mills, **place("Hans Carvel. A second")))
    assert page.status_code == 422
    assert "over the end of a sentence" in page.text
    assert "First the sentence" in page.text


def test_a_place_counted_otherwise_is_found_by_its_words(tess: Browser, mills: MarkingBank) -> None:
    where = place("1731")
    page = tess.get(path(mills, start=where["start"] - 5, end=where["end"] - 5, words="1731"))
    assert "<mark>1731</mark>" in page.text


def test_without_a_script_the_sentence_is_chosen_and_its_words_are_typed(tess: Browser, mills: MarkingBank) -> None:
    page = tess.get(path(mills))
    assert "The old mill was built in 1712 by Hans Carvel." in page.text
    page = tess.get(path(mills, passage=1))
    assert f"start={place('1712')['start']}" in page.text
    answer = tess.get(path(mills, passage=1, words="hans carvel"))
    assert answer.status_code == 303
    assert f"start={place('Hans Carvel')['start']}" in answer.location
    page = tess.get(path(mills, passage=1, words="Peter"))
    assert page.status_code == 422
    assert "does not hold the words “Peter”" in page.text


def test_sentences_are_found_by_their_words(tess: Browser, mills: MarkingBank) -> None:
    page = tess.get(path(mills, search="FALK"))
    assert "Anna Falk described" in page.text
    assert "Greta Holm" not in page.text
    assert "No sentence has these words" in tess.get(path(mills, search="zebra")).text


def test_nobody_else_can_mark_it(theo: Browser, mills: MarkingBank) -> None:
    assert theo.get(path(mills)).status_code == 404
    assert theo.post(path(mills), fields(mills)).status_code == 404


def test_a_form_without_its_token_keeps_what_was_typed(app: Flask, tess: Browser, mills: MarkingBank) -> None:
    more = {"keep-date": "on", "stem-date": "Typed by hand in the year?"}
    page = tess.post_without_token(path(mills), fields(mills, **more))
    assert page.status_code == 400
    assert "Typed by hand in the year?" in page.text
    with app.app_context():
        assert facts() == []


def test_queries_do_not_grow_with_the_facts(tess: Browser, mills: MarkingBank, statements: list[str]) -> None:
    tess.get(path(mills, **place("1712")))
    statements.clear()
    tess.get(path(mills, **place("1712")))
    bare = len(statements)
    for words in ("1712", "Hans Carvel"):
        page = tess.get(path(mills, **place(words)))
        tess.post(path(mills), {**kept_as_shown(page.text), "act": "accept"})
    tess.get("/teach/")
    statements.clear()
    assert "Facts of this sentence" in tess.get(path(mills, **place("1712"))).text
    assert len(statements) == bare


def test_the_text_is_what_the_tests_think() -> None:
    assert LEAFLET[slice(*place("1712").values())] == "1712"
