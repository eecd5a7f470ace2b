from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.errors import RefusedTag
from quizapp.banks.models import BankAct, BankDocument, BankShare, Question, QuestionTag
from quizapp.banks.operations import accept, make_bank, move, reject, reopen, retire, tag, undo_last, untag
from quizapp.banks.queries import drafts_of, findings, judge, sources_of_bank
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.teachers_bank import NOW, TeachersBank, make_teacher, make_teachers_bank

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def bank(app: Flask) -> TeachersBank:
    with app.app_context(), transaction():
        return make_teachers_bank(make_teacher())


def states(bank: TeachersBank) -> dict[str, str]:
    found = dict(db.session.execute(select(Question.id, Question.state)).all())
    return {key: found[question] for key, question in bank.questions.items()}


def test_drafts_are_what_was_kept(app: Flask, bank: TeachersBank, statements: list[str]) -> None:
    from tests.teachers_bank import small_drafts

    with app.app_context():
        wanted = [bank.questions[draft.id] for draft in small_drafts()]
        statements.clear()
        found = drafts_of([*wanted, 999])
        assert len(statements) == 2
    assert list(found) == wanted
    assert list(found.values()) == small_drafts()


def test_what_passes_is_accepted_and_what_does_not_is_left_in_words(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        judged = judge(bank.id, bank.questions.values())
        assert judged.passed
        assert judged.found
        with transaction():
            acted = accept(bank.id, judged, person_id=bank.owner_id, now=LATER)
        now = states(bank)
        assert set(acted.changed) == set(judged.passed)
        assert {row.question_id: row.why for row in acted.skipped}.keys() == judged.found.keys()
        assert {key for key, state in now.items() if state == "accepted"} == {
            key for key, question in bank.questions.items() if question in judged.passed
        }


def test_the_sources_are_read_once_while_nothing_changes(app: Flask, bank: TeachersBank, statements: list[str]) -> None:
    with app.app_context():
        first = sources_of_bank(bank.id)
        statements.clear()
        assert sources_of_bank(bank.id) is first
        assert len(statements) == 1
        draft = drafts_of([bank.questions["pact.place.short_text"]]).popitem()[1]
        assert findings(draft, first) == findings(draft, sources_of_bank(bank.id))
        assert first.documents["article"].passages


def test_an_edit_since_the_judgement_keeps_a_question_from_being_accepted(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        judged = judge(bank.id, bank.questions.values())
        question = next(iter(judged.passed))
        with transaction():
            db.session.get_one(Question, question).version_number = 2
            acted = accept(bank.id, judged, person_id=bank.owner_id, now=LATER)
        assert question not in acted.changed
        assert any(row.question_id == question and "edited" in row.why for row in acted.skipped)


def test_a_question_decided_already_is_left_as_it_is(app: Flask, bank: TeachersBank) -> None:
    one, other = list(bank.questions.values())[:2]
    with app.app_context():
        with transaction():
            reject(bank.id, [one], person_id=bank.owner_id, now=LATER)
            acted = reject(bank.id, [one, other, 999], person_id=bank.owner_id, now=LATER)
        assert acted.changed == (other,)
        assert [(row.question_id, row.why) for row in acted.skipped] == [(one, "it is retired already")]


def test_undoing_goes_back_act_by_act_and_only_ones_own(app: Flask, bank: TeachersBank) -> None:
    ids = list(bank.questions.values())
    with app.app_context():
        with transaction():
            other = make_teacher("theo")
            reject(bank.id, ids[:3], person_id=bank.owner_id, now=LATER)
            reopen(bank.id, ids[:2], person_id=bank.owner_id, now=LATER)
            retire(bank.id, ids[3:4], person_id=other, now=LATER)
        before = states(bank)
        with transaction():
            undone = undo_last(bank.id, bank.owner_id, now=LATER)
        assert undone is not None
        assert (undone.act, undone.restored, undone.skipped) == ("reopen", tuple(ids[:2]), ())
        assert list(states(bank).values())[:3] == ["retired"] * 3
        with transaction():
            assert undo_last(bank.id, bank.owner_id, now=LATER).restored == tuple(ids[:3])  # type: ignore[union-attr]
            assert undo_last(bank.id, bank.owner_id, now=LATER) is None
        assert states(bank) == {key: "draft" if state == "retired" and key != list(before)[3] else state
                                for key, state in before.items()}  # fmt: skip


def test_undoing_leaves_what_was_changed_since(app: Flask, bank: TeachersBank) -> None:
    one, other = list(bank.questions.values())[:2]
    with app.app_context():
        with transaction():
            theo = make_teacher("theo")
            reject(bank.id, [one, other], person_id=bank.owner_id, now=LATER)
            reopen(bank.id, [one], person_id=theo, now=LATER)
            undone = undo_last(bank.id, bank.owner_id, now=LATER)
        assert undone is not None
        assert undone.restored == (other,)
        assert [(row.question_id, row.why) for row in undone.skipped] == [(one, "it is a draft since")]


def test_tags_are_filed_and_taken_off(app: Flask, bank: TeachersBank) -> None:
    one, other = list(bank.questions.values())[:2]
    with app.app_context():
        with transaction():
            tag(bank.id, [one], "  Cold   War ", person_id=bank.owner_id, now=LATER)
            acted = tag(bank.id, [one, other], "cold war", person_id=bank.owner_id, now=LATER)
        assert acted.changed == (other,)
        with transaction():
            untag(bank.id, [one, other], "cold war", person_id=bank.owner_id, now=LATER)
        assert db.session.scalars(select(QuestionTag.tag)).all() == []
        with transaction():
            undo_last(bank.id, bank.owner_id, now=LATER)
            undo_last(bank.id, bank.owner_id, now=LATER)
        assert db.session.execute(select(QuestionTag.question_id, QuestionTag.tag)).all() == [(one, "cold war")]
        with pytest.raises(RefusedTag), transaction():
            tag(bank.id, [one], " ", person_id=bank.owner_id, now=LATER)


def test_moving_takes_the_documents_along_and_is_undone(app: Flask, bank: TeachersBank) -> None:
    question = bank.questions["pact.place.short_text"]
    with app.app_context():
        with transaction():
            target = make_bank(bank.owner_id, "Another", NOW)
            acted = move(bank.id, [question], target, person_id=bank.owner_id, now=LATER)
        assert acted.changed == (question,)
        keys = db.session.execute(select(BankDocument.key).where(BankDocument.bank_id == target)).scalars().all()
        assert keys == ["article"]
        moved = drafts_of([question])[question]
        assert [row.rule for row in findings(moved, sources_of_bank(target)) if row.blocks] == []
        with transaction():
            undone = undo_last(bank.id, bank.owner_id, now=LATER)
        assert undone is not None
        assert undone.restored == (question,)
        assert db.session.get_one(Question, question).bank_id == bank.id


def test_moving_where_the_name_is_another_documents_is_refused(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        with transaction():
            target = make_teachers_bank(bank.owner_id, title="Another")
            acted = move(bank.id, bank.questions.values(), target.id, person_id=bank.owner_id, now=LATER)
        assert acted.changed == ()
        assert {row.why for row in acted.skipped} == {"the other bank calls another document “article”"}
        assert db.session.scalar(select(BankAct.id)) is None


def test_a_key_that_is_taken_is_changed_and_given_back(app: Flask, bank: TeachersBank) -> None:
    question = bank.questions["pact.place.short_text"]
    with app.app_context():
        with transaction():
            target = make_bank(bank.owner_id, "Another", NOW)
            db.session.add(Question(bank_id=target, key="pact.place.short_text", slot="x", tier="ready",
                                    state="draft", version_number=1))  # fmt: skip
            move(bank.id, [question], target, person_id=bank.owner_id, now=LATER)
        assert db.session.get_one(Question, question).key == f"{question}/pact.place.short_text"
        with transaction():
            undo_last(bank.id, bank.owner_id, now=LATER)
        assert db.session.get_one(Question, question).key == "pact.place.short_text"


def test_a_bank_that_may_not_be_changed_any_more_keeps_what_was_moved_into_it(app: Flask, bank: TeachersBank) -> None:
    question = bank.questions["pact.place.short_text"]
    with app.app_context():
        with transaction():
            theo = make_teacher("theo")
            target = make_bank(theo, "His", NOW)
            db.session.add(BankShare(bank_id=target, person_id=bank.owner_id, may_edit=True, shared_at=NOW))
            move(bank.id, [question], target, person_id=bank.owner_id, now=LATER)
        with transaction():
            db.session.delete(db.session.get_one(BankShare, (target, bank.owner_id)))
            undone = undo_last(bank.id, bank.owner_id, now=LATER)
        assert undone is not None
        assert undone.restored == ()
        assert undone.skipped[0].why == "you may not change the other bank any more"
