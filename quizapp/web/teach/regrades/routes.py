"""Judging answers anew: a look at what would change, and then exactly that."""

from __future__ import annotations

from collections.abc import Mapping

from flask import flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.banks.queries.history import changes_between
from quizapp.disputes.operations import settle
from quizapp.quizzes.operations import republish_with
from quizapp.quizzes.queries.outdated import outdated_elsewhere, outdated_quizzes
from quizapp.regrading import errors, queries
from quizapp.regrading.operations import regrade
from quizapp.regrading.queries import Judgeable
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.regrades.asked import Asked, read_asked
from quizapp.web.teach.regrades.blueprint import regrades

MEANWHILE = "Nothing was changed: answers came in since you looked, or marks were changed. This is how it stands now."
DONE_ALREADY = "Nothing was changed: every score is already what it would become."


@regrades.get("/questions/<int:question_id>/new")
def new(question_id: int) -> Response:
    """Show what judging the answers to a version anew would change."""
    found = queries.judgeable(question_id, teacher_id())
    return looked_at(found, read_asked(request.args, found))


@regrades.post("/questions/<int:question_id>/new")
@keeps_typed
def run(question_id: int) -> Response:
    """Do what was shown; where it would be something else by now, show that instead."""
    found = queries.judgeable(question_id, teacher_id())
    asked = read_asked(request.form, found)
    if csrf_problem() or asked.errors:
        return looked_at(found, asked, status=400 if csrf_problem() else 422)
    try:
        kept, published = _done(found, asked)
    except errors.RefusedReason as refused:
        return looked_at(found, asked, {"reason": str(refused)}, status=422)
    except errors.ChangedMeanwhile:
        return looked_at(found, asked, {"fingerprint": MEANWHILE}, status=409)
    except errors.NothingToChange:
        flash(DONE_ALREADY, "done")
        return redirect(url_for(".of_question", question_id=question_id), 303)
    flash(words_of_doing(kept, published), "done")
    return redirect(url_for(".show", regrade_id=kept), 303)


def _done(found: Judgeable, asked: Asked) -> tuple[int, int]:
    """Judge, settle the disputes that were upheld, and publish the quizzes ticked, all or nothing."""
    reason, seen = request.form.get("reason", ""), request.form.get("fingerprint", "")
    dispute_id, quiz_ids = whole(request.form.get("dispute_id", "")), quizzes_ticked()
    with transaction():
        published = republish_with(found.question_id, quiz_ids, teacher_id(), now=now()) if quiz_ids else 0
        kept = regrade(asked.order(found), reason=reason, fingerprint=seen, now=now())
        settle(dispute_id, kept)
    return kept, published


def quizzes_ticked() -> list[int]:
    """Return the quizzes that are to be published again."""
    return [number for text in request.form.getlist("quiz") if (number := whole(text))]


def looked_at(found: Judgeable, asked: Asked, wrong: Mapping[str, str] | None = None, *, status: int = 200) -> Response:
    """Show the form with what it would do, and what was typed."""
    page = whole(request.args.get("page", "")) or 1
    rendered = render_template(
        "teach/regrades/new.html",
        found=found,
        asked=asked,
        shown=None if asked.errors else queries.dry_run(asked.order(found), page=page),
        changes=changes_between(asked.old.id, asked.new.id) if asked.new and asked.new != asked.old else (),
        errors={**asked.errors, **(wrong or {})},
        reason=request.form.get("reason", ""),
        dispute_id=whole(request.values.get("dispute_id", "")),
        outdated=outdated_quizzes(found.question_id, teacher_id()),
        elsewhere=outdated_elsewhere(found.question_id, teacher_id()),
        ticked=quizzes_ticked() if request.method == "POST" else None,
    )
    return make_response(rendered, status)


def words_of_doing(regrade_id: int, published: int) -> str:
    """Say what was done."""
    done = queries.regrade_logged(regrade_id, teacher_id())
    said = [f"{done.judged} {'answer' if done.judged == 1 else 'answers'} judged anew."]
    said += [f"{done.changed} {'score' if done.changed == 1 else 'scores'} changed; whoever it concerns is told."]
    if done.moved:
        said += [f"{done.moved} open {'attempt goes' if done.moved == 1 else 'attempts go'} on with the corrected one."]
    if published:
        said += [f"{published} {'quiz was' if published == 1 else 'quizzes were'} published again."]
    return " ".join(said)
