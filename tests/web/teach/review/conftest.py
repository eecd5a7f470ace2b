"""Tess, Theo and her bank, as on the pages of a bank; drafts that want a reason, and drafts that pass."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.storage.transaction import transaction
from tests.teachers_bank import TeachersBank, make_teachers_bank, needing_an_eye, ready, small_drafts
from tests.web.browser import Browser
from tests.web.teach.banks.conftest import many, pact
from tests.web.teach.teaching import id_of

__all__ = ["many", "pact"]

ADDS = "It happened in Lagoon City, before many guests and a crowd of curious reporters."
PLACE, DATE, NUMBER = "pact.place.short_text", "pact.date.choice", "pact.states.number"


@pytest.fixture
def mended(app: Flask, tess: Browser) -> TeachersBank:
    """Give a bank of Tess whose drafts pass; the choice wants a reason for W24, and the number needs an eye."""
    drafts = [replace(draft, explanation=ADDS) for draft in small_drafts()]
    drafts = [needing_an_eye(row, "twelve of what?") if row.id == NUMBER else row for row in drafts]
    assert ready(PLACE) in small_drafts()
    with app.app_context(), transaction():
        return make_teachers_bank(id_of("tess"), rows=drafts)
