"""Sending an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts.models import Answer
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.storage.writer_lock import writer_lock
from tests.web.browser import Browser
from tests.web.learn.taking import hidden, take

FRAGMENT = {"Accept": "text/html-fragment, text/html"}


def answers(app: Flask) -> list[tuple[str, bool | None]]:
    with app.app_context():
        return [(row.verdict, row.sure) for row in db.session.scalars(select(Answer).order_by(Answer.id))]


def test_a_right_answer_is_kept_and_explained(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    response = taking.answer(1)
    assert response.status_code == 303
    assert response.location == f"{taking.path}/answers/1"
    assert "Right." in gus.get(response.location).text
    assert answers(app) == [("right", None)]


@pytest.mark.parametrize("number", range(1, 9))
def test_every_kind_is_read_rightly_and_wrongly(app: Flask, gus: Browser, ana: Browser, number: int) -> None:
    take(gus, "first").answer(number)
    take(ana, "first").answer(number, rightly=False)
    (right, _), (not_right, _) = answers(app)
    assert right == "right"
    assert not_right in {"wrong", "partly"}


def test_a_script_is_given_the_explanation_at_once(gus: Browser) -> None:
    taking = take(gus, "first")
    response = taking.send(1, taking.right(1), headers=FRAGMENT)
    assert response.status_code == 200
    assert response.headers["Content-Location"] == f"{taking.path}/answers/1"
    assert "<header" not in response.text
    assert response.text.startswith("<title>Right. Question 1 of 8")
    assert 'id="verdict" tabindex="-1" data-focus' in response.text


@pytest.mark.parametrize("number", range(1, 9))
def test_an_answer_with_nothing_in_it(app: Flask, gus: Browser, number: int) -> None:
    response = take(gus, "first").send(number, {})
    assert response.status_code == 422
    assert 'class="error" id="answer-error"' in response.text
    assert "answer-error" in response.text.partition("<fieldset")[2] + response.text.partition('id="text"')[2]
    assert response.text.startswith("<!doctype html>")
    assert "<title>Not sent: " in response.text
    assert answers(app) == []


def test_what_was_typed_stays_when_it_cannot_be_read(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    response = taking.send(3, {"text": "a <few> states", "sure": "no"})
    assert response.status_code == 422
    assert 'value="a &lt;few&gt; states"' in response.text
    assert 'aria-invalid="true"' in response.text
    assert 'name="sure" value="no" checked' in response.text
    places = {"place-1": "2", "place-2": "2", "place-3": "1"}
    response = taking.send(8, places)
    assert response.status_code == 422
    assert response.text.count("<option selected>") == 3
    assert response.text.count('aria-invalid="true"') == 2
    assert answers(app) == []


@pytest.mark.parametrize("fields", [{"chosen": "9"}, {"chosen": "0"}, {"chosen": ["1", "2"]}, {"chosen": "x"}])
def test_a_form_nobody_could_fill_in_is_refused(app: Flask, gus: Browser, fields: dict[str, str]) -> None:
    assert take(gus, "first").send(1, fields).status_code == 422
    assert answers(app) == []


def test_a_text_too_long_is_refused_in_words_and_kept(app: Flask, gus: Browser) -> None:
    response = take(gus, "first").send(2, {"text": "x" * 401})
    assert response.status_code == 422
    assert "Use at most 400 characters." in response.text
    assert "x" * 401 in response.text
    assert answers(app) == []


def test_how_sure_one_was_is_kept_and_may_be_left_unsaid(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    assert 'name="sure" value="" checked' in taking.question(1).text
    for number, said in ((1, "no"), (2, "yes"), (3, "")):
        taking.send(number, {**taking.right(number), "sure": said})
    assert answers(app) == [("right", False), ("right", True), ("right", None)]
    assert "You said you were not sure, and you were right." in gus.get(f"{taking.path}/answers/1").text
    assert "You were sure, and you were right." in gus.get(f"{taking.path}/answers/2").text
    assert "sure" not in gus.get(f"{taking.path}/answers/3").text.partition('id="verdict"')[2].partition("</section")[0]


def test_before_the_end_how_sure_one_is_can_be_said_otherwise(app: Flask, gus: Browser) -> None:
    taking = take(gus, "exam")
    for said, kept in (("yes", True), ("no", False), ("", None)):
        taking.send(1, {**taking.right(1), "sure": said})
        assert answers(app) == [("right", kept)]
        assert f'name="sure" value="{said}" checked' in taking.question(1).text


def test_sent_twice_is_kept_once(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    fields = {**hidden(taking.question(1).text), **taking.right(1)}
    path = f"{taking.path}/questions/1"
    first, second = gus.post(path, fields), gus.post(path, fields)
    assert (first.location, second.location) == (f"{taking.path}/answers/1",) * 2
    assert len(answers(app)) == 1


def test_sent_twice_before_the_end_is_kept_once_and_disturbs_nobody(gus: Browser) -> None:
    taking = take(gus, "exam")
    fields = {**hidden(taking.question(1).text), **taking.right(1)}
    path = f"{taking.path}/questions/1"
    assert [gus.post(path, fields).location for _ in range(2)] == [f"{taking.path}/questions/2"] * 2
    assert hidden(taking.question(1).text)["revision"] == "1"


def test_a_final_answer_stays_and_is_shown(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    fields = {**hidden(taking.question(1).text), **taking.wrong(1)}
    taking.answer(1)
    response = gus.post(f"{taking.path}/questions/1", fields)
    assert response.location == f"{taking.path}/answers/1"
    assert "That answer stands" in gus.get(response.location).text
    assert answers(app) == [("right", None)]


def test_at_the_end_one_goes_on_and_may_change_the_answer(app: Flask, gus: Browser) -> None:
    taking = take(gus, "exam")
    assert taking.answer(1, rightly=False).location == f"{taking.path}/questions/2"
    taking.answer(1)
    assert answers(app) == [("right", None)]
    assert gus.get(f"{taking.path}/answers/1").status_code == 404


def test_after_the_last_answer_comes_submitting(gus: Browser) -> None:
    taking = take(gus, "timed")
    taking.answer(1)
    taking.answer(2)
    assert taking.answer(3).location == f"{taking.path}/submit"


def test_a_stale_answer_is_not_kept_and_both_are_shown(app: Flask, gus: Browser) -> None:
    taking = take(gus, "exam")
    stale = hidden(taking.question(2).text)
    taking.send(2, {"text": "Lagoon City"})
    path = f"{taking.path}/questions/2"
    response = gus.post(path, {**stale, "text": "Atlantis"})
    assert response.status_code == 409
    assert "“Lagoon City”" in response.text
    assert "“Atlantis”" in response.text
    assert answers(app) == [("right", None)]
    assert gus.post(path, hidden(response.text)).status_code == 303
    assert answers(app) == [("wrong", None)]


def test_without_the_sessions_token_the_answer_stays_on_the_page(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    path = f"{taking.path}/questions/2"
    response = gus.post_without_token(path, {**hidden(taking.question(2).text), "text": "Lagoon"})
    assert response.status_code == 400
    assert 'value="Lagoon"' in response.text
    assert "nothing was saved" in response.text
    assert answers(app) == []
    assert gus.post(path, {**hidden(response.text), "text": "Lagoon City"}).status_code == 303


def test_a_foreign_page_cannot_send_and_is_shown_nothing(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    path = f"{taking.path}/questions/2"
    response = gus.post_without_token(path, {"text": "Lagoon"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 400
    assert "Lagoon" not in response.text


@pytest.mark.sqlite_only
def test_a_busy_server_keeps_the_answer_on_the_page(app: Flask, gus: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    taking = take(gus, "first")
    fields = {**hidden(taking.question(2).text), "text": "Lagoon City"}
    monkeypatch.setitem(writer_lock.__wrapped__.__kwdefaults__, "wait_seconds", 0.1)  # type: ignore[attr-defined]
    with app.app_context():
        database = Path(str(db.engine.url.database))
    with writer_lock(database):
        response = gus.post(f"{taking.path}/questions/2", fields)
    assert response.status_code == 503
    assert 'value="Lagoon City"' in response.text
    assert hidden(response.text)["token"] == fields["token"]
    assert answers(app) == []
    assert gus.post(f"{taking.path}/questions/2", fields).status_code == 303


def test_once_submitted_nothing_is_kept(app: Flask, gus: Browser) -> None:
    taking = take(gus, "exam")
    fields = {**hidden(taking.question(2).text), "text": "Lagoon City"}
    gus.post(f"{taking.path}/submit")
    response = gus.post(f"{taking.path}/questions/2", fields)
    assert response.location == taking.path
    assert "was not saved: the attempt had ended" in gus.get(f"{taking.path}/result").text
    assert "right" not in [verdict for verdict, _ in answers(app)]


def test_statements_are_few_whatever_was_answered_before(gus: Browser, statements: list[str]) -> None:
    taking = take(gus, "first")
    for number in (1, 5):
        fields = {**hidden(taking.question(number).text), **taking.right(number)}
        statements.clear()
        gus.post(f"{taking.path}/questions/{number}", fields)
        assert len([sent for sent in statements if "FOR UPDATE" not in sent]) <= 5


def test_an_answer_is_committed_before_the_page_says_so(app: Flask, gus: Browser) -> None:
    """Seen from another connection, the row is there when the response is."""
    take(gus, "first").answer(1)
    with app.app_context(), transaction():
        assert db.session.scalar(select(Answer.verdict)) == "right"
