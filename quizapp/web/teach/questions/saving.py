"""Saving what the editor holds: as a version of its question, or as a new question."""

from __future__ import annotations

import re

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from quizapp.banks import operations
from quizapp.banks.errors import RefusedTag, StaleQuestion, UnplacedQuote
from quizapp.banks.operations import Revised
from quizapp.banks.queries import stands_against
from quizapp.banks.queries.history import id_of_key
from quizapp.banks.rules import ACCEPTED
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem
from quizapp.web.session import teacher_id
from quizapp.web.teach.questions.page import Desk, answers_waiting, editor_page
from quizapp.web.teach.questions.stale import stale_page
from quizapp.web.teach.questions.to_draft import Read, read_question
from quizapp.web.teach.questions.way_back import quiz_of
from quizapp.web.teach.review.plain_words import tell

REVIEW = re.compile(r"/teach/banks/([0-9]{1,9})/review(\?[\x21-\x7e]*)?")


def save(desk: Desk, *, accepting: bool) -> Response:
    """Save the form, or show it again with what is amiss; nothing is half saved."""
    read = read_question(desk.typed, desk.base, desk.sources)
    if csrf_problem():
        return editor_page(desk, judged=True, status=400)
    if not read.can_be_kept or (accepting and stands_against(read.found)):
        return editor_page(desk, judged=True, wants_acceptance=accepting, status=422)
    try:
        question, revised = _kept(desk, read, accepting)
    except StaleQuestion as stale:
        return stale_page(desk, read, stale)
    except RefusedTag as refused:
        return editor_page(desk, judged=True, errors={"tags": str(refused)}, status=422)
    except UnplacedQuote as refused:
        return editor_page(desk, judged=True, errors={"cite-1-quote": str(refused)}, status=422)
    flash(words_of(read, revised), "done" if not _fell_back(revised) else "error")
    return redirect(after(desk, question, accepting), 303)


def _kept(desk: Desk, read: Read, accepting: bool) -> tuple[int, Revised]:
    assert read.draft is not None  # noqa: S101 - the caller asked whether it can be kept
    details = operations.details_of(desk.bank.id, read.draft, desk.question_id)
    tags = [text for text in desk.typed.fields["tags"].split(",") if text.strip()]
    with transaction():
        question = desk.question_id or _new_question(desk, details)
        revised = operations.revise(
            question,
            details,
            read.found,
            based_on=desk.number or 1,
            author_id=teacher_id(),
            now=now(),
            accepting=accepting,
        )
        operations.set_tags(question, tags)
    return question, revised


def _new_question(desk: Desk, details: operations.QuestionDetails) -> int:
    """The same form sent twice makes one question."""
    kept = id_of_key(desk.bank.id, details.draft.id)
    if kept is not None:
        return kept
    (question,) = operations.keep_drafts(desk.bank.id, [details], state="draft", author_id=teacher_id(), now=now())
    return question


def words_of(read: Read, revised: Revised) -> str:
    """Say what saving did."""
    if _fell_back(revised):
        why = stands_against(read.found)[0]
        return f"Saved as version {revised.number}. It is a draft again, because of this: {tell(why).message}"
    if revised.state == ACCEPTED:
        return f"Saved as version {revised.number} and accepted."
    return f"Saved as version {revised.number}; it is {'retired' if revised.state == 'retired' else 'a draft'}."


def _fell_back(revised: Revised) -> bool:
    return revised.was == ACCEPTED and revised.state != ACCEPTED


def after(desk: Desk, question: int, accepting: bool) -> str:
    """Where to go on: back to the quiz or the review one came from, else to the editor.

    Where answers to what it said before wait, the editor says so first.
    """
    back = request.form.get("back", "")
    if answers_waiting(question) and (quiz_of(back) is not None or REVIEW.fullmatch(back)):
        return url_for("teach.questions.edit", question_id=question, back=back)
    quiz_id = quiz_of(back)
    if quiz_id is not None:
        return url_for("teach.quizzes.show", quiz_id=quiz_id, _anchor=f"q{question}")
    match = REVIEW.fullmatch(back)
    if accepting and match and int(match[1]) == desk.bank.id:
        return back
    return url_for("teach.questions.edit", question_id=question, back=back if match else None)
