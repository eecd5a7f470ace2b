from sqlalchemy import func, select

from quizapp.attempts.models import Attempt
from quizapp.storage.database import db
from tests.small_bank import IN_ORDER, questions
from tests.web.teach.quizzes.conftest import Desk


def test_every_kind_is_shown_before_and_after_answering(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER)
    given = {
        "choice": {"chosen": "1"},
        "multiple": {"chosen": ["1", "2"]},
        "true_false": {"chosen": "1"},
        "matching": {"matched-1": "1", "matched-2": "2", "matched-3": ""},
        "ordering": {"place-1": "1", "place-2": "2", "place-3": "3"},
    }
    rows = {row["id"]: row for row in questions()}
    for number, key in enumerate(IN_ORDER, start=1):
        page = tess.open(quiz, f"/preview/{number}")
        assert page.status_code == 200
        assert f"{number} of 8" in page.text
        assert "Why " + key not in page.text, "the explanation comes after the answer"
        kind = rows[key]["kind"]
        fields = given.get(kind, {"text": "12"})
        answer = tess.browser.post(f"/teach/quizzes/{quiz}/preview/{number}", fields)
        assert answer.status_code == 200, kind
        assert f"Why {key}." in answer.text
    assert tess.teacher.reading(lambda: db.session.scalar(select(func.count(Attempt.id)))) == 0


def test_it_begins_with_the_first_and_an_empty_quiz_is_composed_first(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:1])
    assert tess.open(quiz, "/preview").location.startswith(f"/teach/quizzes/{quiz}/preview/1")
    assert tess.open(quiz, "/preview/2").status_code == 404
    empty = tess.teacher.begin([])
    assert tess.open(empty, "/preview").location == f"/teach/quizzes/{empty}"


def test_what_cannot_be_read_is_asked_again(tess: Desk) -> None:
    quiz = tess.teacher.begin(["pact.date.date"])
    answer = tess.browser.post(f"/teach/quizzes/{quiz}/preview/1", {"text": "some day"})
    assert answer.status_code == 422
    assert 'value="some day"' in answer.text


def test_when_a_class_will_see_it_is_said(tess: Desk) -> None:
    quiz = tess.teacher.begin(["pact.date.date"], feedback="after_due")
    answer = tess.browser.post(f"/teach/quizzes/{quiz}/preview/1", {"text": "4 April 1949"})
    assert "Your students see this after the due date." in answer.text
