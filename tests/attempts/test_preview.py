from dataclasses import replace

import pytest
from flask import Flask, render_template_string

from quizapp.attempts.queries.preview import previews
from quizapp.core.kinds import KINDS, Choice, Cloze, Option, QuestionDraft
from quizapp.storage.transaction import transaction
from tests.teachers_bank import TeachersBank, make_teacher, make_teachers_bank, ready, small_drafts

BOTH = """{% from "components/preview.html" import asked, explained with context %}{{ asked(preview) }}
<hr>{{ explained(preview) }}"""


@pytest.fixture
def bank(app: Flask) -> TeachersBank:
    with app.app_context(), transaction():
        return make_teachers_bank(make_teacher())


def shown(app: Flask, bank: TeachersBank, draft: QuestionDraft) -> tuple[str, str]:
    with app.test_request_context():
        page = render_template_string(BOTH, preview=previews(bank.id, [draft])[0])
    asked, _, explained = page.partition("<hr>")
    return asked, explained


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_shown_before_and_after(app: Flask, bank: TeachersBank, kind: str) -> None:
    draft = next(draft for draft in small_drafts() if draft.kind == kind)
    asked, explained = shown(app, bank, draft)
    assert "disabled" in asked
    assert draft.explanation in explained
    assert "Read in context" not in explained
    assert f"<mark>{draft.citations[0].quote}</mark>" in explained


def test_nothing_tells_the_key_before_answering(app: Flask, bank: TeachersBank) -> None:
    asked, explained = shown(app, bank, ready("pact.place.short_text"))
    assert "Lagoon City" not in asked
    assert "Lagoon City" in explained
    assert "Ana came from there." in explained


def test_it_can_be_answered_rightly_too(app: Flask, bank: TeachersBank) -> None:
    drafts = small_drafts()
    with app.app_context():
        right, wrong = previews(bank.id, drafts, rightly=True), previews(bank.id, drafts)
    assert {row.explanation.mark.verdict for row in right if row.explanation} == {"right"}
    assert {row.explanation.mark.verdict for row in wrong if row.explanation} == {"wrong", "partly"}


def test_what_has_no_shape_yet_says_so(app: Flask, bank: TeachersBank) -> None:
    keyless = replace(ready("pact.date.choice"), content=Choice((Option("one"), Option("two"))))
    asked, explained = shown(app, bank, keyless)
    assert "A choice has exactly one right option, not 0." in asked
    assert explained.strip() == ""
    gapless = replace(ready("signers.ben.cloze"), stem="Ben came from somewhere.", content=Cloze(("Brolin",)))
    assert "exactly one gap" in shown(app, bank, gapless)[0]


def test_a_quote_that_is_not_there_has_no_card_and_a_source_is_named(app: Flask, bank: TeachersBank) -> None:
    own = replace(ready("pact.place.short_text"), citations=(), witnesses=(), source="Our visit to the mill")
    _asked, explained = shown(app, bank, own)
    assert "Source: Our visit to the mill" in explained


def test_many_take_no_more_statements_than_one(app: Flask, bank: TeachersBank, statements: list[str]) -> None:
    drafts = small_drafts()
    with app.app_context():
        previews(bank.id, drafts[:1])
        statements.clear()
        previews(bank.id, drafts[:1])
        one = len(statements)
        statements.clear()
        assert len(previews(bank.id, drafts)) == len(drafts)
        assert len(statements) == one == 3
