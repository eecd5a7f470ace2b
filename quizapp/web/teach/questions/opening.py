"""Opening a question, or a new one, in the editor."""

from __future__ import annotations

import re
import secrets

from flask import request

from quizapp.banks import queries
from quizapp.banks.queries import OpenBank
from quizapp.banks.queries.history import state_of
from quizapp.banks.queries.review_item import tags_of
from quizapp.banks.rules import DRAFT
from quizapp.core.kinds import KINDS, QuestionDraft, ShortText
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.questions.from_draft import typed_from
from quizapp.web.teach.questions.page import Desk
from quizapp.web.teach.questions.typed import TypedQuestion, read_typed

TOKEN = re.compile(r"[a-z0-9]{8,32}")


def desk_of(question_id: int) -> Desk:
    """Return the desk of a question the teacher may edit, its form filled with what it says now."""
    bank = queries.bank_of_question(question_id, teacher_id(), to_edit=True)
    base = queries.drafts_of([question_id])[question_id]
    state, number = state_of(question_id)
    desk = Desk(
        bank, base, question_id, state, number, queries.sources_of_bank(bank.id), queries.document_titles(bank.id)
    )
    desk.typed = typed_from(base, tags_of(question_id))
    return desk


def new_desk(bank_id: int) -> Desk:
    """Return the desk of a question that is to be written into a bank."""
    bank: OpenBank = queries.open_bank(bank_id, teacher_id(), to_edit=True)
    sent, kind = request.form.get("token", ""), request.values.get("kind", "")
    token = sent if TOKEN.fullmatch(sent) else secrets.token_hex(8)
    kind = kind if kind in KINDS else "choice"
    base = QuestionDraft(f"own/{token}", kind, "ready", "", f"own/{token}", "", ShortText(()))
    desk = Desk(bank, base, None, DRAFT, 0, queries.sources_of_bank(bank.id), queries.document_titles(bank.id), token)
    desk.typed = TypedQuestion()
    desk.typed.fields["kind"] = kind
    return desk


def take_typed(desk: Desk) -> None:
    """Fill the form with what was sent; the version it is based on is the one that was shown."""
    typed = read_typed(request.form)
    if typed.kind not in KINDS:
        typed.fields["kind"] = desk.base.kind
    desk.typed = typed
    based_on = whole(request.form.get("based-on", ""))
    desk.number = based_on if based_on is not None else desk.number
