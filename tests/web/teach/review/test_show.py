from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select, update

from quizapp.banks.models import BankShare, Question, QuestionVersion
from quizapp.core.generation.drafting.assembly import DRAFTED
from quizapp.core.kinds import KINDS, Citation, Cloze
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.teachers_bank import TeachersBank, make_teachers_bank, ready
from tests.web.browser import Browser
from tests.web.teach.questions.conftest import fields_of
from tests.web.teach.review.conftest import ADDS, DATE, NUMBER, PLACE
from tests.web.teach.teaching import id_of


def test_a_draft_stands_beside_its_passage_with_its_proof(tess: Browser, pact: TeachersBank) -> None:
    page = tess.get(f"/teach/banks/{pact.id}/review?at={pact.questions[PLACE]}").text
    assert "Review · 3 of 9" in page
    assert "9 ready, 0 need your eye" in page
    assert "Where was the pact signed?" in page
    assert '<mark>in <strong class="decides">Lagoon City</strong></mark>' in page
    assert "Twelve states signed it" in page  # what follows in the document
    assert f"/teach/documents/{pact.documents['article']}?mark=" in page
    assert "Quote found in the document · the quote holds the key “Lagoon City”" in page
    assert "Ana came from there." in page
    assert "foreseen as wrong" in page


def test_what_blocks_it_is_said_with_its_fix_and_accepting_is_not_offered(tess: Browser, pact: TeachersBank) -> None:
    page = tess.get(f"/teach/banks/{pact.id}/review?at={pact.questions[NUMBER]}").text
    assert ">E07</abbr>" in page
    assert "Add the reason, the contrast or the context, or leave the explanation out." in page
    assert "It cannot be accepted yet" in page
    assert 'data-act="a"' not in page


def test_a_false_statement_is_not_said_to_be_proved(tess: Browser, mended: TeachersBank) -> None:
    question = mended.questions["congresses.second.true_false"]
    page = tess.get(f"/teach/banks/{mended.id}/review?at={question}").text
    assert "Whether it is false the program cannot check: read it beside the quote." in page
    assert "is-passing" not in page
    assert "supported by the quote" not in page


def test_a_draft_in_the_words_of_its_document_is_not_scolded(app: Flask, tess: Browser) -> None:
    quote = "The signers were Ana of Avalon, Ben of Brolin and Cyd of Corin. Eleven guests looked on from the gallery"
    stem = quote.replace("Eleven", "____")
    copied = replace(
        ready("signers.ben.cloze"),
        stem=f"{stem}.",
        content=Cloze(("Eleven",)),
        citations=(Citation("article", quote),),
        explanation=ADDS,
        overrides={"W23": DRAFTED},
    )
    with app.app_context(), transaction():
        bank = make_teachers_bank(id_of("tess"), rows=[copied])
    page = tess.get(f"/teach/banks/{bank.id}/review").text
    assert "It copies the sentence; reword it if you like." in page
    assert "no rule for good questions stands against it" in page
    assert "is-warning" not in page
    assert DRAFTED not in page
    assert "may stand" not in page
    page = tess.get(f"/teach/questions/{bank.questions['signers.ben.cloze']}/edit").text
    assert "It copies the sentence; reword it if you like." in page
    assert "may stand" not in page
    assert fields_of(page)["reason-W23"] == DRAFTED


def test_the_doubt_and_the_other_forms_are_said(tess: Browser, mended: TeachersBank) -> None:
    page = tess.get(f"/teach/banks/{mended.id}/review?at={mended.questions[NUMBER]}").text
    assert "8 ready, 1 needs your eye" in page
    assert "twelve of what?" in page
    page = tess.get(f"/teach/banks/{mended.id}/review?at={mended.questions[DATE]}").text
    assert "Asked in 2 forms" in page
    assert "says otherwise" in page
    assert "Why this may stand" in page


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_can_be_reviewed(tess: Browser, pact: TeachersBank, kind: str) -> None:
    page = tess.get(f"/teach/banks/{pact.id}/review?kind={kind}").text
    assert "Review · 1 of 1" in page
    assert "<mark>" in page


