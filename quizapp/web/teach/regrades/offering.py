"""Publishing quizzes again that still ask a question as it was before it was corrected."""

from __future__ import annotations

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from quizapp.quizzes.errors import NotPublishable
from quizapp.quizzes.operations import republish_with
from quizapp.regrading.queries import judgeable
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.session import teacher_id
from quizapp.web.teach.regrades.blueprint import regrades
from quizapp.web.teach.regrades.routes import quizzes_ticked

NOT_ACCEPTED = "Not published: the question as it reads now is not accepted. Accept it first."
NONE_TICKED = "No quiz was ticked, so none was published."


@regrades.post("/questions/<int:question_id>/republish")
def republish(question_id: int) -> Response:
    """Publish the quizzes ticked with the question as it reads now; nothing else of them changes."""
    judgeable(question_id, teacher_id())
    back = redirect(url_for(".new", question_id=question_id), 303)
    quiz_ids = quizzes_ticked()
    if not quiz_ids:
        flash(NONE_TICKED, "error")
        return back
    try:
        with transaction():
            count = republish_with(question_id, quiz_ids, teacher_id(), now=now())
    except NotPublishable:
        flash(NOT_ACCEPTED, "error")
        return back
    flash(f"{count} {'quiz was' if count == 1 else 'quizzes were'} published again.", "done")
    return back
