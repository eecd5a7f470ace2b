"""Publishing a quiz, its link, its archive, and the release of its results."""

from __future__ import annotations

import io

import segno
from flask import flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from quizapp.attempts.queries.counts import editions_taken
from quizapp.quizzes import operations
from quizapp.quizzes.errors import NotPublishable, StaleDraft
from quizapp.quizzes.queries import composer
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.quizzes.blueprint import quizzes
from quizapp.web.teach.quizzes.page import open_quiz

MEANWHILE = "Not published: the quiz was changed meanwhile, in another window. This is how it stands now."
NO_QUESTION = "Not published: there is no question in the quiz yet."
NOT_ACCEPTED = "Not published: a question is not accepted. See what to look at."
SAME = "Nothing was changed since the last publishing, so there is no new edition."
LOCAL = {"localhost", "127.0.0.1", "[::1]"}


@quizzes.post("/<int:quiz_id>/publish")
def publish(quiz_id: int) -> Response:
    """Freeze the quiz as it stands; whoever has begun an older edition ends that one."""
    open_quiz(quiz_id)
    try:
        with transaction():
            revision = whole(request.form.get("revision", "")) or 0
            is_new = operations.publish_quiz(quiz_id, teacher_id(), revision=revision, now=now())
    except StaleDraft:
        flash(MEANWHILE, "error")
    except NotPublishable as refused:
        flash(NOT_ACCEPTED if refused.waiting else NO_QUESTION, "error")
    else:
        flash(words_of_publishing(quiz_id) if is_new else SAME, "done")
    return redirect(url_for(".show", quiz_id=quiz_id), 303)


def words_of_publishing(quiz_id: int) -> str:
    """Say who gets the edition that was published, and who keeps an older one."""
    *older, newest = editions_taken(quiz_id)
    if not older:
        return "Published."
    said = f"Published as edition {newest.number}: whoever begins from now on gets it, also where the quiz is set."
    begun = older[-1].learners
    if not begun:
        return said
    return f"{said} {begun} {'has' if begun == 1 else 'have'} begun edition {older[-1].number} and keep that."


@quizzes.post("/<int:quiz_id>/archive")
def archive(quiz_id: int) -> Response:
    """Offer the quiz no longer; what was answered stays."""
    with transaction():
        operations.archive_quiz(quiz_id, teacher_id(), now=now())
    flash("Archived: nobody can begin the quiz any more. Attempts and results stay.", "done")
    return redirect(url_for(".show", quiz_id=quiz_id), 303)


@quizzes.post("/<int:quiz_id>/unarchive")
def unarchive(quiz_id: int) -> Response:
    """Offer an archived quiz again."""
    with transaction():
        operations.unarchive_quiz(quiz_id, teacher_id())
    flash("The quiz is back in your list, as it was.", "done")
    return redirect(url_for(".show", quiz_id=quiz_id), 303)


@quizzes.get("/<int:quiz_id>/link")
def link(quiz_id: int) -> str:
    """Show the quiz's link with its QR code, large enough for a wall."""
    quiz = composer(quiz_id, teacher_id())
    address = address_of(quiz.link_secret) if quiz.link_secret and quiz.audience != "classes" else ""
    return render_template(
        "teach/quizzes/link.html",
        quiz=quiz,
        address=address,
        code=qr_code(address) if address else "",
        is_local=request.host.rsplit(":", 1)[0] in LOCAL,
    )


@quizzes.post("/<int:quiz_id>/link")
def renew(quiz_id: int) -> Response:
    """Give the quiz a new link; the old one is dead at once."""
    with transaction():
        operations.renew_link(quiz_id, teacher_id())
    flash("This is the new link; the old one opens nothing any more.", "done")
    return redirect(url_for(".link", quiz_id=quiz_id), 303)


@quizzes.post("/<int:quiz_id>/release")
def release(quiz_id: int) -> Response:
    """Show results to whoever took the quiz without its being set to a class."""
    with transaction():
        operations.release_results(quiz_id, teacher_id(), now=now())
    flash("The results are shown from now on.", "done")
    return redirect(url_for(".show", quiz_id=quiz_id), 303)


@quizzes.post("/<int:quiz_id>/withhold")
def withhold(quiz_id: int) -> Response:
    """Keep the results of attempts that end from now on until they are released again."""
    with transaction():
        operations.withhold_results(quiz_id, teacher_id())
    flash("Results of attempts that end from now on wait until you show them.", "done")
    return redirect(url_for(".show", quiz_id=quiz_id), 303)


def address_of(secret: str) -> str:
    """Return the address that opens a quiz to whoever has it."""
    return url_for("public.link.show", secret=secret, _external=True)


def qr_code(address: str) -> Markup:
    """Draw an address as a QR code, dark on light in every theme, so that any camera reads it."""
    drawn = io.BytesIO()
    segno.make(address, micro=False, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, dark="#000", light="#fff",
        title="QR code of the quiz's link",
    )  # fmt: skip
    return Markup(drawn.getvalue().decode())  # noqa: S704 - drawn here, and an address holds no markup
