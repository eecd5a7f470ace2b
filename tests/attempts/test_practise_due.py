from datetime import timedelta

import pytest

from quizapp.attempts.errors import NothingToPractise
from quizapp.attempts.operations import practise_due
from tests.learning import Learner, keys_of
from tests.small_bank import NOW

LATER = NOW + timedelta(days=1)


def practise(learner: Learner, seed: str = "due") -> int:
    return learner.doing(lambda: practise_due(learner.id, now=LATER, seed=seed))


def test_what_is_due_is_asked_and_explained_at_once(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.answer(attempt, 2, right=False)
    ana.answer(attempt, 3, right=False)
    practice = practise(ana)
    assert sorted(ana.reading(lambda: keys_of(practice))) == ["pact.place.short_text", "pact.states.number"]
    overview = ana.overview(practice)
    assert (overview.mode, overview.feedback, overview.quiz_id, overview.title) == (
        "practice",
        "after_each",
        None,
        "Practice",
    )
    ana.answer(practice, 1)
    assert ana.explained(practice, 1).mark.verdict == "right"


def test_a_round_begun_is_gone_on_with(ana: Learner) -> None:
    ana.take("first", wrong={1})
    assert practise(ana, "one") == practise(ana, "two")


def test_a_practice_of_mistakes_is_another_thing(ana: Learner) -> None:
    attempt = ana.take("first", wrong={1})
    mistakes = ana.practise(attempt)
    assert practise(ana) != mistakes
    assert ana.practise(attempt) == mistakes


def test_where_nothing_is_due_nothing_starts(ana: Learner, ben: Learner) -> None:
    ben.take("first", wrong={1})
    with pytest.raises(NothingToPractise):
        practise(ana)
