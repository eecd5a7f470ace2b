"""Accepting all drafts at once that are ready and pass the item rules, after saying what that will do."""

from __future__ import annotations

from flask import flash, redirect, render_template, request
from werkzeug.wrappers import Response

from quizapp.banks import operations, queries
from quizapp.banks.queries.linting import Judgement, judge, stands_against
from quizapp.banks.queries.review_queue import ready_drafts
from quizapp.banks.rules import DRAFT
from quizapp.core.kinds import QuestionDraft, key_text
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.banks.words import words_of
from quizapp.web.teach.review.blueprint import review
from quizapp.web.teach.review.filtering import here, wanted
from quizapp.web.teach.review.proof import proof_of

SHOWN = 20
AT_ONCE = 500  # judging takes its time, and nobody waits longer than this for a page


@review.get("/ready")
def confirm(bank_id: int) -> str:
    """Say how many ready drafts pass, what accepting them does, and which are left."""
    bank = queries.open_bank(bank_id, teacher_id(), to_edit=True)
    after = whole(request.args.get("after", "")) or 0
    waiting = [question for question in ready_drafts(bank_id, wanted()) if question > after]
    ids = waiting[:AT_ONCE]
    judgement = judge(bank_id, ids)
    held = list(judgement.found)[:SHOWN]
    drafts = queries.drafts_of([*held, *judgement.passed])
    passing = [(question, drafts[question]) for question in judgement.passed]
    return render_template(
        "teach/review/confirm.html",
        bank=bank,
        passing=len(passing),
        accepting=[(question, draft, key_text(draft.content)) for question, draft in passing],
        unproved=sum(_is_left_to_her(draft) for _, draft in passing),
        held=[(question, drafts[question], stands_against(judgement.found[question])) for question in held],
        held_count=len(judgement.found),
        after=after,
        last=ids[-1] if ids else 0,
        later=len(waiting) - len(ids),
        filter=wanted(),
        here=here,
    )


def _is_left_to_her(draft: QuestionDraft) -> bool:
    proof = proof_of(draft, ())
    return proof is not None and bool(proof.left)


@review.post("/ready")
def accept_ready(bank_id: int) -> Response:
    """Accept the ready drafts that pass, as far as they were there when it was confirmed."""
    queries.open_bank(bank_id, teacher_id(), to_edit=True)
    after, last = whole(request.form.get("after", "")) or 0, whole(request.form.get("last", "")) or 0
    ids = [question for question in ready_drafts(bank_id, wanted()) if after < question <= last]
    judgement = judge(bank_id, ids[:AT_ONCE])
    with transaction():
        passed = Judgement(judgement.passed)
        acted = operations.accept(bank_id, passed, person_id=teacher_id(), now=now(), known_as=(DRAFT,))
    flash(words_of("accept", acted), "done" if acted.changed else "error")
    return redirect(here(bank_id), 303)
