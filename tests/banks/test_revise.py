from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.errors import StaleQuestion, UnplacedQuote
from quizapp.banks.models import Citation as CitationRow
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.operations import accept, add_document_to_bank, details_of, revise, undo_last
from quizapp.banks.operations.revise import Revised
from quizapp.banks.queries import drafts_of, findings, judge, sources_of_bank
from quizapp.core.kinds import Citation, QuestionDraft
from quizapp.core.reading.document import read_document
from quizapp.documents.operations import DocumentDetails, keep_document
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.teachers_bank import NOW, TeachersBank, make_teacher, make_teachers_bank

LATER = NOW + timedelta(minutes=5)
KEY = "pact.place.short_text"


@pytest.fixture
def bank(app: Flask) -> TeachersBank:
    with app.app_context(), transaction():
        return make_teachers_bank(make_teacher())


def said(bank: TeachersBank) -> QuestionDraft:
    return drafts_of([bank.questions[KEY]])[bank.questions[KEY]]


def saved(bank: TeachersBank, draft: QuestionDraft, *, based_on: int = 1, accepting: bool = False) -> Revised:
    question = bank.questions[KEY]
    details = details_of(bank.id, draft, question)
    found = findings(draft, sources_of_bank(bank.id))
    with transaction():
        return revise(question, details, found, based_on=based_on, author_id=bank.owner_id, now=LATER,
                      accepting=accepting)  # fmt: skip


def test_a_change_is_a_new_version_and_the_old_one_stays(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        changed = replace(said(bank), stem="In which city was the Lagoon Pact signed?")
        assert saved(bank, changed) == Revised(2, "draft", "draft")
        assert said(bank) == changed
        rows = db.session.execute(
            select(QuestionVersion.number, QuestionVersion.stem, QuestionVersion.author_id, QuestionVersion.created_at)
            .where(QuestionVersion.question_id == bank.questions[KEY])
            .order_by(QuestionVersion.number)
        ).all()
        assert [tuple(row) for row in rows] == [
            (1, "Where was the pact signed?", None, NOW),
            (2, "In which city was the Lagoon Pact signed?", bank.owner_id, LATER),
        ]


def test_saying_the_same_again_makes_no_version(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        assert saved(bank, said(bank)).number == 1


def test_a_version_saved_meanwhile_is_not_overwritten(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        saved(bank, replace(said(bank), stem="In which city was the Lagoon Pact signed?"))
        with pytest.raises(StaleQuestion) as stale:
            saved(bank, replace(said(bank), stem="Mine?"), based_on=1)
        assert stale.value.saved == 2
        assert said(bank).stem == "In which city was the Lagoon Pact signed?"


def test_accepting_is_an_act_that_can_be_undone(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        better = replace(said(bank), stem="In which city did the twelve states sign the pact?")
        assert saved(bank, better, accepting=True) == Revised(2, "accepted", "draft")
        with transaction():
            undone = undo_last(bank.id, bank.owner_id, now=LATER)
        assert undone is not None
        assert db.session.get_one(Question, bank.questions[KEY]).state == "draft"


def test_what_breaks_a_rule_is_not_accepted_and_is_a_draft_again(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        good = replace(said(bank), stem="In which city did the twelve states sign the pact?")
        assert saved(bank, good, accepting=True).state == "accepted"
        broken = replace(good, stem="Was it Lagoon City where the twelve states signed the pact?")
        assert saved(bank, broken, based_on=2, accepting=True) == Revised(3, "draft", "accepted")


def test_a_quote_that_stands_nowhere_is_refused_before_anything_is_kept(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        lost = replace(said(bank), citations=(Citation("article", "on the moon"),))
        with pytest.raises(UnplacedQuote) as refused:
            saved(bank, lost)
        assert (refused.value.document, refused.value.quote) == ("article", "on the moon")
        assert "does not hold the words" in str(refused.value)


def test_a_quote_gone_from_the_newest_revision_keeps_its_place_and_mending_it_ends_the_staleness(
    app: Flask, bank: TeachersBank
) -> None:
    question = bank.questions[KEY]
    with app.app_context():
        with transaction():
            text = "The pact was signed on 4 April 1949 in Pearl City, as Ana of Avalon told."
            details = DocumentDetails(f"bank-{bank.id}/article", "The article", "the article")
            newest = keep_document(details, read_document(text.encode(), "a.txt"), owner_id=bank.owner_id, now=LATER)
            add_document_to_bank(bank.id, "article", newest)
            db.session.get_one(Question, question).stale_at = LATER
        saved(bank, replace(said(bank), explanation="The place is named at the very beginning of the text."))
        assert cited_documents(question, 2) == {bank.documents["article"], newest}
        assert db.session.get_one(Question, question).stale_at is not None
        draft = said(bank)
        mended = replace(draft, citations=(Citation("article", "in Pearl City"),))
        saved(bank, mended, based_on=2)
        assert cited_documents(question, 3) == {newest}
        assert db.session.get_one(Question, question).stale_at is None


def cited_documents(question_id: int, number: int) -> set[int]:
    query = select(CitationRow.document_id).join(QuestionVersion).where(
        QuestionVersion.question_id == question_id, QuestionVersion.number == number
    )  # fmt: skip
    return set(db.session.scalars(query))


def test_an_edit_of_an_accepted_question_keeps_it_accepted(app: Flask, bank: TeachersBank) -> None:
    with app.app_context():
        good = replace(said(bank), stem="In which city did the twelve states sign the pact?")
        saved(bank, good, accepting=True)
        assert saved(bank, replace(good, stem="Where did the twelve states sign it?"), based_on=2).number == 3
        judged = judge(bank.id, [bank.questions[KEY]])
        with transaction():
            assert accept(bank.id, judged, person_id=bank.owner_id, now=LATER).changed == ()
