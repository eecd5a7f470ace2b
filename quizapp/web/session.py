"""Who is using this browser: a person with an account, a guest, or nobody yet."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

import flask_login
from flask import Flask, Response, g, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import AnonymousUserMixin, LoginManager, UserMixin
from werkzeug.exceptions import Unauthorized

from quizapp.accounts import operations, queries
from quizapp.accounts.queries import SignedIn
from quizapp.config import Settings
from quizapp.storage.transaction import transaction
from quizapp.web.clock import now
from quizapp.web.headers import NO_STORE

IDLE = timedelta(days=30)  # a session unused for so long is over
LONGEST = timedelta(days=180)  # and so is one begun so long ago
RESUME_SECRET = "resume"  # noqa: S105 - the name of a place in the session
_BEGAN = "began"
_DAY = "day"


class Person(UserMixin):  # type: ignore[misc] # it comes without types
    """A signed-in person or guest, as templates see them."""

    def __init__(self, view: SignedIn, session_id: str) -> None:
        self.view = view
        self.session_id = session_id
        self.display_name = view.display_name
        self.is_guest = view.is_guest
        self.is_teacher = view.is_teacher
        self.is_admin = view.is_admin

    def get_id(self) -> str:
        """Return the alternative id: it ends with the person's session key, or with this one session."""
        return f"{self.view.session_key}.{self.session_id}"


class Nobody(AnonymousUserMixin):  # type: ignore[misc] # it comes without types
    """Whoever has not signed in and is not a guest."""

    display_name = ""
    is_guest = False
    is_teacher = False
    is_admin = False


class Sessions(LoginManager):  # type: ignore[misc] # it comes without types
    """Flask-Login without its second, remembering cookie."""

    def _update_remember_cookie(self, response: Response) -> Response:
        # It would read the session at every response, and so forbid browsers to keep a picture.
        return response


class PersonalSessions(SecureCookieSessionInterface):
    """The session in a signed cookie; a response that asked for it is personal, whatever its route says."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie, and let nobody keep a response made for one person."""
        super().save_session(app, session, response)
        if session.accessed:
            response.headers["Cache-Control"] = NO_STORE


def init_session(app: Flask, settings: Settings) -> None:
    """Set up the session cookie and who it stands for."""
    app.config.update(
        SESSION_COOKIE_NAME="__Host-quizapp" if settings.https else "quizapp",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=IDLE,
        PREFERRED_URL_SCHEME="https" if settings.https else "http",
    )
    app.session_interface = PersonalSessions()
    sessions = Sessions()
    sessions.session_protection = None  # pupils change networks between school and home
    sessions.anonymous_user = Nobody
    sessions.user_loader(load_person)
    sessions.init_app(app, add_context_processor=False)
    app.context_processor(lambda: {"current_user": shown_person()})


def shown_person() -> Person | Nobody:
    """Return whom the page is for; pages about a fault of the server ask the database nothing."""
    return Nobody() if g.get("at_fault", False) else flask_login.current_user


def load_person(session_name: str) -> Person | None:
    """Return the person a session stands for; None ends it."""
    key, _, session_id = session_name.partition(".")
    moment = now()
    if moment - _moment_of(session.get(_BEGAN)) > LONGEST:
        return None
    view = queries.signed_in(key, session_id)
    if view is None:
        return None
    # Once a day is often enough to keep a session that is used alive.
    if session.get(_DAY) != moment.date().isoformat():
        session[_DAY] = moment.date().isoformat()
    return Person(view, session_id)


def _moment_of(seconds: object) -> datetime:
    return datetime.fromtimestamp(seconds if isinstance(seconds, int) else 0, UTC)


def current_person() -> SignedIn | None:
    """Return the person or guest who uses this browser, or None."""
    person = flask_login.current_user
    return person.view if person.is_authenticated else None


def known_person() -> SignedIn:
    """Return who uses this browser, on a page that the access table opens to nobody unknown."""
    person = current_person()
    if person is None:
        raise Unauthorized
    return person


def teacher_id() -> int:
    """Return the id of the teacher who uses this browser, on a page that the access table opens to teachers only."""
    return known_person().id


def current_learner_id() -> int | None:
    """Return the id of the person or guest who uses this browser, or None."""
    person = current_person()
    return None if person is None else person.id


def sign_in_person(view: SignedIn) -> None:
    """Begin a new session for a person; nothing of the session before it is left."""
    session.clear()
    moment = now()
    session.permanent = True
    session[_BEGAN] = int(moment.timestamp())
    session[_DAY] = moment.date().isoformat()
    flask_login.login_user(Person(view, secrets.token_urlsafe(16)))


def sign_in_as_guest(name: str) -> int:
    """Make a guest of this name, begin their session, and return their id; RefusedText where the name cannot be."""
    with transaction():
        operations.count_tries_of(operations.NEW_GUESTS, request.remote_addr or "", now=now())
        guest = operations.make_guest(name, now=now())
    sign_in_person(guest.person)
    session[RESUME_SECRET] = guest.resume_secret
    return guest.person.id


def sign_out_here() -> None:
    """End this session for good: its cookie opens nothing any more."""
    person = flask_login.current_user
    if person.is_authenticated:
        with transaction():
            operations.end_session(person.session_id, now=now(), forget_before=now() - LONGEST)
    flask_login.logout_user()
    session.clear()
