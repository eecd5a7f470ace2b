"""Pages visited as a browser does, with the time and the SQL statements each takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, func, select

from quizapp.accounts.models import Person
from quizapp.accounts.operations import change_password
from quizapp.accounts.passwords import hash_password
from quizapp.attempts.models import Answer
from quizapp.banks.models import Citation, QuestionVersion
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Assignment, Class


@dataclass(frozen=True, slots=True)
class Visit:
    """What one request took: seconds by the clock, seconds of this process's CPU, statements."""

    seconds: float
    cpu: float
    statements: int


class Installation:
    """A made-up school of one size, visited as the teacher of its first course and as a learner of it."""

    def __init__(self, app: Flask, size: int, password: str) -> None:
        self.app, self.size, self.password = app, size, password
        self.statements = 0
        self.clients: dict[str, FlaskClient] = {}
        self.pages: dict[str, Callable[[], Any]] = {}
        with app.app_context():
            event.listen(db.engine, "before_cursor_execute", self._before)

    def is_empty(self) -> bool:
        with self.app.app_context():
            return db.session.scalar(select(Answer.id).limit(1)) is None

    def sign_in(self) -> None:
        with self.app.app_context(), transaction():
            for name in ("seed-1", "seed-1-0"):
                person = db.session.scalars(select(Person.id).where(Person.username == name)).one()
                change_password(person, hash_password(self.password))
        for name in ("seed-1", "seed-1-0"):
            self.clients[name] = client = self.app.test_client()
            client.get("/account/sign-in")
            form = {"username": name, "password": self.password, "csrf_token": self._token(client)}
            assert client.post("/account/sign-in", data=form).status_code == 303
        self._find_pages()

    def visit(self, name: str) -> Visit:
        self.statements = 0
        begun, worked = time.perf_counter(), time.process_time()
        response = self.pages[name]()
        seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
        assert response.status_code == 200, (name, response.status_code)
        return Visit(seconds, cpu, self.statements)

    def _find_pages(self) -> None:
        with self.app.app_context():
            teacher = db.session.scalars(select(Person.id).where(Person.username == "seed-1")).one()
            learner = db.session.scalars(select(Person.id).where(Person.username == "seed-1-0")).one()
            bank = db.session.scalars(select(Quiz.bank_id).where(Quiz.owner_id == teacher)).first()
            room = db.session.scalars(select(Class.id).where(Class.owner_id == teacher)).one()
            quiz = db.session.scalars(select(Quiz.id).where(Quiz.owner_id == teacher).order_by(Quiz.id)).first()
            task = db.session.scalars(select(Assignment.id).where(Assignment.quiz_id == quiz)).one()
            edition = select(Edition.id).where(Edition.quiz_id == quiz, Edition.is_current).scalar_subquery()
            version = db.session.scalars(
                select(func.min(EditionItem.version_id)).where(EditionItem.edition_id == edition)
            ).one()
            question = db.session.scalars(
                select(QuestionVersion.question_id).where(QuestionVersion.id == version)
            ).one()
            cited = select(Citation.document_id).where(Citation.version_id == version)
            document = db.session.scalars(cited).first()
            db.session.remove()
        teach, results = "/teach", "/teach/results"
        addresses = {
            "bank": f"{teach}/banks/{bank}",
            "quiz results (P10)": f"{results}/quizzes/{quiz}",
            "results of an assignment": f"{results}/assignments/{task}",
            "item sheet": f"{results}/quizzes/{quiz}/items.csv",
            "gradebook": f"{results}/classes/{room}",
            "a learner of the class": f"{results}/classes/{room}/learners/{learner}",
            "question page": f"{results}/questions/{question}",
            "coverage map, a class": f"{results}/documents/{document}?class_id={room}",
            "coverage map, all hers": f"{results}/documents/{document}",
            "assignment": f"{teach}/assignments/{task}",
            "class": f"{teach}/classes/{room}",
            "desk": f"{teach}/",
        }
        for name, address in addresses.items():
            self._add(name, "seed-1", address)
        for name, address in {
            "learner's history": "/learn/history/",
            "practice": "/learn/practice/",
            "shelf": "/",
        }.items():
            self._add(name, "seed-1-0", address)

    def _add(self, name: str, who: str, address: str) -> None:
        client = self.clients[who]
        if client.get(address).status_code == 404:
            print(f"{name}: there is no such page")
            return
        self.pages[name] = lambda: client.get(address)

    def _token(self, client: FlaskClient) -> str:
        page = client.get("/account/sign-in").text
        return page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]

    def _before(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        self.statements += not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE", "PRAGMA"))
