from __future__ import annotations

import threading

import pytest
from sqlalchemy import select

from quizapp.accounts import operations as accounts
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.errors import NoSuchMember, TakenOut
from quizapp.teaching.models import Accommodation, Enrolment
from quizapp.teaching.operations.accommodations import Arrangement
from tests.small_bank import NOW
from tests.teaching.conftest import School, later, person


def members(school: School, room: int | None = None) -> list[tuple[int, bool]]:
    """Who is in a class, and whether they were taken out."""
    query = select(Enrolment.person_id, Enrolment.removed_at).where(Enrolment.class_id == (room or school.room))
    return school.reading(
        lambda: [(who, out is not None) for who, out in db.session.execute(query.order_by("person_id"))]
    )


def test_joining_twice_is_joining_once(school: School) -> None:
    assert school.doing(lambda: operations.join(school.room, school.ben, now=NOW))
    assert not school.doing(lambda: operations.join(school.room, school.ben, now=later(days=1)))
    assert members(school) == [(school.ana, False), (school.ben, False)]


def test_two_at_once_join_once(school: School) -> None:
    outcomes: list[bool] = []
    gate = threading.Barrier(4)

    def try_it() -> None:
        with school.app.app_context():
            gate.wait()
            with transaction():
                outcomes.append(operations.join(school.room, school.ben, now=NOW))

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == [False, False, False, True]
    assert members(school) == [(school.ana, False), (school.ben, False)]


def test_who_was_taken_out_comes_back_by_the_teacher_only(school: School) -> None:
    school.doing(lambda: operations.remove(school.room, school.ana, now=NOW))
    assert members(school) == [(school.ana, True)]
    with pytest.raises(TakenOut):
        school.doing(lambda: operations.join(school.room, school.ana, now=NOW))
    assert members(school) == [(school.ana, True)]
    school.doing(lambda: operations.put_back(school.room, school.ana))
    assert members(school) == [(school.ana, False)]
    assert members(school, school.theos) == [(school.ana, False), (school.ben, False)]


def test_adding_who_was_taken_out_puts_them_back(school: School) -> None:
    school.doing(lambda: operations.remove(school.room, school.ana, now=NOW))
    school.doing(lambda: operations.enrol_people(school.room, [school.ana, school.ben], now=NOW))
    assert members(school) == [(school.ana, False), (school.ben, False)]


def test_nobody_is_taken_out_of_a_class_they_are_not_in(school: School) -> None:
    with pytest.raises(NoSuchMember):
        school.doing(lambda: operations.remove(school.room, school.ben, now=NOW))
    with pytest.raises(NoSuchMember):
        school.doing(lambda: operations.put_back(school.room, school.ben))


def test_an_account_takes_the_place_of_the_guest_it_was(school: School) -> None:
    gus = school.doing(lambda: accounts.make_guest("Gus", now=NOW)).person.id
    zoe = school.doing(lambda: person("Zoe"))
    assignment = school.assign()
    school.doing(lambda: operations.join(school.room, gus, now=NOW))
    school.doing(lambda: operations.arrange(assignment, gus, Arrangement(time_percent=200)))
    school.doing(lambda: operations.take_over_classes(gus, zoe))
    assert members(school) == [(school.ana, False), (zoe, False)]
    assert school.reading(lambda: db.session.scalars(select(Accommodation.person_id)).all()) == [zoe]


def test_an_account_that_is_in_the_class_already_keeps_its_own_place(school: School) -> None:
    gus = school.doing(lambda: accounts.make_guest("Gus", now=NOW)).person.id
    school.doing(lambda: operations.join(school.room, gus, now=later(days=1)))
    school.doing(lambda: operations.take_over_classes(gus, school.ana))
    assert (school.ana, False) in members(school)
    assert members(school, school.theos) == [(school.ana, False), (school.ben, False)]