def test_the_filter_chooses_and_says_when_nothing_is_left(tess: Browser, mended: TeachersBank) -> None:
    review = f"/teach/banks/{mended.id}/review"
    assert "Review · 1 of 1" in tess.get(f"{review}?tier=needs-your-eye").text
    assert "Review · 1 of 9" in tess.get(f"{review}?document=article").text
    assert "No draft of this kind waits" in tess.get(f"{review}?document=paper&kind=cloze").text
    assert "No draft of this kind waits" in tess.get(f"{review}?document=nothing").text


def test_after_the_last_comes_the_first_again(tess: Browser, pact: TeachersBank) -> None:
    last = max(pact.questions.values())
    assert "Review · 1 of 9" in tess.get(f"/teach/banks/{pact.id}/review?after={last}").text


def test_the_end_says_what_was_done_and_what_comes_next(app: Flask, tess: Browser, pact: TeachersBank) -> None:
    with app.app_context(), transaction():
        db.session.execute(update(Question).values(state="accepted"))
    page = tess.get(f"/teach/banks/{pact.id}/review").text
    assert "Every draft is decided" in page
    assert "Make a quiz from 9 accepted questions" in page
    assert f"/teach/quizzes/new?bank_id={pact.id}" in page


def test_an_empty_bank_is_told_where_drafts_come_from(tess: Browser) -> None:
    bank = tess.post("/teach/banks/", {"title": "Mills"}).location.rpartition("=")[2]
    page = tess.get(f"/teach/banks/{bank}/review").text
    assert "There are no drafts yet" in page
    assert f"/teach/banks/{bank}/questions/new" in page


def test_a_question_decided_on_says_by_whom(app: Flask, tess: Browser, theo: Browser, pact: TeachersBank) -> None:
    share(app, pact, may_edit=True)
    question = pact.questions[PLACE]
    theo.post(f"/teach/banks/{pact.id}/review/reject", {"question": str(question)})
    page = tess.get(f"/teach/banks/{pact.id}/review?at={question}").text
    assert "It is retired now." in page
    assert "Theo rejected it" in page


def test_it_opens_only_to_those_who_may_edit(app: Flask, theo: Browser, pact: TeachersBank) -> None:
    assert theo.get(f"/teach/banks/{pact.id}/review").status_code == 404
    share(app, pact, may_edit=False)
    assert theo.get(f"/teach/banks/{pact.id}/review").status_code == 404


def test_a_question_of_another_bank_is_not_here(tess: Browser, pact: TeachersBank, many: Callable[[int], int]) -> None:
    other = many(5)
    assert tess.get(f"/teach/banks/{other}/review?at={pact.questions[PLACE]}").status_code == 404
    assert tess.get(f"/teach/banks/{other}/review?at=99999").status_code == 404


def test_it_asks_the_database_as_often_for_many_as_for_few(
    tess: Browser, many: Callable[[int], int], statements: list[str]
) -> None:
    bank = many(10)
    tess.get(f"/teach/banks/{bank}/review")
    statements.clear()
    tess.get(f"/teach/banks/{bank}/review")
    few = len(statements)
    assert few <= 20


def test_the_count_stays_at_three_hundred(
    app: Flask, tess: Browser, many: Callable[[int], int], statements: list[str]
) -> None:
    bank = many(300)
    tess.get(f"/teach/banks/{bank}/review")
    statements.clear()
    tess.get(f"/teach/banks/{bank}/review")
    assert len(statements) <= 20
    with app.app_context():
        assert db.session.scalar(select(QuestionVersion.id).limit(1))


def share(app: Flask, bank: TeachersBank, *, may_edit: bool) -> None:
    with app.app_context(), transaction():
        db.session.add(
            BankShare(bank_id=bank.id, person_id=id_of("theo"), may_edit=may_edit, shared_at=datetime.now(UTC))
        )
