"""How sure a learner was, and how often that was right."""

from quizapp.history import queries
from tests.learning import Learner


def said(learner: Learner) -> list[tuple[bool | None, int, int]]:
    found = learner.reading(lambda: queries.calibration(learner.id))
    return [(group.sure, group.n, group.right) for group in found]


def test_only_what_is_shown_counts_and_what_was_left_out_does_not(ana: Learner, ben: Learner) -> None:
    assert said(ana) == [(True, 0, 0), (False, 0, 0), (None, 0, 0)]
    first = ana.start("first")
    ana.answer(first, 1, sure=True)
    ana.answer(first, 2, right=False, sure=True)
    ana.answer(first, 3, sure=False)
    ana.give(first, 4, None, sure=True)
    exam = ana.start("exam")
    ana.answer(exam, 1, sure=True)
    ana.answer(exam, 2)
    assert said(ana) == [(True, 2, 1), (False, 1, 1), (None, 0, 0)]
    ana.submit(exam)
    assert said(ana) == [(True, 3, 2), (False, 1, 1), (None, 1, 1)]
