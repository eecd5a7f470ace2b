from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import update

from quizapp.banks.models import Bank, BankShare
from quizapp.core.kinds import KINDS
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.teachers_bank import NOW, TeachersBank, small_drafts
from tests.web.browser import Browser
from tests.web.teach.questions.conftest import fields_of, id_of


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_shown_as_it_is_and_saving_it_unchanged_changes_nothing(
    tess: Browser, mended: TeachersBank, kind: str
) -> None:
    key = next(draft.id for draft in small_drafts() if draft.kind == kind)
    address = f"/teach/questions/{mended.questions[key]}/edit"
    page = tess.get(address).text
    answer = tess.post(address, {**fields_of(page), "do": "save"})
    assert answer.status_code == 303
    assert "Saved as version 1; it is a draft." in tess.get(answer.location).text


def test_it_shows_the_question_before_and_after_answering(tess: Browser, mended: TeachersBank) -> None:
    page = tess.get(f"/teach/questions/{mended.questions['pact.place.short_text']}/edit").text
    assert '<fieldset class="preview" disabled>' in page
    assert "After a wrong answer" in page
    assert "Ana came from there." in page
    assert "no rule for good questions stands against it" in page


def test_a_question_that_may_only_be_read_leads_to_a_copy(
    app: Flask, tess: Browser, theo: Browser, pact: TeachersBank
) -> None:
    address = f"/teach/questions/{pact.questions['pact.place.short_text']}/edit"
    assert theo.get(address).status_code == 404
    with app.app_context(), transaction():
        db.session.add(BankShare(bank_id=pact.id, person_id=id_of("theo"), may_edit=False, shared_at=NOW))
    page = theo.get(address)
    assert page.status_code == 200
    assert "Copy the bank to edit it." in page.text
    assert "edit-form" not in page.text
    assert theo.post(address, {"do": "save"}).status_code == 404
    with app.app_context(), transaction():
        db.session.execute(update(Bank).where(Bank.id == pact.id).values(owner_id=None))
    assert "belongs to the installation" in theo.get(address).text


def test_it_asks_the_database_a_fixed_number_of_times(
    tess: Browser, mended: TeachersBank, statements: list[str]
) -> None:
    counts = set()
    for key in ("pact.place.short_text", "signers.all.matching"):
        address = f"/teach/questions/{mended.questions[key]}/edit"
        tess.get(address)
        statements.clear()
        tess.get(address)
        counts.add(len(statements))
    assert max(counts) <= 15
