from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts.errors import NoAttemptsLeft, NoSuchAttempt
from quizapp.attempts.models import Attempt, AttemptItem
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.storage.database import db
from tests.learning import Learner, keys_of
from tests.small_bank import IN_ORDER, load_small_bank, small_bank


def drawn(learner: Learner, attempt: int) -> list[tuple[int, list[int]]]:
    query = select(AttemptItem.version_id, AttemptItem.option_order).where(AttemptItem.attempt_id == attempt)
    return learner.reading(lambda: [tuple(row) for row in db.session.execute(query.order_by(AttemptItem.position))])


def test_a_quiz_starts_with_its_questions_in_order(ana: Learner) -> None:
    attempt = ana.start("first")
    assert ana.reading(lambda: keys_of(attempt)) == IN_ORDER
    overview = ana.overview(attempt)
    assert (overview.title, overview.mode, overview.feedback) == ("The first quiz", "quiz", "after_each")
    assert (overview.state, overview.count, overview.answered, overview.next_number) == ("open", 8, 0, 1)
    assert overview.quiz_id == ana.quiz("first")
    assert overview.started_at == ana.now
    assert overview.deadline is None


def test_starting_again_goes_on_with_the_open_attempt(ana: Learner, ben: Learner) -> None:
    noise = ben.start("first")
    first = ana.start("first")
    ana.wait(hours=5)
    assert ana.start("first", "another seed") == first != noise
    ana.submit(first)
    assert ana.start("first") != first


def test_the_draw_follows_from_the_seed_and_is_kept(ana: Learner, ben: Learner) -> None:
    mine, theirs = ana.start("open", "one"), ben.start("open", "one")
    assert drawn(ana, mine) == drawn(ben, theirs)
    ana.submit(mine)
    assert drawn(ana, ana.start("open", "two")) != drawn(ben, theirs)


def test_one_question_of_each_slot_is_drawn(ana: Learner) -> None:
    seen = set()
    for seed in range(20):
        attempt = ana.start("open", str(seed))
        keys = ana.reading(lambda: keys_of(attempt))  # noqa: B023 - called at once
        dates = {"pact.date.choice", "pact.date.date"} & set(keys)
        assert len(dates) == 1
        assert len(keys) == 8
        seen |= dates
        ana.submit(attempt)
    assert seen == {"pact.date.choice", "pact.date.date"}


def test_so_many_slots_are_drawn_as_are_picked(ana: Learner) -> None:
    sets = set()
    for seed in range(10):
        attempt = ana.start("pick", str(seed))
        assert ana.overview(attempt).count == 4
        sets.add(tuple(ana.reading(lambda: keys_of(attempt))))  # noqa: B023 - called at once
        ana.submit(attempt)
    assert len(sets) > 5


def test_an_open_attempt_keeps_its_versions_when_the_bank_changes(ana: Learner, tmp_path: Path, loaded: Flask) -> None:
    attempt = ana.start("first")
    stems = [ana.asked(attempt, number).stem for number in range(1, 9)]
    before = drawn(ana, attempt)
    data = small_bank()
    for row in data["questions"]["questions"]:
        row["stem"] += " Changed."
        row["stem"] = row["stem"].replace("____. Changed.", "____ now.")
    load_small_bank(loaded, tmp_path, data)
    assert drawn(ana, attempt) == before
    assert [ana.asked(attempt, number).stem for number in range(1, 9)] == stems
    assert ana.start("first") == attempt  # the older edition is ended first
    ana.submit(attempt)
    assert ana.asked(ana.start("first"), 2).stem == "Where was the pact signed? Changed."


def test_no_more_attempts_than_the_quiz_allows(ana: Learner, ben: Learner) -> None:
    ben.take("once")
    attempt = ana.start("once")
    assert ana.start("once") == attempt
    ana.submit(attempt)
    with pytest.raises(NoAttemptsLeft):
        ana.start("once")


def test_a_quiz_that_is_not_offered_cannot_be_started(ana: Learner, tmp_path: Path, loaded: Flask) -> None:
    once = ana.quiz("once")
    data = small_bank()
    data["bank"]["quizzes"] = [row for row in data["bank"]["quizzes"] if row["slug"] != "once"]
    load_small_bank(loaded, tmp_path, data)
    with pytest.raises(NoSuchQuiz):
        ana.start("once")
    assert once


def test_another_learners_attempt_is_not_there(ana: Learner, ben: Learner) -> None:
    attempt = ana.start("first")
    for look in (ben.overview, ben.result, ben.submit, ben.practise):
        with pytest.raises(NoSuchAttempt):
            look(attempt)
    for view in (ben.asked, ben.explained):
        with pytest.raises(NoSuchAttempt):
            view(attempt, 1)
    with pytest.raises(NoSuchAttempt):
        ben.give(attempt, 1, ana.right(attempt, 1), revision=0)
    assert ana.overview(attempt).answered == 0


@pytest.mark.parametrize("number", [0, 9, -1])
def test_a_question_that_is_not_there(ana: Learner, number: int) -> None:
    attempt = ana.start("first")
    with pytest.raises(NoSuchAttempt):
        ana.asked(attempt, number)


def test_a_retired_quiz_can_still_be_finished(ana: Learner, tmp_path: Path, loaded: Flask) -> None:
    attempt = ana.start("first")
    data = small_bank()
    data["bank"]["quizzes"] = data["bank"]["quizzes"][1:]
    load_small_bank(loaded, tmp_path, data)
    assert ana.answer(attempt, 1).is_final
    with ana.app.app_context():
        assert db.session.get_one(Attempt, attempt).state == "open"
