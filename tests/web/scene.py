"""A school in small: people of every role, attempts of theirs in every state, and a way back after each request."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask, session
from sqlalchemy import select

from quizapp.accounts import operations as accounts
from quizapp.accounts.queries import SignedIn
from quizapp.attempts import operations as attempts
from quizapp.attempts.given import Given
from quizapp.documents.models import Document
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.access_table import Of
from quizapp.web.clock import set_clock
from quizapp.web.session import sign_in_person
from tests.small_bank import load_small_bank
from tests.web.browser import Browser
from tests.web.desk_scene import make_desk

NOW = datetime.now(UTC)
NOBODY = "nobody"
# Whose session a request carries. The owners are those whose attempts are asked for.
ROLES = (NOBODY, "guest", "other guest", "student", "other student", "teacher", "other teacher", "admin")
OWNERS = ("guest", "student")


@dataclass(slots=True)
class Scene:
    """The school, and what a test needs to know of it."""

    app: Flask
    database: Path
    people: dict[str, SignedIn]
    guest_secret: str
    invitation: str
    password_link: str
    quizzes: dict[str, int]
    documents: dict[str, int]
    opened: dict[str, int]  # by owner: an attempt of a closed quiz with nothing answered
    submitted: dict[str, int]  # by owner: an attempt that is over
    saved: sqlite3.Connection
    watcher: sqlite3.Connection  # it notices when anybody else commits
    desk: dict[Of, dict[str, object]]  # what stands in the addresses of the teacher's own pages
    cookies: dict[str, str] = field(default_factory=dict)
    digests: dict[int, str] = field(default_factory=dict)  # by what the watcher has noticed

    def browser(self, role: str) -> Browser:
        """Give a new browser in which somebody of this role is signed in."""
        browser = Browser(self.app)
        if role == NOBODY:
            return browser
        if role not in self.cookies:
            self.cookies[role] = self.cookie_of(self.people[role])
        return browser.with_cookie(self.cookies[role])

    def cookie_of(self, person: SignedIn) -> str:
        """Return the cookie of a new session of a person."""
        with self.app.test_request_context():
            sign_in_person(person)
            serializer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
            return str(serializer.dumps(dict(session)))

    def digest(self) -> str:
        """Return a digest of every row of every table; where nobody has committed since, it is the same again."""
        noticed = self.noticed()
        if noticed not in self.digests:
            with closing(sqlite3.connect(self.database)) as connection:
                self.digests = {noticed: hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()}
        return self.digests[noticed]

    def noticed(self) -> int:
        """Return a number that changes with every commit of others."""
        return int(self.watcher.execute("PRAGMA data_version").fetchone()[0])

    def rows(self, leaving_out: set[str]) -> dict[str, list[Any]]:
        """Return every row by table, without some columns."""
        with self.app.app_context():
            return {
                table.name: [
                    tuple(value for name, value in row._mapping.items() if name not in leaving_out)
                    for row in db.session.execute(table.select().order_by(*table.primary_key))
                ]
                for table in db.metadata.sorted_tables
            }

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Take back whatever happens inside; where nothing did, there is nothing to take back."""
        before = self.noticed()
        try:
            yield
        finally:
            with self.app.app_context():
                db.session.remove()
            if self.noticed() != before:
                with closing(sqlite3.connect(self.database)) as live:
                    self.saved.backup(live)


def make_scene(app: Flask, folder: Path) -> Scene:
    """Make the school in an empty SQLite database."""
    set_clock(app, lambda: NOW)
    load_small_bank(app, folder)
    with app.app_context(), transaction():
        guest = accounts.make_guest("Gus", now=NOW)
        invitation = accounts.first_teacher_link(NOW) or ""
        spare = accounts.first_teacher_link(NOW) or ""
        people = {
            "guest": guest.person,
            "other guest": accounts.make_guest("Flo", now=NOW).person,
            "student": accounts.sign_up("ana", "Ana", "hash", now=NOW),
            "other student": accounts.sign_up("ben", "Ben", "hash", now=NOW),
        }
    with app.app_context(), transaction():
        # The teacher is made past the invitation, so that there is a good one left to try.
        people["teacher"] = accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True)
        people["other teacher"] = accounts.sign_up("theo", "Theo", "hash", now=NOW, is_teacher=True)
        people["admin"] = accounts.sign_up("ada", "Ada", "hash", now=NOW, is_teacher=True, is_admin=True)
        quizzes = {quiz.slug: quiz.id for quiz in db.session.scalars(select(Quiz))}
        documents = {document.short_title: document.id for document in db.session.scalars(select(Document))}
    assert invitation != spare
    opened = {owner: started(app, people[owner], quizzes["exam"]) for owner in OWNERS}
    submitted = {owner: taken(app, people[owner], quizzes["once"]) for owner in OWNERS}
    password_link = in_transaction(app, lambda: accounts.make_password_link(people["student"].id, 1, now=NOW))
    desk = in_transaction(app, lambda: make_desk(people["teacher"], people["student"], NOW))
    scene = Scene(
        app=app,
        database=database_of(app),
        people=people,
        guest_secret=guest.resume_secret,
        invitation=spare,
        password_link=password_link,
        quizzes=quizzes,
        documents=documents,
        opened=opened,
        submitted=submitted,
        saved=sqlite3.connect(":memory:", check_same_thread=False),
        watcher=sqlite3.connect(
            app.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///"), check_same_thread=False
        ),
        desk=desk,
    )
    with closing(sqlite3.connect(scene.database)) as live:
        live.backup(scene.saved)
    return scene


def database_of(app: Flask) -> Path:
    """Return the file of the database."""
    return Path(str(app.config["SQLALCHEMY_DATABASE_URI"]).removeprefix("sqlite:///"))


def in_transaction(app: Flask, act: Callable[[], Any]) -> Any:
    """Do something as a request would."""
    with app.app_context(), transaction():
        return act()


def started(app: Flask, person: SignedIn, quiz_id: int) -> int:
    """Start a quiz and return the attempt."""
    attempt = in_transaction(app, lambda: attempts.start_attempt(quiz_id, person.id, now=NOW, seed="seed"))
    return int(attempt)


def taken(app: Flask, person: SignedIn, quiz_id: int) -> int:
    """Take a quiz of one choice question, wrongly or rightly, to its end."""
    attempt = started(app, person, quiz_id)
    given = Given(chosen=(1,))
    in_transaction(
        app,
        lambda: attempts.submit_answer(
            attempt, 1, person.id, given, token=f"{person.id}", revision=0, sure=None, now=NOW
        ),
    )
    return attempt
