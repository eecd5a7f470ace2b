from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from flask import Flask

from quizapp.accounts import operations as accounts
from quizapp.accounts.models import Person
from quizapp.attempts.given import Given
from quizapp.attempts.models import Attempt
from quizapp.attempts.operations.record import seed_of
from quizapp.disputes.operations import raise_dispute
from quizapp.history import queries as history
from quizapp.personal.operations import erase
from quizapp.storage.database import db
from quizapp.teaching import operations as teaching
from quizapp.teaching.operations.accommodations import Arrangement
from quizapp.teaching.rules import Times
from tests.learning import Learner
from tests.small_bank import NOW

NAME, USERNAME = "Ana Leaver", "ana.leaver"
TYPED, SAID = "Tim Teller lives here", "My aunt Grete was there"
LEAVINGS = (NAME, USERNAME, "Gus at home", TYPED, SAID, "hash of ana", "resume")


@dataclass(slots=True)
class Leaving:
    """Ana, who was a guest once, is in the class of Tess, and has answered, disputed, practised and begun."""

    app: Flask
    ana: Learner
    ben: Learner
    tess: int
    theo: int
    room: int
    once: int
    attempts: dict[str, int] = field(default_factory=dict)

    def leave(self, **how: object) -> None:
        self.ana.doing(lambda: erase(self.ana.id, now=NOW, **how))  # type: ignore[arg-type]

    def everything(self) -> str:
        """Every value of every row, as text."""

        def read() -> str:
            rows = [row for table in db.metadata.sorted_tables for row in db.session.execute(table.select())]
            return "\n".join(str(tuple(row)) for row in rows)

        return self.ana.reading(read)

    def person(self, person_id: int) -> Person:
        return self.ana.reading(lambda: db.session.get_one(Person, person_id))


@pytest.fixture
def leaving(loaded: Flask) -> Leaving:
    ana, ben = Learner(loaded, NAME), Learner(loaded, "Ben")
    ben.take("exam", wrong={1, 4})

    def settle() -> tuple[int, int, int, int]:
        person = db.session.get_one(Person, ana.id)
        person.username, person.password_hash = USERNAME, "hash of ana"
        guest = accounts.make_guest("Gus at home", now=NOW).person.id
        accounts.take_over_guest(guest, ana.id)
        tess = accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True, is_admin=True).id
        theo = accounts.sign_up("theo", "Theo", "hash", now=NOW, is_teacher=True).id
        accounts.make_password_link(ana.id, tess, now=NOW)
        room = teaching.make_class(tess, "4b", "UTC", now=NOW)
        teaching.enrol_people(room, [ana.id, guest, ben.id], now=NOW)
        set_to = teaching.assign(ana.quiz("once"), room, Times(NOW), now=NOW)
        teaching.arrange(set_to, ana.id, Arrangement(time_percent=200))
        return guest, tess, theo, room

    guest, tess, theo, room = ana.doing(settle)
    scene = Leaving(loaded, ana, ben, tess, theo, room, guest)
    first = ana.start("first")
    ana.give(first, 2, Given(text=TYPED), sure=True)
    for number in (1, 3, 4, 5, 6, 7, 8):
        ana.answer(first, number, right=number > 4)
    ana.answer(ana.practise(first), 1)
    ana.doing(lambda: raise_dispute(first, 2, ana.id, SAID, None, now=NOW))
    exam = ana.start("exam")
    ana.give(exam, 2, Given(text=TYPED))
    ana.answer(exam, 3)
    ana.submit(exam)
    ana.doing(lambda: setattr(db.session.get_one(Attempt, exam), "seed", seed_of(f"{NAME}, second try")))
    begun = ana.start("timed")
    ana.give(begun, 2, Given(text=TYPED))
    scene.attempts = {"first": first, "exam": exam, "begun": begun}
    return scene


def figures(scene: Leaving) -> list[object]:
    """What a teacher is shown of questions and quizzes, without the words that were typed."""

    def read() -> list[object]:
        found: list[object] = []
        for slug in ("first", "exam", "once"):
            quiz = scene.ben.quiz(slug)
            rows = history.item_table(quiz)
            found += [(row.version_id, row.right, row.figures, sum(use.count for use in row.uses)) for row in rows]
            found.append(history.quiz_figures(quiz, rows))
        return found

    return scene.ana.reading(read)
