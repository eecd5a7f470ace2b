from __future__ import annotations

from flask import Flask

from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.review.conftest import PLACE
from tests.web.teach.review.test_accept import form, state


def test_it_takes_back_the_last_act_and_shows_the_draft_again(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    review = f"/teach/banks/{pact.id}/review"
    tess.post(f"{review}/reject", form(pact, PLACE))
    assert state(app, pact, PLACE) == "retired"
    answer = tess.post(f"{review}/undo")
    assert answer.location == f"{review}?at={pact.questions[PLACE]}"
    assert state(app, pact, PLACE) == "draft"
    page = tess.get(answer.location).text
    assert "put back as before" in page
    assert "Undo:" not in page


def test_with_nothing_to_undo_it_says_so(tess: Browser, pact: TeachersBank) -> None:
    answer = tess.post(f"/teach/banks/{pact.id}/review/undo")
    assert "There is nothing to undo." in tess.get(answer.location).text


def test_a_question_put_aside_can_be_opened_again(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    review = f"/teach/banks/{pact.id}/review"
    tess.post(f"{review}/reject", form(pact, PLACE))
    answer = tess.post(f"{review}/reopen", form(pact, PLACE))
    assert answer.location == f"{review}?at={pact.questions[PLACE]}"
    assert state(app, pact, PLACE) == "draft"
