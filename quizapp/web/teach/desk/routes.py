"""The teacher's desk: what needs her, each one click away."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.queries.people import invitations
from quizapp.attempts.queries.set_work import has_set_work, held_quizzes, set_work
from quizapp.banks.queries.waiting import begun, waiting_banks
from quizapp.disputes.queries import disputed_questions, upheld_questions
from quizapp.history.operations import let_stand as keep_standing
from quizapp.history.queries.suspects import suspects
from quizapp.quizzes.queries.own import own_quizzes
from quizapp.regrading.queries import waiting_answers
from quizapp.storage.jobs import jobs_to_see
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.session import known_person, teacher_id
from quizapp.web.teach.desk.mending import to_mend
from quizapp.web.teach.desk.steps import first_steps

STANDS = (
    "It stands, and is named here no more unless more answers speak against it. Its figures stay with the question."
)
desk = Blueprint("desk", __name__, url_prefix="/")


@desk.get("/")
def index() -> str:
    """Show what needs the teacher, and the way to a first quiz for as long as she has not gone it."""
    person = known_person()
    quizzes = own_quizzes(person.id)
    banks, jobs = waiting_banks(person.id), jobs_to_see(person.id)
    is_reading = any(job.is_under_way for job in jobs)
    has_set = has_set_work(person.id)
    return render_template(
        "teach/desk/index.html",
        now=now(),
        jobs=jobs,
        banks=banks,
        unfinished=[quiz for quiz in quizzes.entries if quiz.state in {"composed", "changed"}],
        work=set_work(person.id, now=now()),
        held=held_quizzes(person.id),
        disputed=disputed_questions(person.id),
        mending=to_mend(waiting_answers(person.id, now=now()), upheld_questions(person.id, now=now())),
        suspects=suspects(person.id, now=now()),
        invitations=[row for row in invitations(now=now()) if row.is_open] if person.is_admin else [],
        steps=first_steps(begun(person.id), banks, quizzes.entries, is_reading=is_reading, has_set=has_set),
    )


@desk.post("/questions-to-look-at/<int:version_id>")
def let_stand(version_id: int) -> Response:
    """Name a question no more that the teacher has looked at and lets stand; its figures stay where they are."""
    found = next((one for one in suspects(teacher_id(), now=now()) if one.version_id == version_id), None)
    if found is not None:
        with transaction():
            keep_standing(teacher_id(), found, now=now())
        flash(STANDS, "done")
    return redirect(url_for(".index"), 303)
