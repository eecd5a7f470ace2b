from pathlib import Path

from flask import Flask
from sqlalchemy import select

from quizapp.attempts.queries import may_read
from quizapp.documents.models import Document
from quizapp.storage.database import db
from tests.learning import Learner
from tests.small_bank import PAPER, load_small_bank, small_bank


def without_open_quiz() -> dict[str, object]:
    data = small_bank()
    data["bank"]["quizzes"] = [row for row in data["bank"]["quizzes"] if row["slug"] != "open"]
    return data


def documents(app: Flask, key: str = "small/article") -> list[int]:
    query = select(Document.id).where(Document.key == key).order_by(Document.revision)
    with app.app_context():
        return list(db.session.scalars(query))


def reads(learner: Learner, document: int) -> bool:
    return learner.reading(lambda: may_read(document, learner.id))


def test_the_reader_of_a_closed_quiz_opens_after_the_last_answer(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path, without_open_quiz())
    ana, ben = Learner(app, "Ana"), Learner(app, "Ben")
    (article,) = documents(app)
    ben.take("first")
    assert not reads(ana, article)
    attempt = ana.start("timed")
    ana.answer(attempt, 1)
    assert not reads(ana, article)
    ana.submit(attempt)
    assert reads(ana, article)
    again = ana.start("first")
    assert not reads(ana, article)  # a closed attempt is open again
    assert reads(ben, article)
    ana.submit(again)
    assert reads(ana, article)


def test_a_quiz_with_open_document_lets_everybody_read(ana: Learner) -> None:
    (article,) = documents(ana.app)
    assert reads(ana, article)
    assert ana.reading(lambda: may_read(article, None))
    attempt = ana.start("open")
    assert reads(ana, article)
    assert [row.short_title for row in ana.asked(attempt, 1).documents] == ["the article", "the paper"]


def test_a_closed_attempt_shuts_the_reader_even_where_another_quiz_opens_it(ana: Learner, ben: Learner) -> None:
    (article,) = documents(ana.app)
    attempt, closed = ana.start("open"), ana.start("exam")
    assert not reads(ana, article)
    assert ana.asked(attempt, 1).documents == ()
    assert ana.asked(closed, 1).documents == ()
    assert reads(ben, article)
    ana.submit(closed)
    assert reads(ana, article)


def test_practice_is_open_document(ana: Learner) -> None:
    attempt = ana.take("first", wrong={2})
    practice = ana.practise(attempt)
    assert len(ana.asked(practice, 1).documents) == 2


def test_the_explanation_says_whether_the_reader_is_open(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.answer(attempt, 1)
    assert ana.explained(attempt, 1).may_read is False
    ana.submit(attempt)
    assert ana.explained(attempt, 1).may_read is True


def test_an_archived_quiz_opens_nothing(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    load_small_bank(app, tmp_path, without_open_quiz())
    (article,) = documents(app)
    assert not reads(Learner(app, "Ana"), article)
    assert not Learner(app, "Ben").reading(lambda: may_read(article, None))


def test_who_is_taking_an_archived_open_quiz_reads_on(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path)
    ana, ben = Learner(app, "Ana"), Learner(app, "Ben")
    attempt = ana.start("open")
    load_small_bank(app, tmp_path, without_open_quiz())
    (article,) = documents(app)
    assert [reads(ana, article), reads(ben, article)] == [True, False]
    assert len(ana.asked(attempt, 1).documents) == 2


def test_asking_takes_two_statements_and_one_more_where_reading_is_allowed(ana: Learner, statements: list[str]) -> None:
    counts = {}
    for slug in ("open", "first", "once"):
        attempt = ana.start(slug)
        statements.clear()
        ana.asked(attempt, 1)
        counts[slug] = len(statements)
    assert counts == {"open": 3, "first": 2, "once": 2}


def test_an_older_revision_follows_the_same_rule(app: Flask, tmp_path: Path) -> None:
    load_small_bank(app, tmp_path, without_open_quiz())
    ana, ben = Learner(app, "Ana"), Learner(app, "Ben")
    ana.take("first")
    data = without_open_quiz()
    data["documents"]["paper"] = "More. " + PAPER  # type: ignore[index]
    load_small_bank(app, tmp_path, data)
    old, new = documents(app, "small/paper")
    assert [reads(ana, old), reads(ana, new), reads(ben, old)] == [True, True, False]


def test_a_document_of_no_quiz_cannot_be_read(ana: Learner) -> None:
    assert not reads(ana, 999)
