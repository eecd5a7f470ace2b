import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.attempts.errors import NoSuchAttempt
from quizapp.attempts.given import Given
from quizapp.attempts.models import Answer, Attempt
from quizapp.attempts.queries.trial import Trial, sitting, trial
from quizapp.storage.database import db
from tests.composing import Teacher
from tests.small_bank import IN_ORDER


@pytest.fixture
def tess(loaded: Flask) -> Teacher:
    return Teacher(loaded)


def tried(tess: Teacher, quiz: int, number: int = 1, given: Given | None = None, seed: str = "s") -> Trial:
    return tess.reading(lambda: trial(quiz, number, seed=seed, given=given))


def test_a_question_is_asked_without_its_key(tess: Teacher) -> None:
    found = tried(tess, tess.begin(["pact.date.choice"]))
    assert (found.number, found.count, found.kind, found.explanation) == (1, 1, "choice", None)
    assert sorted(found.question.prompt.options) == ["4 April 1949", "4 June 1949", "4 May 1949"]


def test_an_answer_is_explained_as_a_student_is_told_and_kept_nowhere(tess: Teacher) -> None:
    quiz = tess.begin(["pact.date.choice"])
    place = tried(tess, quiz).question.prompt.options.index("4 May 1949") + 1
    explained = tried(tess, quiz, given=Given(chosen=(place,))).explanation
    assert explained
    assert (explained.mark.verdict, explained.given_text, explained.key_text) == ("wrong", "4 May 1949", "4 April 1949")
    [chosen] = [part for part in explained.parts if part.chosen]
    assert (chosen.reason, chosen.card and chosen.card.exact) == ("Another source says so.", "4 May 1949")
    assert [card.exact for card in explained.cards] == ["4 April 1949"]
    assert [card.role for card in explained.witnesses] == ["disputes"]
    for model in (Attempt, Answer):
        assert tess.reading(lambda model=model: db.session.scalar(select(func.count(model.id)))) == 0


def test_what_cannot_be_read_is_asked_again(tess: Teacher) -> None:
    quiz = tess.begin(["pact.date.date"])
    assert tried(tess, quiz, given=Given()).message == "Type an answer first."
    found = tried(tess, quiz, given=Given(text="some day"))
    assert found.explanation is None
    assert found.message
    assert found.given.text == "some day"


def test_a_slip_is_forgiven_here_too(tess: Teacher) -> None:
    explained = tried(tess, tess.begin(["pact.place.short_text"]), given=Given(text="Lagoom City")).explanation
    assert explained
    assert (explained.mark.verdict, explained.read_as) == ("right", "Lagoon City")


def test_it_is_drawn_as_an_attempt_is(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER, pick=4, shuffle=True)
    draws = {tess.reading(lambda seed=seed: sitting(quiz, str(seed))) for seed in range(5)}
    assert {len(draw) for draw in draws} == {4}
    assert len(draws) > 1
    for number in (0, 5):
        with pytest.raises(NoSuchAttempt):
            tried(tess, quiz, number)
