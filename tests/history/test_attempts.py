from decimal import Decimal

from quizapp.history import queries
from quizapp.history.queries import PastAttempt, Standing
from tests.learning import Learner
from tests.small_bank import NOW


def test_every_attempt_is_kept_the_newest_first(ana: Learner, ben: Learner) -> None:
    first = ana.take("first", wrong={1, 2})
    ana.wait(days=1)
    practice = ana.practise(first)
    ana.answer(practice, 1)
    ana.wait(days=1)
    exam = ana.start("exam")
    ana.answer(exam, 1)
    past = ana.reading(lambda: queries.attempts_of(ana.id))
    assert [row.id for row in past] == [exam, practice, first]
    assert past[2] == PastAttempt(
        id=first,
        quiz_id=ana.quiz("first"),
        assignment_id=None,
        title="The first quiz",
        mode="quiz",
        state="submitted",
        started_at=NOW,
        submitted_at=NOW,
        count=8,
        answered=8,
        points=Decimal(6),
        out_of=Decimal(8),
        percent=75,
    )
    told = [(row.mode, row.state, row.quiz_id, row.count, row.answered, row.points, row.percent) for row in past[:2]]
    assert told == [
        ("quiz", "open", ana.quiz("exam"), 8, 1, None, None),  # its points would tell what was right
        ("practice", "open", None, 2, 1, None, None),
    ]


def test_what_was_left_out_is_not_answered(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.answer(attempt, 1)
    ana.submit(attempt)
    (past,) = ana.reading(lambda: queries.attempts_of(ana.id))
    assert (past.answered, past.points, past.out_of, past.percent) == (1, Decimal(1), Decimal(8), 13)


def test_a_learner_stands_in_each_quiz_by_the_last_and_the_best(ana: Learner, ben: Learner) -> None:
    ana.take("first", wrong={1})
    ana.wait(days=1)
    ana.take("first", wrong={1, 2, 3, 4})
    going = ana.start("first")
    exam = ana.start("exam")
    standings = ana.reading(lambda: queries.standings(ana.id))
    assert standings == {
        ana.quiz("first"): Standing(attempts=2, last_percent=50, best_percent=88, open_attempt_id=going),
        ana.quiz("exam"): Standing(attempts=0, last_percent=None, best_percent=None, open_attempt_id=exam),
    }


def test_the_history_page_takes_the_same_statements_with_one_attempt_and_three(
    ana: Learner, statements: list[str]
) -> None:
    counts = []
    for more in (1, 2):
        for _attempt in range(more):
            ana.wait(hours=1)
            ana.take("first", wrong={more})
        statements.clear()
        with ana.app.app_context():
            assert len(queries.attempts_of(ana.id)) in (1, 3)
            queries.standings(ana.id)
            queries.trend(ana.id)
            queries.facts_of(ana.id)
        counts.append(len(statements))
    assert counts == [6, 6]


def test_a_clock_set_back_reorders_nothing(ana: Learner) -> None:
    first = ana.take("first")
    ana.wait(days=-2)
    second = ana.take("first")
    past = ana.reading(lambda: queries.attempts_of(ana.id))
    assert [row.id for row in past] == [second, first]


def test_somebody_new_has_no_history(ana: Learner, ben: Learner) -> None:
    with ana.app.app_context():
        assert queries.attempts_of(ana.id) == ()
        assert queries.standings(ana.id) == {}
        assert queries.facts_of(ana.id) == queries.FactsKnown((), ())
        assert queries.trend(ana.id) == queries.Trend((), None, None, None)
