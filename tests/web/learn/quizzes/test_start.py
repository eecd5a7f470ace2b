"""Starting a quiz."""

from __future__ import annotations

from tests.web.browser import Browser
from tests.web.learn.taking import quiz_path, take


def test_a_stranger_becomes_a_guest_right_there(visitor: Browser) -> None:
    start = quiz_path(visitor, "first") + "/start"
    response = visitor.post(start, {"name": "Gus"})
    assert response.status_code == 303
    assert visitor.get(response.location).location.endswith("/questions/1")
    assert visitor.name() == "Gus"


def test_a_name_that_cannot_be_is_asked_for_again(visitor: Browser) -> None:
    start = quiz_path(visitor, "first") + "/start"
    response = visitor.post(start, {"name": "   "})
    assert response.status_code == 422
    assert 'id="name-error"' in response.text
    assert 'aria-invalid="true"' in response.text
    assert visitor.name() == ""
    assert 'href="/account/sign-in?next=/learn/quizzes/' in response.text
    assert '/start">sign in' not in response.text
    long = visitor.post(start, {"name": "x" * 500})
    assert long.status_code == 422
    assert "x" * 500 in long.text


def test_a_second_start_goes_on_with_the_first(gus: Browser) -> None:
    assert take(gus, "first").path == take(gus, "first").path


def test_no_attempt_left(gus: Browser) -> None:
    take(gus, "once").answer(1)
    response = gus.post(quiz_path(gus, "once") + "/start")
    assert response.status_code == 409
    assert "every attempt" in response.text


def test_without_the_sessions_token_nothing_starts_and_the_name_stays(visitor: Browser) -> None:
    start = quiz_path(visitor, "first") + "/start"
    response = visitor.post_without_token(start, {"name": "Gus"})
    assert response.status_code == 400
    assert 'value="Gus"' in response.text
    assert visitor.name() == ""


def test_a_quiz_that_is_not_there_makes_no_guest(visitor: Browser) -> None:
    visitor.get("/")
    assert visitor.post("/learn/quizzes/999/start", {"name": "Gus"}).status_code == 404
    assert visitor.name() == ""
