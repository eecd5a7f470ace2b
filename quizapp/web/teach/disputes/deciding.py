"""One dispute: what is said, what stands in the text, and the teacher's decision with a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import flash, make_response, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.banks.queries import check_document
from quizapp.disputes import errors, operations, queries
from quizapp.disputes.queries import WholeDispute
from quizapp.disputes.rules import DECIDED, LONGEST, UPHELD, Decision
from quizapp.documents.errors import NoSuchDocument
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.disputes.blueprint import disputes

CHOOSE = "Choose whether it is upheld or declined."
MEANWHILE = "Nothing was decided: somebody else decided since you loaded the page. This is how it stands now."
JUDGED_ANEW = "It stands as it was decided, for the answers were judged anew because of it."


@dataclass(frozen=True, slots=True)
class DecisionForm:
    """What a teacher decided, for this dispute and perhaps for others like it."""

    decision: str = ""
    word: str = ""
    standing: str = ""
    is_for_all: bool = False
    also: tuple[int, ...] = ()


def read_decision(form: MultiDict[str, str]) -> DecisionForm:
    """Read what was sent."""
    decision = form.get("decision", "")
    numbers = (whole(text) for text in form.getlist("other"))
    return DecisionForm(
        decision=decision if decision in DECIDED else "",
        word=form.get("word", ""),
        standing=form.get("standing", ""),
        is_for_all="also" in form,
        also=tuple(number for number in numbers if number is not None) if "also" in form else (),
    )


@disputes.get("/<int:dispute_id>")
def show(dispute_id: int) -> Response:
    """Show a dispute beside its question, its passage and what others answered."""
    return dispute_page(queries.open_dispute(dispute_id, teacher_id()))


@disputes.post("/<int:dispute_id>")
@keeps_typed
def decide(dispute_id: int) -> Response:
    """Uphold or decline, and say so to the learner."""
    whole_one, form = queries.open_dispute(dispute_id, teacher_id()), read_decision(request.form)
    if csrf_problem() or not form.decision:
        said, status = ("", 400) if csrf_problem() else (CHOOSE, 422)
        return dispute_page(whole_one, form, said, status=status)
    try:
        with transaction():
            count = operations.decide(
                dispute_id,
                teacher_id(),
                cast(Decision, form.decision),
                form.word,
                standing=form.standing,
                also=form.also,
                now=now(),
            )
    except errors.NothingSaid as refused:
        return dispute_page(whole_one, form, word_error=str(refused), status=422)
    except errors.DecidedOtherwise:
        return dispute_page(queries.open_dispute(dispute_id, teacher_id()), form, MEANWHILE, status=409)
    except errors.JudgedAnew:
        flash(JUDGED_ANEW, "error")
        return redirect(url_for(".show", dispute_id=dispute_id), 303)
    flash(words_of(form.decision, count), "done")
    return redirect(url_for(".show", dispute_id=dispute_id), 303)


def words_of(decision: str, count: int) -> str:
    """Say what was decided, and who is told."""
    what = "Upheld" if decision == UPHELD else "Declined"
    return f"{what}. The learner is told." if count == 1 else f"{what} for {count} learners, who are told."


def dispute_page(
    found: WholeDispute, form: DecisionForm | None = None, message: str = "", *, word_error: str = "", status: int = 200
) -> Response:
    """Show a dispute with a form that is filled in as it was sent, or as it was decided."""
    typed = form or DecisionForm(word=found.word)
    documents = {card.document_id for card in (*found.explained.cards, *((found.passage,) if found.passage else ()))}
    page = render_template(
        "teach/disputes/show.html",
        found=found,
        form=typed,
        message=message,
        word_error=word_error,
        longest=LONGEST,
        readable={document_id for document_id in documents if may_read(document_id)},
    )
    return make_response(page, status)


def may_read(document_id: int) -> bool:
    """Whether the teacher may open a document."""
    try:
        check_document(document_id, teacher_id())
    except NoSuchDocument:
        return False
    return True
