"""Whose answers a teacher may judge anew, and whose names she reads."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts.models import Person
from quizapp.attempts.operations.record import RecordedAnswer, RecordedAttempt, record_attempts
from quizapp.banks.errors import NoSuchQuestion
from quizapp.banks.models import Bank
from quizapp.core.kinds import Chosen
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.regrading import queries
from quizapp.regrading.errors import NoSuchRegrade, NotPermitted
from quizapp.storage.database import db
from quizapp.teaching import operations as teaching
from quizapp.teaching.rules import Times
from tests.correcting import Corrector
from tests.learning import Learner
from tests.small_bank import NOW

DATE, MAY = "pact.date.choice", "4 May 1949"


@pytest.fixture
def taken(loaded: Flask, ana: Learner, ben: Learner) -> Corrector:
    """Let Ana take a quiz of the shipped bank for the class of Tess, and practise, and Ben by himself."""
    tess = Corrector(loaded)

    def set_to_class() -> None:
        room = teaching.make_class(tess.id, "4b", "Europe/Berlin", now=tess.now)
        teaching.enrol(room, ana.id, now=tess.now)
        teaching.assign(ana.quiz("first"), room, Times(opens_at=tess.now), feedback="", now=tess.now)

    tess.doing(set_to_class)
    attempt = ana.take("first", wrong={1})
    ana.answer(ana.practise(attempt), 1, right=False)
    ben.take("first", wrong={1})
    tess.swap_key(DATE, MAY)
    return tess


def test_of_a_bank_that_is_not_hers_a_teacher_judges_her_own_and_nobody_loses(taken: Corrector, ben: Learner) -> None:
    found = taken.reading(lambda: queries.judgeable(taken.ids([DATE])[0], taken.id))
    assert (found.scope, found.policies, [version.answers for version in found.versions]) == (
        "own",
        ("never_lower", "give_all"),
        [0, 2],
    )
    (waiting,) = taken.reading(lambda: queries.waiting_answers(taken.id, now=taken.now))
    assert (waiting.question_id, waiting.answers) == (found.question_id, 1)  # the answer of her class, not Ben's
    for policy, scope in (("replace", "own"), ("never_lower", "all"), ("give_all", "all")):
        with pytest.raises(NotPermitted):
            taken.regrade(taken.order(DATE, policy, scope=scope), "any")
    kept = taken.regrade(taken.order(DATE, "never_lower", scope="own"))
    assert [verdict for _, _, verdict in taken.marks(DATE)] == ["right", "right", "wrong"]
    assert taken.reading(lambda: queries.waiting_answers(taken.id, now=taken.now)) == ()
    theo = Corrector(taken.app, "Theo")
    with pytest.raises(NoSuchRegrade):
        theo.reading(lambda: queries.regrade_logged(kept, theo.id))
    taken.doing(lambda: db.session.execute(update(Bank).values(owner_id=taken.id)))
    with pytest.raises(NoSuchQuestion):
        theo.look(theo.order(DATE, "never_lower", scope="own"))


def test_whoever_owns_the_bank_judges_all_but_reads_the_names_of_her_own(taken: Corrector, ana: Learner) -> None:
    taken.own()
    shown = taken.look(taken.order(DATE, "replace"))
    assert [(row.whose.name, row.whose.is_practice, row.whose.class_name) for row in shown.rows] == [
        ("Ana", False, "4b"),
        ("", True, ""),
        ("", False, ""),
    ]
    kept = taken.regrade(taken.order(DATE, "replace"))
    rows = taken.reading(lambda: queries.changed_answers(kept, taken.id))
    assert [row.whose.name for row in rows] == ["Ana", "", ""]


def test_who_may_only_read_the_bank_sees_what_changed_for_her_own(taken: Corrector) -> None:
    ada = Corrector(taken.app, "Ada")
    ada.doing(lambda: db.session.execute(update(Person).where(Person.id == ada.id).values(is_admin=True)))
    kept = ada.regrade(ada.order(DATE, "replace"))
    theo = Corrector(taken.app, "Theo")
    for who, names, many in ((ada, ["Ana", "", "Ben"], 3), (taken, ["Ana", ""], 2), (theo, [], 0)):
        rows = who.reading(lambda who=who: queries.changed_answers(kept, who.id))
        assert [row.whose.name for row in rows] == names
        assert who.reading(lambda who=who: queries.changed_count(kept, who.id)) == many
        alike = who.reading(lambda who=who: queries.alike_answers(kept, who.id))
        assert sum(one.count for one in alike) == many
        assert who.reading(lambda who=who: queries.regrade_logged(kept, who.id)).changed == 3


def test_an_admin_judges_all_answers_to_a_shipped_question(taken: Corrector) -> None:
    taken.doing(lambda: db.session.execute(update(Person).where(Person.id == taken.id).values(is_admin=True)))
    assert [row.whose.name for row in taken.look(taken.order(DATE, "replace")).rows] == ["Ana", "", "Ben"]


def answered_alike(learner_id: int, count: int) -> None:
    edition = db.session.scalars(select(Edition).join(Quiz).where(Quiz.slug == "once")).one()
    item = db.session.scalars(select(EditionItem).where(EditionItem.edition_id == edition.id)).one()
    wrong = RecordedAttempt(learner_id, NOW, NOW, [RecordedAnswer(item.version_id, Chosen(1))])
    record_attempts(edition.id, [wrong] * count)


def test_a_page_shows_a_hundred_changes_whatever_there_is(
    taken: Corrector, ben: Learner, statements: list[str]
) -> None:
    order = taken.order(DATE, "replace", scope="all")
    taken.own()
    del statements[:]
    taken.look(order)
    sent = len(statements)
    ben.doing(lambda: answered_alike(ben.id, 120))
    del statements[:]
    shown = taken.look(order, page=2)
    assert (len(statements), shown.changed, shown.page, shown.pages, len(shown.rows)) == (sent, 123, 2, 2, 23)
