from __future__ import annotations

from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import BankAct, Question, QuestionVersion
from quizapp.storage.database import db
from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.review.conftest import DATE, NUMBER, PLACE
from tests.web.teach.review.test_show import share


def state(app: Flask, bank: TeachersBank, key: str) -> str:
    with app.app_context():
        return db.session.get_one(Question, bank.questions[key]).state


def form(bank: TeachersBank, key: str, **more: str) -> dict[str, str]:
    return {"question": str(bank.questions[key]), "version": "1", **more}


def test_the_next_draft_comes_and_the_filter_stays(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    answer = tess.post(f"/teach/banks/{pact.id}/review/accept?document=article", form(pact, PLACE))
    assert answer.status_code == 303
    assert answer.location == f"/teach/banks/{pact.id}/review?document=article&after={pact.questions[PLACE]}"
    assert state(app, pact, PLACE) == "accepted"
    page = tess.get(answer.location).text
    assert "Review · 4 of 9" in page
    assert "Undo: accepted one" in page


def test_what_blocks_it_keeps_it_a_draft(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    answer = tess.post(f"/teach/banks/{pact.id}/review/accept", form(pact, NUMBER))
    assert answer.status_code == 422
    assert "It cannot be accepted yet" in answer.text
    assert state(app, pact, NUMBER) == "draft"


def test_a_reason_is_asked_for_and_kept_as_a_version(app: Flask, tess: Browser, mended: TeachersBank) -> None:
    review = f"/teach/banks/{mended.id}/review/accept"
    answer = tess.post(review, form(mended, DATE))
    assert answer.status_code == 422
    assert "Say why it may stand all the same" in answer.text
    assert state(app, mended, DATE) == "draft"
    answer = tess.post(review, form(mended, DATE, **{"reason-W24": " The quiz names  it. ", "reason-W99": "no"}))
    assert answer.status_code == 303
    assert state(app, mended, DATE) == "accepted"
    with app.app_context():
        kept = db.session.execute(
            select(QuestionVersion.number, QuestionVersion.overrides).where(
                QuestionVersion.question_id == mended.questions[DATE]
            )
        ).all()
    assert [tuple(row) for row in kept] == [(1, {}), (2, {"W24": "The quiz names it."})]


def test_the_second_of_two_reviewers_is_told_what_the_first_did(
    app: Flask, tess: Browser, theo: Browser, pact: TeachersBank
) -> None:
    share(app, pact, may_edit=True)
    theo.post(f"/teach/banks/{pact.id}/review/reject", form(pact, PLACE))
    answer = tess.post(f"/teach/banks/{pact.id}/review/accept", form(pact, PLACE))
    assert answer.location == f"/teach/banks/{pact.id}/review?at={pact.questions[PLACE]}"
    assert state(app, pact, PLACE) == "retired"
    page = tess.get(answer.location).text
    assert "Nothing was changed: it is retired already." in page
    assert "Theo rejected it" in page


def test_what_was_edited_since_it_was_shown_is_looked_at_again(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    answer = tess.post(f"/teach/banks/{pact.id}/review/accept", {**form(pact, PLACE), "version": "7"})
    assert "edited meanwhile" in tess.get(answer.location).text
    assert state(app, pact, PLACE) == "draft"


def test_a_form_that_names_nothing_does_nothing(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    for act in ("accept", "reject", "reopen"):
        answer = tess.post(f"/teach/banks/{pact.id}/review/{act}", {"question": "x"})
        assert answer.status_code == 303
    assert "go back to the draft and choose again" in tess.get(answer.location).text
    with app.app_context():
        assert db.session.scalar(select(BankAct.id)) is None


def test_a_question_of_another_bank_is_not_touched(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    bank = tess.post("/teach/banks/", {"title": "Mills"}).location.rpartition("=")[2]
    assert tess.post(f"/teach/banks/{bank}/review/accept", form(pact, PLACE)).status_code == 404
    tess.post(f"/teach/banks/{bank}/review/reject", form(pact, PLACE))
    assert state(app, pact, PLACE) == "draft"


def test_a_script_is_given_the_next_draft_at_once(tess: Browser, pact: TeachersBank) -> None:
    fragment = {"Accept": "text/html-fragment, text/html"}
    answer = tess.post(f"/teach/banks/{pact.id}/review/accept", form(pact, PLACE), headers=fragment)
    page = tess.get(answer.location, headers=fragment)
    assert "<html" not in page.text
    assert "How many states signed the pact?" in page.text
