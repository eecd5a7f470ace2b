"""One question's page: its versions with their figures, what changed, where it is asked, what to do."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.history.queries.question_results import asked_in, versions_answered
from quizapp.quizzes.models import EditionItem, Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Assignment
from tests.history.simulated import simulate
from tests.small_bank import NOW
from tests.web.browser import Browser


def first_question(kind: str) -> Question:
    query = (
        select(Question)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .join(EditionItem, EditionItem.version_id == QuestionVersion.id)
        .join(AttemptItem, AttemptItem.version_id == QuestionVersion.id)
        .where(QuestionVersion.kind == kind)
    )
    return db.session.scalars(query.limit(1)).one()


def with_new_version(question: Question) -> int:
    """Give the question another stem and key, and let the twelve last attempts have been asked that."""
    old = db.session.scalars(select(QuestionVersion).where(QuestionVersion.question_id == question.id)).one()
    options = [dict(one) for one in old.content["options"]]
    new = QuestionVersion(
        question_id=question.id, number=old.number + 1, kind=old.kind, stem="Which day was it?",
        content={**old.content, "options": [*options[1:], options[0]]}, explanation=old.explanation,
        overrides={}, content_hash="x", created_at=NOW,
    )  # fmt: skip
    db.session.add(new)
    question.version_number = new.number
    db.session.flush()
    last = select(Attempt.id).order_by(Attempt.id.desc()).limit(12).scalar_subquery()
    asked = AttemptItem.version_id == old.id
    db.session.execute(update(AttemptItem).where(asked, AttemptItem.attempt_id.in_(last)).values(version_id=new.id))
    return old.number


def with_later_version(question: Question) -> None:
    """Give the question a version that no quiz asks and nobody has answered."""
    old = db.session.scalars(select(QuestionVersion).where(QuestionVersion.question_id == question.id)).one()
    db.session.add(
        QuestionVersion(
            question_id=question.id, number=old.number + 1, kind=old.kind, content=old.content,
            stem="What was written after it was unshared?",
            explanation=old.explanation, overrides={}, content_hash="y", created_at=NOW,
        )
    )  # fmt: skip
    question.version_number = old.number + 1


def test_each_version_has_its_own_figures(loaded: Flask, tess: Browser, statements: list[str]) -> None:
    with loaded.app_context(), transaction():
        question = first_question("choice")
        before = question.version_number
        with_new_version(question)
        ids, stem = question.id, "Which day was it?"
        teacher = db.session.scalars(select(Person.id).where(Person.username == "tess")).one()
    path = f"/teach/results/questions/{ids}"
    page = tess.get(path).text
    assert stem in page
    assert "What it changed" in page
    assert "<del>" in page
    assert "Strongest third" in page
    assert "asks version 1" in page
    assert "The exam quiz in <bdi>=4b</bdi>" in page
    assert "What it rests on" in page
    assert 'href="/teach/regrades/questions' in page or "Judge answers anew" in page
    with loaded.app_context():
        found = versions_answered(ids, teacher)
        assert {number: row.figures.n for number, row in found.items()} == {before: 19, before + 1: 12}
        for row in found.values():
            assert sum(use.count for use in row.uses) == row.figures.n
            assert 4 <= sum(use.strong for use in row.uses) <= 6 + (row.figures.n > 12)
        assert len(asked_in(ids, teacher)) == 1
    statements.clear()
    tess.get(path)
    few = len(statements)
    with loaded.app_context(), transaction():
        simulate("exam", 30, seed=5, attempts=2)
    statements.clear()
    tess.get(path)
    assert len(statements) == few <= 20
    with loaded.app_context():
        assert versions_answered(ids, teacher)[before].figures.n == 19 + 30  # each one's first answer


def test_who_is_strong_and_who_is_weak(loaded: Flask, tess: Browser) -> None:
    """Whoever is able answers the first question otherwise than its key says, and all the others rightly."""
    with loaded.app_context(), transaction():
        db.session.execute(update(Attempt).values(state="open"))
        simulate("exam", 60, seed=6, answers=lambda _rng, ability, place: (ability > 0) != (place == 0))
    with loaded.app_context():
        teacher = db.session.scalars(select(Person.id).where(Person.username == "tess")).one()
        contrary = db.session.scalars(select(AttemptItem.version_id).where(AttemptItem.position == 1)).first()
        question = db.session.get_one(QuestionVersion, contrary).question_id
        (row,) = versions_answered(question, teacher).values()
    key, other = (
        max((use for use in row.uses if use.is_key is right), key=lambda use: use.count) for right in (True, False)
    )
    assert (key.strong, key.weak) == (0, 20)
    assert (other.strong, other.weak) == (20, 0)


def test_a_mistake_that_many_are_sure_of_is_said(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context(), transaction():
        question = first_question("choice").id
        answers = db.session.scalars(
            select(Answer)
            .join(AttemptItem, AttemptItem.id == Answer.item_id)
            .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
            .where(QuestionVersion.question_id == question)
            .order_by(Answer.id)
        ).all()
        for place, answer in enumerate(answers):
            answer.sure, answer.verdict = place < 20, "right" if place >= 15 else "wrong"
    path = f"/teach/results/questions/{question}"
    assert "Of 20 who were sure, 15 were wrong: a misconception, or the key." in tess.get(path).text
    with loaded.app_context(), transaction():
        answers = [db.session.merge(one) for one in answers]
        for answer in answers[10:15]:
            answer.verdict = "right"
    assert "who were sure" not in tess.get(path).text


def test_typed_answers_are_tallied_and_nothing_is_said_of_nobody(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context():
        typed, ordered = first_question("number").id, first_question("ordering").id
    page = tess.get(f"/teach/results/questions/{typed}").text
    assert "answered “99999”" in page
    assert "✓ right" in page
    assert "1. " in tess.get(f"/teach/results/questions/{ordered}").text
    assert "Nobody answered it between these days" in tess.get(f"/teach/results/questions/{typed}?to=2001-01-01").text
    assert "is not a day" in tess.get(f"/teach/results/questions/{typed}?to=never").text
    with loaded.app_context(), transaction():
        db.session.execute(update(Attempt).values(state="open"))
    assert "Nobody has answered it yet" in tess.get(f"/teach/results/questions/{typed}").text


def test_only_answers_that_are_hers_to_see(loaded: Flask, tess: Browser) -> None:
    """What a bank's new owner does not share stays hers as far as her own class answered it, and nobody else's."""
    with loaded.app_context(), transaction():
        question = first_question("number").id
        theo = accounts.sign_up("theo", "Theo", "hash", now=NOW, is_teacher=True).id
        assert versions_answered(question, theo) == {}
        db.session.execute(update(Bank).values(owner_id=theo))
    page = tess.get(f"/teach/results/questions/{question}").text
    assert "not shared with you any more" in page
    assert "Open the editor" not in page
    with loaded.app_context(), transaction():
        with_later_version(db.session.get_one(Question, question))
    for query in ("", "?version=2", "?version=9"):
        page = tess.get(f"/teach/results/questions/{question}{query}").text
        assert "Version 1" in page
        assert "written after it was unshared" not in page, "what her quizzes do not ask is the new owner's alone"
    with loaded.app_context(), transaction():
        db.session.execute(update(Quiz).values(owner_id=theo))
        db.session.execute(update(Assignment).values(withdrawn_at=NOW))
    assert tess.get(f"/teach/results/questions/{question}").status_code == 404, "nothing of hers asks it any more"
    assert tess.get("/teach/results/questions/98765").status_code == 404
