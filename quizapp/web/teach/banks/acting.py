"""Acts on many questions of a bank at once, and taking the last one back."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from quizapp.banks import operations
from quizapp.banks.errors import RefusedTag
from quizapp.banks.operations import Acted
from quizapp.banks.queries import judge, open_bank
from quizapp.banks.queries.search import find_questions, ids_not_accepted, ids_of_questions
from quizapp.history.queries.difficulty import questions_by_level
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.banks.blueprint import banks
from quizapp.web.teach.banks.forms import filter_args, read_filter
from quizapp.web.teach.banks.page import bank_page
from quizapp.web.teach.banks.said import say_on_the_next_page
from quizapp.web.teach.banks.words import ACT_WORDS, words_of, words_of_undoing

NONE_TICKED = "Nothing was changed: tick questions first, or choose that all of them are meant."
NO_BANK = "Nothing was moved: choose the bank that the questions go to."
MOST_JUDGED = 2000  # the item rules take some milliseconds for each
TOO_MANY_TO_JUDGE = (
    "Nothing was accepted: the item rules can look at {most:,} questions at a time, and these are {count:,}. "
    "Choose a document, a kind or a tag first."
)
NO_ACT = "Nothing was changed: choose what is to be done."


DECISIONS = {"reject": operations.reject, "retire": operations.retire, "reopen": operations.reopen}
TAGGING = {"tag": operations.tag, "untag": operations.untag}


class Refused(Exception):
    """An act cannot be done as it was asked for; the message says what to do, `at` where."""

    def __init__(self, message: str, at: str = "ticked") -> None:
        """Hold what to say, and at which field."""
        super().__init__(message)
        self.at = at


@banks.post("/<int:bank_id>/act")
@keeps_typed
def act(bank_id: int) -> Response:
    """Do something to the questions ticked, to those of the page, or to all that match."""
    open_bank(bank_id, teacher_id(), to_edit=True)
    name, ids = request.form.get("act", ""), meant(bank_id)
    try:
        if csrf_problem():
            raise Refused("")
        acted = done(bank_id, name, ids)
    except Refused as refused:
        status = 400 if csrf_problem() else 422
        return bank_page(bank_id, message=str(refused), at=refused.at, ticked=ids, status=status)
    say_on_the_next_page(words_of(name, acted), is_done=bool(acted.changed))
    return back(bank_id)


@banks.post("/<int:bank_id>/undo")
def undo(bank_id: int) -> Response:
    """Take back what the teacher did last in the bank."""
    open_bank(bank_id, teacher_id(), to_edit=True)
    with transaction():
        undone = operations.undo_last(bank_id, teacher_id(), now=now())
    words = "There is nothing to undo." if undone is None else words_of_undoing(undone)
    say_on_the_next_page(words, is_done=bool(undone and undone.restored))
    return back(bank_id)


def back(bank_id: int) -> Response:
    """Go back to the questions that were shown."""
    args = filter_args(read_filter(request.args, questions_by_level(bank_id)))
    page = whole(request.args.get("page", ""))
    return redirect(url_for(".show", bank_id=bank_id, page=page, **args, _anchor="questions"), 303)


def meant(bank_id: int) -> list[int]:
    """Return the questions that an act is meant for."""
    wanted = read_filter(request.args, questions_by_level(bank_id))
    scope = request.form.get("scope", "ticked")
    if scope == "all":
        return ids_of_questions(bank_id, wanted)
    if scope == "page":
        page = find_questions(bank_id, wanted, page=whole(request.args.get("page", "")) or 1)
        return [row.id for row in page.rows]
    return [number for text in request.form.getlist("question") if (number := whole(text)) is not None]


def done(bank_id: int, name: str, ids: list[int]) -> Acted:
    """Do an act to questions; Refused says what it wants first."""
    if name not in ACT_WORDS:
        raise Refused(NO_ACT)
    if not ids:
        raise Refused(NONE_TICKED)
    if name == "accept":
        return accepted(bank_id, ids)
    if name == "move":
        return moved(bank_id, ids)
    if name in TAGGING:
        return tagged(bank_id, name, ids)
    with transaction():
        return DECISIONS[name](bank_id, ids, person_id=teacher_id(), now=now())


def accepted(bank_id: int, ids: list[int]) -> Acted:
    """Accept what passes the item rules; judging takes its time, so nobody waits for the right to write meanwhile."""
    undecided = ids_not_accepted(bank_id, ids) or ids
    if len(undecided) > MOST_JUDGED:
        raise Refused(TOO_MANY_TO_JUDGE.format(count=len(undecided), most=MOST_JUDGED))
    judgement = judge(bank_id, undecided)
    with transaction():
        return operations.accept(bank_id, judgement, person_id=teacher_id(), now=now())


def moved(bank_id: int, ids: list[int]) -> Acted:
    """Move questions to another bank that the teacher may edit."""
    target = whole(request.form.get("target", ""))
    if target is None:
        raise Refused(NO_BANK, at="target")
    open_bank(target, teacher_id(), to_edit=True)
    with transaction():
        return operations.move(bank_id, ids, target, person_id=teacher_id(), now=now())


def tagged(bank_id: int, name: str, ids: list[int]) -> Acted:
    """File questions under a word, or take it off them."""
    try:
        with transaction():
            return TAGGING[name](bank_id, ids, request.form.get("tag", ""), person_id=teacher_id(), now=now())
    except RefusedTag as refusal:
        raise Refused(str(refusal), at="tag") from None
