from flask import Flask

from quizapp.attempts.operations import start_attempt, submit_attempt
from quizapp.attempts.queries.counts import attempt_counts, handed_in_count
from tests.composing import Teacher
from tests.learning import Learner
from tests.small_bank import IN_ORDER


def test_attempts_are_counted_over_all_editions_and_practice_is_none(loaded: Flask) -> None:
    tess, ana, ben = Teacher(loaded), Learner(loaded, "Ana"), Learner(loaded, "Ben")
    quiz, other = tess.begin(IN_ORDER[:2]), tess.begin(IN_ORDER[:1])
    for number in (quiz, other):
        tess.publish(number)
        tess.offer(number)
    for learner in (ana, ben):
        attempt = learner.doing(lambda learner=learner: start_attempt(quiz, learner.id, now=learner.now, seed="s"))
        for number in (1, 2):
            learner.answer(attempt, number, right=False)
        learner.practise(attempt)
        tess.reword(tess.order(quiz)[0], f"When did they sign it, {learner.name}?")
        tess.publish(quiz)
    assert tess.reading(lambda: attempt_counts([quiz, other])) == {quiz: 2}
    assert tess.reading(lambda: attempt_counts([])) == {}


def test_what_waits_for_its_release_is_counted(loaded: Flask) -> None:
    tess, ana = Teacher(loaded), Learner(loaded, "Ana")
    quiz = tess.begin(IN_ORDER[:2], feedback="on_release")
    tess.publish(quiz)
    tess.offer(quiz)
    attempt = ana.doing(lambda: start_attempt(quiz, ana.id, now=ana.now, seed="s"))
    assert tess.reading(lambda: handed_in_count(quiz)) == 0
    ana.answer(attempt, 1)
    ana.doing(lambda: submit_attempt(attempt, ana.id, now=ana.now))
    assert tess.reading(lambda: handed_in_count(quiz)) == 1
