from quizapp.documents.queries import MarginMark
from quizapp.history import queries
from tests.learning import Learner
from tests.small_bank import ARTICLE


def told(standings: tuple[queries.FactStanding, ...]) -> list[tuple[str, int, int, str]]:
    return [(row.statement, row.asked, row.right, row.last_verdict) for row in standings]


PACT, SIGNERS = "The pact was signed on 4 April 1949.", "Ana, Ben and Cyd signed."
FLAGS, CONGRESSES = "Avalon and Brolin raised flags.", "Three congresses met."


def test_strong_is_what_was_last_right_weak_what_was_not(ana: Learner, ben: Learner) -> None:
    ana.take("first", wrong={6, 8})
    known = ana.reading(lambda: queries.facts_of(ana.id))
    assert told(known.strong) == [(PACT, 3, 3, "right"), (SIGNERS, 2, 2, "right")]
    assert told(known.weak) == [(FLAGS, 1, 0, "wrong"), (CONGRESSES, 2, 1, "wrong")]
    weakest = known.weak[0]
    assert ARTICLE[weakest.start : weakest.end] == "The red flag was raised by Avalon."


def test_a_later_right_answer_makes_a_fact_strong(ana: Learner) -> None:
    attempt = ana.take("first", wrong={6})
    ana.wait(days=1)
    practice = ana.practise(attempt)
    ana.answer(practice, 1)
    known = ana.reading(lambda: queries.facts_of(ana.id))
    assert (FLAGS, 2, 1, "right") in told(known.strong)
    assert known.weak == ()


def test_answers_whose_feedback_is_still_hidden_do_not_count(ana: Learner) -> None:
    exam = ana.start("exam")
    for number in (1, 6):
        ana.answer(exam, number, right=number == 1)
    first = ana.start("first")
    ana.answer(first, 5)
    known = ana.reading(lambda: queries.facts_of(ana.id))
    assert told((*known.strong, *known.weak)) == []  # the exam has yet to ask for the congresses' order
    ana.submit(exam)
    known = ana.reading(lambda: queries.facts_of(ana.id))
    assert {row.statement for row in known.strong} == {PACT, CONGRESSES}
    assert {row.statement for row in known.weak} == {FLAGS}  # what was left out is neither


def shown(learner: Learner) -> set[str]:
    """The statements that the history and the reader's margin show."""
    with learner.app.app_context():
        known = queries.facts_of(learner.id)
        marks = queries.margin_marks(1, learner.id)
    statements = {row.statement for row in (*known.strong, *known.weak)}
    assert statements == {mark.statement for mark in marks}
    return statements


def test_a_fact_that_an_open_attempt_asks_for_the_first_time_is_held_back(ana: Learner, ben: Learner) -> None:
    ana.take("once")  # asks the date of the pact
    assert shown(ana) == {PACT}
    exam = ana.start("exam")  # asks its place too
    assert shown(ana) == set()
    ana.submit(exam)
    assert shown(ana) == {PACT}


def test_a_fact_whose_questions_are_only_asked_again_is_shown(ana: Learner) -> None:
    ana.take("first")
    ana.start("exam")
    assert shown(ana) == {PACT, SIGNERS, FLAGS, CONGRESSES}


def test_a_fact_comes_back_with_the_last_of_its_questions(ana: Learner) -> None:
    attempt = ana.start("first")
    told_of = []
    for number in (4, 1, 7):  # Ben's state; the date; the states of all three
        ana.answer(attempt, number)
        known = ana.reading(lambda: queries.facts_of(ana.id))
        told_of.append([row.statement for row in known.strong])
    assert told_of == [[], [], [SIGNERS]]


def test_the_margin_marks_where_a_document_states_what_was_asked(ana: Learner, ben: Learner) -> None:
    ana.take("first", wrong={6})
    known = ana.reading(lambda: queries.facts_of(ana.id))
    article = known.strong[0].document_id
    assert article is not None
    marks = ana.reading(lambda: queries.margin_marks(article, ana.id))
    assert [(ARTICLE[mark.start : mark.end], mark.verdict, mark.statement) for mark in marks] == [
        ("signed on 4 April 1949", "right", PACT),
        ("Ana of Avalon, Ben of Brolin and Cyd of Corin", "right", SIGNERS),
        ("The first congress met in 1950.", "right", CONGRESSES),
        ("The red flag was raised by Avalon.", "wrong", FLAGS),
    ]
    assert all(isinstance(mark, MarginMark) for mark in marks)
    otto = Learner(ana.app, "Otto")
    assert otto.reading(lambda: queries.margin_marks(article, otto.id)) == ()


def test_the_facts_take_the_same_statements_with_one_and_with_many(ana: Learner, statements: list[str]) -> None:
    counts = []
    for slug in ("once", "first", "open"):
        ana.wait(hours=1)
        ana.take(slug)
        statements.clear()
        ana.reading(lambda: queries.facts_of(ana.id))
        ana.reading(lambda: queries.margin_marks(1, ana.id))
        counts.append(len(statements))
    assert counts == [5, 5, 5]
