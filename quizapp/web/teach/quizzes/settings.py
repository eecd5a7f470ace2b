"""How a quiz is taken: its settings, in words that say what they do."""

from __future__ import annotations

from flask import flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.quizzes import operations
from quizapp.quizzes.errors import RefusedSettings, StaleDraft
from quizapp.quizzes.queries import composer
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.csrf import csrf_problem, keeps_typed
from quizapp.web.session import teacher_id
from quizapp.web.teach.quizzes.blueprint import quizzes
from quizapp.web.teach.quizzes.forms import SettingsForm, read_settings, settings_form


@quizzes.get("/<int:quiz_id>/settings")
def settings(quiz_id: int) -> Response:
    """Show how a quiz is taken."""
    return settings_page(quiz_id, settings_form(composer(quiz_id, teacher_id())))


@quizzes.post("/<int:quiz_id>/settings")
@keeps_typed
def change(quiz_id: int) -> Response:
    """Change how a quiz is taken."""
    form = read_settings(request.form)
    composer(quiz_id, teacher_id())
    if csrf_problem():
        return settings_page(quiz_id, form, 400)
    try:
        with transaction():
            operations.change_settings(
                quiz_id, teacher_id(), form.settings(), form.audience, revision=form.revision, now=now()
            )
    except RefusedSettings as refused:
        return settings_page(quiz_id, form.with_messages(refused.messages), 422)
    except StaleDraft:
        return stale_page(quiz_id, form)
    flash("The settings are saved.", "done")
    return redirect(url_for(".show", quiz_id=quiz_id), 303)


def stale_page(quiz_id: int, form: SettingsForm) -> Response:
    """Show what was typed again, with what was saved meanwhile beside each field that differs."""
    saved = settings_form(composer(quiz_id, teacher_id()))
    mine = SettingsForm(form.values, saved.revision)
    differs = {name: saved.values[name] for name, value in mine.values.items() if saved.values[name] != value}
    return settings_page(quiz_id, mine, 409, meanwhile=differs)


def settings_page(
    quiz_id: int, form: SettingsForm, status: int = 200, meanwhile: dict[str, str] | None = None
) -> Response:
    """Show the settings as they were typed."""
    quiz = composer(quiz_id, teacher_id())
    page = render_template("teach/quizzes/settings.html", quiz=quiz, form=form, meanwhile=meanwhile)
    return make_response(page, status)
