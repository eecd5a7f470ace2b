"""The page of the review: one draft, or what was done when there is none left."""

from __future__ import annotations

from collections.abc import Mapping

from flask import make_response, render_template
from werkzeug.wrappers import Response

from quizapp.banks import queries
from quizapp.banks.errors import NoSuchQuestion
from quizapp.banks.queries import OpenBank
from quizapp.banks.queries.acts_done import last_act, last_decision
from quizapp.banks.queries.review_item import ReviewItem, review_item
from quizapp.banks.queries.review_queue import review_queue
from quizapp.banks.rules import DRAFT
from quizapp.core.kinds import KINDS
from quizapp.web.session import teacher_id
from quizapp.web.teach.banks.words import ACT_WORDS
from quizapp.web.teach.review.filtering import here, wanted


def review_page(
    bank_id: int,
    *,
    after: int = 0,
    at: int | None = None,
    reasons: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """Show a question of the review, or the end of it; `reasons` is what was typed where more was wanted."""
    bank = queries.open_bank(bank_id, teacher_id(), to_edit=True)
    queue = review_queue(bank_id, wanted(), after=after, at=at)
    common = {
        "bank": bank,
        "queue": queue,
        "filter": wanted(),
        "documents": queries.document_titles(bank_id),
        "undoable": last_act(bank_id, teacher_id()),
        "here": here,
        "kinds": KINDS,
        "act_words": ACT_WORDS,
    }
    if queue.question_id is None:
        return make_response(render_template("teach/review/done.html", **common))
    item = item_of(bank, queue.question_id)
    decision = last_decision(bank_id, item.question_id) if item.state != DRAFT else None
    page = render_template("teach/review/show.html", item=item, decision=decision, reasons=reasons, **common)
    return make_response(page, status)


def item_of(bank: OpenBank, question_id: int) -> ReviewItem:
    """Return a question of a bank as it is reviewed; NoSuchQuestion for one of another bank."""
    item = review_item(question_id)
    if item.bank_id != bank.id:
        raise NoSuchQuestion
    return item
