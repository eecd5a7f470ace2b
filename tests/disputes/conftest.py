"""Learners with explained answers, and the teachers who may decide about them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask

from quizapp.accounts import operations as accounts
from quizapp.disputes import operations, queries
from quizapp.disputes.models import Dispute
from quizapp.disputes.rules import Decision
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations as teaching
from quizapp.teaching.rules import Times
from tests.acting import Acting
from tests.learning import Learner
from tests.small_bank import NOW


@dataclass(slots=True)
class School(Acting):
    """Tess teaches a class of Ana; Theo teaches another; Ada is an admin; the bank is the installation's."""

    app: Flask
    ana: Learner
    ben: Learner
    tess: int
    theo: int
    ada: int
    room: int

    def set(self, slug: str) -> int:
        """Set a quiz to the class."""
        quiz = self.ana.quiz(slug)
        return self.doing(lambda: teaching.assign(quiz, self.room, Times(opens_at=NOW), feedback="", now=NOW))

    def dispute(
        self,
        learner: Learner,
        attempt: int,
        number: int = 1,
        passage: operations.Passage | None = None,
        words: str = "It is wrong.",
    ) -> int:
        """Say that an answer is wrong."""
        return self.doing(
            lambda: operations.raise_dispute(attempt, number, learner.id, words, passage, now=learner.now)
        )

    def decide(
        self, dispute: int, by: int, how: Decision = "upheld", word: str = "You are right.", also: tuple[int, ...] = ()
    ) -> int:
        """Decide as the page would that shows how the dispute stands."""

        def act() -> int:
            standing = queries.open_dispute(dispute, by).standing
            return operations.decide(dispute, by, how, word, standing=standing, also=also, now=NOW)

        return self.doing(act)

    def row(self, dispute: int) -> Dispute:
        """Return the row."""
        return self.reading(lambda: db.session.get_one(Dispute, dispute))

    def deciders(self) -> dict[str, list[int]]:
        """Return which disputes each teacher sees."""
        people = {"tess": self.tess, "theo": self.theo, "ada": self.ada}
        return {
            name: [row.id for row in self.reading(lambda one=person: queries.disputes_to_decide(one)).rows]
            for name, person in people.items()
        }


@pytest.fixture
def school(loaded: Flask) -> School:
    """Give the school."""
    ana, ben = Learner(loaded, "Ana"), Learner(loaded, "Ben")
    with loaded.app_context(), transaction():
        tess = accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id
        theo = accounts.sign_up("theo", "Theo", "hash", now=NOW, is_teacher=True).id
        ada = accounts.sign_up("ada", "Ada", "hash", now=NOW, is_teacher=True, is_admin=True).id
        room = teaching.make_class(tess, "4b", "Europe/Berlin", now=NOW)
        teaching.enrol(room, ana.id, now=NOW)
    return School(loaded, ana, ben, tess, theo, ada, room)
