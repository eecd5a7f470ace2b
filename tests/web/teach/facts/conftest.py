"""Two teachers in their browsers, and a bank of one of them to mark words in."""

from __future__ import annotations

import pytest
from flask import Flask

from quizapp.storage.transaction import transaction
from tests.marking_bank import MarkingBank, make_marking_bank, place
from tests.web.browser import Browser
from tests.web.teach.teaching import id_of


@pytest.fixture
def mills(app: Flask, tess: Browser) -> MarkingBank:
    """Give a bank of Tess with two documents."""
    with app.app_context(), transaction():
        return make_marking_bank(id_of("tess"))


@pytest.fixture
def built(app: Flask, tess: Browser, mills: MarkingBank) -> int:
    """Give a fact that Tess has marked, with an accepted question and a draft."""
    where = {**place("1712"), "bank": mills.bank_id, "suggested": "", "statement": ""}
    stem = "In what year was the old mill built by Hans Carvel?"
    date = {**where, "keep-date": "on", "stem-date": stem, "key-date": "1712", "act": "accept"}
    gap = {**where, "keep-cloze": "on", "stem-cloze": "Hans Carvel built the mill in ____.", "accept-cloze": "1712"}
    for fields in (date, {**gap, "act": "draft"}):
        answer = tess.post(f"/teach/documents/{mills.leaflet}/mark", fields)
        assert answer.status_code == 303, answer.text
    with app.app_context():
        from tests.marking_bank import facts

        return facts()[0].id
