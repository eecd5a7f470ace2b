from sqlalchemy import update

from quizapp.banks.models import Question
from quizapp.documents.queries import MarginMark
from quizapp.history import queries
from quizapp.storage.database import db
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


def test_a_mark_leads_to_the_newest_answer_and_counts_all(ana: Learner) -> None:
    attempt = ana.take("first", wrong={6})
    ana.wait(days=1)
    practice = ana.practise(attempt)
    ana.answer(practice, 1)
    (flags,) = [mark for mark in ana.reading(lambda: queries.margin_marks(1, ana.id)) if mark.statement == FLAGS]
    assert (flags.attempt_id, flags.number, flags.asked, flags.right, flags.verdict) == (practice, 1, 2, 1, "right")


def test_a_question_that_asks_no_fact_is_marked_where_its_quote_stands(ana: Learner, ben: Learner) -> None:
    keys = ("pact.date.choice", "pact.date.date", "flags.raised.multiple")
    factless = update(Question).where(Question.key.in_(keys)).values(fact_id=None)
    ana.doing(lambda: db.session.execute(factless))
    ana.take("once", wrong={1})
    (mark,) = ana.reading(lambda: queries.margin_marks(1, ana.id))
    assert ARTICLE[mark.start : mark.end] == "4 April 1949"
    assert (mark.verdict, mark.statement) == (
        "wrong",
        "According to the article, when was the pact signed? 4 April 1949",
    )
    ana.take("exam", wrong={6})
    marks = ana.reading(lambda: queries.margin_marks(1, ana.id))
    assert [mark.verdict for mark in marks if "?" in mark.statement] == ["right", "wrong"]
    assert [mark.asked for mark in marks if "when was" in mark.statement] == [2]


def test_a_question_without_a_fact_is_held_back_while_its_value_waits(ana: Learner) -> None:
    ana.doing(lambda: db.session.execute(update(Question).values(fact_id=None)))
    attempt = ana.start("first")
    ana.answer(attempt, 1)
    assert len(ana.reading(lambda: queries.margin_marks(1, ana.id))) == 1
    siblings = update(Question).where(Question.key == "flags.raised.multiple").values(slot="pact.date")
    ana.doing(lambda: db.session.execute(siblings))  # it waits still, and asks the same value now
    assert ana.reading(lambda: queries.margin_marks(1, ana.id)) == ()


def test_what_is_known_of_each_document(ana: Learner, ben: Learner) -> None:
    def known() -> tuple[queries.DocumentKnown, ...]:
        return ana.reading(lambda: queries.documents_known(queries.facts_of(ana.id), ana.id))

    assert known() == ()
    ana.take("first", wrong={6})
    (article,) = known()
    assert (article.title, article.right, article.partly, article.wrong, article.asked) == (
        "The Lagoon Pact", 3, 0, 1, 4,
    )  # fmt: skip
    ana.start("exam")  # a closed quiz on it is begun: nothing of it is read now
    assert known() == ()


def test_the_facts_take_the_same_statements_with_one_and_with_many(ana: Learner, statements: list[str]) -> None:
    counts = []
    for slug in ("once", "first", "open"):
        ana.wait(hours=1)
        ana.take(slug)
        statements.clear()
        ana.reading(lambda: queries.facts_of(ana.id))
        ana.reading(lambda: queries.margin_marks(1, ana.id))
        counts.append(len(statements))
    assert counts == [6, 6, 6]
