import pytest

from tests.small_bank import IN_ORDER
from tests.web.teach.quizzes.conftest import Desk

FIELDS = {
    "title": "Lagoons",
    "description": "",
    "audience": "classes",
    "feedback": "after_each",
    "documents": "closed",
    "shuffle": "on",
    "pick": "",
    "minutes": "",
    "attempts": "",
    "pass_percent": "",
}


@pytest.fixture
def quiz(tess: Desk) -> int:
    return tess.teacher.begin(IN_ORDER[:3])


def test_every_setting_is_saved(tess: Desk, quiz: int) -> None:
    fields = {
        "title": "The pact ",
        "description": "Read\r\nfirst.",
        "audience": "link",
        "feedback": "on_release",
        "documents": "open",
        "shuffle": "",
        "pick": "2",
        "minutes": "15",
        "attempts": "1",
        "pass_percent": "60 %",
    }
    assert "The settings are saved." in tess.follow(tess.send(quiz, "/settings", **fields))
    composed = tess.teacher.composer(quiz)
    settings = composed.settings
    assert (settings.title, settings.description, composed.audience) == ("The pact", "Read\nfirst.", "link")
    assert (settings.feedback, settings.open_document, settings.shuffle) == ("on_release", True, False)
    assert (settings.pick, settings.time_limit_seconds, settings.attempts_allowed, settings.pass_percent) == (
        2,
        900,
        1,
        60,
    )
    text = tess.open(quiz, "/settings").text
    assert 'name="minutes" value="15"' in text
    assert 'value="on_release" checked' in text


AMISS = {
    "title": ("", "Give the quiz a title"),
    "pick": ("some", "Write a whole number of questions from 1 to 999, or leave it empty."),
    "minutes": ("1.5", "Write a whole number of minutes from 1 to 600, or leave it empty."),
    "attempts": ("-1", "Write a whole number of attempts from 1 to 100, or leave it empty."),
    "pass_percent": ("101", "Write a whole number of per cent from 1 to 100, or leave it empty."),
}


def test_what_cannot_be_is_said_beside_its_field_and_kept(tess: Desk, quiz: int) -> None:
    before = tess.teacher.composer(quiz)
    typed = {name: value for name, (value, _) in AMISS.items()}
    answer = tess.send(quiz, "/settings", **{**FIELDS, "description": "typed", **typed})
    assert answer.status_code == 422
    assert "typed</textarea>" in answer.text
    for name, (value, words) in AMISS.items():
        assert f'id="{name}-error">{words}' in answer.text
        assert f'name="{name}" value="{value}"' in answer.text
    answer = tess.send(quiz, "/settings", **{**FIELDS, "feedback": "never", "audience": "friends"})
    assert "Choose when the answers are shown." in answer.text
    assert "Choose who may take it." in answer.text
    assert tess.teacher.composer(quiz) == before


def test_a_due_date_needs_a_class(tess: Desk, quiz: int) -> None:
    answer = tess.send(quiz, "/settings", **{**FIELDS, "feedback": "after_due", "audience": "link"})
    assert "Only a quiz that is set to classes has a due date" in answer.text
    assert tess.send(quiz, "/settings", **{**FIELDS, "feedback": "after_due"}).status_code == 303


def test_a_second_window_sees_both_texts_and_saves_hers_when_asked_again(tess: Desk, quiz: int) -> None:
    tess.send(quiz, "/settings", **{**FIELDS, "title": "First window", "feedback": "at_end"})
    answer = tess.send(quiz, "/settings", **{**FIELDS, "title": "Second window", "revision": "1"})
    assert answer.status_code == 409
    assert 'name="title" value="Second window"' in answer.text
    assert "Saved meanwhile: “First window”" in answer.text
    assert "Saved meanwhile: “At the end”" in answer.text
    assert answer.text.count("Saved meanwhile") == 2
    assert tess.teacher.composer(quiz).settings.title == "First window"
    assert 'name="revision" value="2"' in answer.text
    tess.send(quiz, "/settings", **{**FIELDS, "title": "Second window", "revision": "2"})
    assert tess.teacher.composer(quiz).settings.title == "Second window"


def test_without_the_sessions_token_nothing_is_saved_and_the_text_stays(tess: Desk, quiz: int) -> None:
    fields = {**FIELDS, "title": "Typed long", "revision": "1"}
    answer = tess.browser.post_without_token(f"/teach/quizzes/{quiz}/settings", fields)
    assert answer.status_code == 400
    assert 'value="Typed long"' in answer.text
    assert tess.teacher.composer(quiz).settings.title == "Lagoons"
