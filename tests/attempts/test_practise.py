from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts.errors import NothingToPractise, NotShownYet
from quizapp.attempts.models import Attempt, AttemptItem
from quizapp.storage.database import db
from tests.learning import Learner, keys_of
from tests.small_bank import load_small_bank, small_bank


def orders(learner: Learner, attempt: int) -> dict[int, list[int]]:
    query = select(AttemptItem.version_id, AttemptItem.option_order).where(AttemptItem.attempt_id == attempt)
    return learner.reading(lambda: dict(db.session.execute(query).all()))


def test_mistakes_are_practised_each_explained_at_once(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.answer(attempt, 1, right=False)
    ana.answer(attempt, 2)
    right = ana.right(attempt, 7)
    ana.give(attempt, 7, type(right)(matched=(None, *right.matched[1:])))
    for number in (3, 4, 5, 8):
        ana.answer(attempt, number)
    ana.submit(attempt)
    practice = ana.practise(attempt)
    assert ana.reading(lambda: keys_of(practice)) == [
        "pact.date.choice",
        "flags.raised.multiple",
        "signers.all.matching",
    ]
    overview = ana.overview(practice)
    assert (overview.mode, overview.feedback, overview.quiz_id) == ("practice", "after_each", None)
    assert overview.title == "Practice: The exam quiz"
    ana.answer(practice, 1)
    assert ana.explained(practice, 1).mark.verdict == "right"


def test_options_are_drawn_anew(ana: Learner) -> None:
    attempt = ana.take("first", wrong=set(range(1, 9)))
    first = ana.practise(attempt, "one")
    ana.submit(first)
    second = ana.practise(attempt, "two")
    assert orders(ana, attempt).keys() == orders(ana, first).keys() == orders(ana, second).keys()
    assert orders(ana, first) != orders(ana, attempt)
    assert orders(ana, second) != orders(ana, first)


def test_practising_again_goes_on_with_the_open_practice(ana: Learner) -> None:
    attempt = ana.take("first", wrong={1})
    assert ana.practise(attempt) == ana.practise(attempt)


def test_a_practice_can_be_practised(ana: Learner) -> None:
    attempt = ana.take("first", wrong={1, 2})
    practice = ana.practise(attempt)
    ana.answer(practice, 1)
    ana.answer(practice, 2, right=False)
    again = ana.practise(practice)
    assert ana.reading(lambda: keys_of(again)) == ["pact.place.short_text"]
    assert ana.overview(again).title == "Practice: The first quiz"
    assert ana.reading(lambda: db.session.get_one(Attempt, again)).practises_id == attempt


def test_there_is_nothing_to_practise_without_mistakes(ana: Learner) -> None:
    attempt = ana.take("first")
    with pytest.raises(NothingToPractise):
        ana.practise(attempt)


def test_an_open_attempt_cannot_be_practised(ana: Learner) -> None:
    attempt = ana.start("exam")
    with pytest.raises(NotShownYet):
        ana.practise(attempt)


def test_a_question_is_practised_as_it_reads_now(ana: Learner, loaded: Flask, tmp_path: Path) -> None:
    attempt = ana.take("first", wrong={2, 3})
    data = small_bank()
    data["questions"]["questions"][2]["stem"] = "In which city was the pact signed?"
    load_small_bank(loaded, tmp_path, data)
    practice = ana.practise(attempt)
    assert [ana.asked(practice, number).stem for number in (1, 2)] == [
        "In which city was the pact signed?",
        "How many states signed the pact?",
    ]
    assert ana.explained(attempt, 2).stem == "Where was the pact signed?"  # what was answered stays as it was


def test_a_retired_question_is_not_practised(ana: Learner, loaded: Flask, tmp_path: Path) -> None:
    both, one = ana.take("first", wrong={2, 3}), ana.take("exam", wrong={3})
    assert (ana.result(both).mistakes, ana.result(one).mistakes) == (2, 1)
    load_small_bank(loaded, tmp_path, without_states())
    assert (ana.result(both).mistakes, ana.result(one).mistakes) == (1, 0)
    practice = ana.practise(both)
    assert ana.reading(lambda: keys_of(practice)) == ["pact.place.short_text"]
    with pytest.raises(NothingToPractise):
        ana.practise(one)


def without_states() -> dict[str, Any]:
    """The small bank without the question how many states signed."""
    data = small_bank()
    gone = "pact.states.number"
    data["questions"]["questions"] = [row for row in data["questions"]["questions"] if row["id"] != gone]
    for quiz in data["bank"]["quizzes"]:
        if "questions" in quiz:
            quiz["questions"] = [identity for identity in quiz["questions"] if identity != gone]
    return data
