"""The composer's page, whichever route shows it."""

from __future__ import annotations

from collections.abc import Mapping

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from quizapp.attempts.queries.counts import attempt_counts, editions_taken, handed_in_count
from quizapp.banks.errors import NoSuchBank
from quizapp.banks.queries import open_bank
from quizapp.core.kinds import KINDS
from quizapp.quizzes.queries import Composer, checked, composer, documents_of_bank
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.quizzes.undo import words_of_undo

KIND_CHOICES = tuple((kind.name, kind.label) for kind in KINDS.values())


def may_use_bank(quiz: Composer) -> bool:
    """Whether the bank of a quiz is still open to its teacher, so that she may ask from it."""
    try:
        open_bank(quiz.bank_id, teacher_id())
    except NoSuchBank:
        return False
    return True


def open_quiz(quiz_id: int) -> Composer:
    """Return the teacher's own quiz to compose; where its bank is hers no more, its questions are not there either."""
    quiz = composer(quiz_id, teacher_id())
    open_bank(quiz.bank_id, teacher_id())
    return quiz


def composer_page(
    quiz_id: int,
    *,
    message: str = "",
    typed: Mapping[int, str] | None = None,
    messages: Mapping[int, str] | None = None,
    status: int = 200,
) -> Response:
    """Show the composer, with points as they were typed and what is amiss with them."""
    quiz = composer(quiz_id, teacher_id())
    if not may_use_bank(quiz):
        return make_response(render_template("teach/quizzes/bank_gone.html", quiz=quiz), status)
    page = render_template(
        "teach/quizzes/show.html",
        quiz=quiz,
        checked=checked(quiz),
        attempts=attempt_counts([quiz_id]).get(quiz_id, 0),
        handed_in=handed_in_count(quiz_id),
        editions=editions_taken(quiz_id),
        message=message,
        typed=typed or {},
        messages=messages or {},
        here=whole(request.args.get("at", "")),
        went=request.args.get("went", ""),
        drawn=whole(request.args.get("drawn", "")),
        undo=words_of_undo(quiz),
        documents=documents_of_bank(quiz.bank_id),
        kind_choices=KIND_CHOICES,
    )
    return make_response(page, status)
