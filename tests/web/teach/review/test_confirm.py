from __future__ import annotations

from flask import Flask
from sqlalchemy import func, select

from quizapp.banks.models import Question
from quizapp.storage.database import db
from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.review.conftest import DATE, NUMBER


def count(app: Flask, state: str) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).where(Question.state == state)) or 0


def test_it_says_what_will_happen_and_what_stays(tess: Browser, mended: TeachersBank) -> None:
    page = tess.get(f"/teach/banks/{mended.id}/review/ready").text
    assert "Accept 6 ready questions?" in page
    assert "2 stay a draft" in page
    assert "“the article” points at nothing that is named." in page


def test_it_lists_each_question_that_it_would_accept_with_its_key(tess: Browser, mended: TeachersBank) -> None:
    page = tess.get(f"/teach/banks/{mended.id}/review/ready").text
    listed = page[page.index("All 6 questions") : page.index("</ol>")]
    assert listed.count("<li>") == 6
    assert "Where was the pact signed?" in listed
    assert "Lagoon City" in listed
    assert "Of 2 the program cannot check everything" in page


def test_the_ready_ones_that_pass_are_accepted_and_can_be_put_back(
    app: Flask, tess: Browser, mended: TeachersBank
) -> None:
    ready = f"/teach/banks/{mended.id}/review/ready"
    answer = tess.post(ready, {"last": str(max(mended.questions.values()))})
    assert "6 questions accepted." in tess.get(answer.location).text
    assert count(app, "accepted") == 6
    with app.app_context():
        left = set(db.session.scalars(select(Question.id).where(Question.state == "draft")))
    assert {mended.questions[DATE], mended.questions[NUMBER]} <= left
    tess.post(f"/teach/banks/{mended.id}/review/undo")
    assert count(app, "accepted") == 0


def test_what_came_after_it_was_confirmed_is_left(app: Flask, tess: Browser, mended: TeachersBank) -> None:
    third = sorted(mended.questions.values())[2]
    tess.post(f"/teach/banks/{mended.id}/review/ready", {"last": str(third)})
    assert count(app, "accepted") == 1


def test_the_filter_holds(app: Flask, tess: Browser, mended: TeachersBank) -> None:
    last = str(max(mended.questions.values()))
    tess.post(f"/teach/banks/{mended.id}/review/ready?kind=cloze", {"last": last})
    assert count(app, "accepted") == 1


def test_with_none_that_passes_it_leads_to_the_drafts(tess: Browser, pact: TeachersBank) -> None:
    page = tess.get(f"/teach/banks/{pact.id}/review/ready?kind=number").text
    assert "No ready draft passes as it is" in page
    assert "Look at them one by one" in page
