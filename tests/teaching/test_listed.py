from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select

from quizapp.accounts import operations as accounts
from quizapp.accounts import queries
from quizapp.accounts.models import Person
from quizapp.accounts.queries.usernames import free_usernames, username_stem
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.errors import ListChanged
from quizapp.teaching.models import Enrolment
from quizapp.teaching.queries.listed import GUEST_TOO, LIKE_A_NAME, SAME_NAME, TWICE, Outcome, outcomes
from quizapp.teaching.roster_text import listed_pupils
from tests.small_bank import NOW
from tests.teaching.conftest import School

KEY = b"a key"


def preview(school: School, text: str) -> tuple[Outcome, ...]:
    return school.reading(lambda: outcomes(school.room, listed_pupils(text)))


def summary(found: tuple[Outcome, ...]) -> list[tuple[str, str, str]]:
    return [(outcome.name, outcome.username, outcome.what) for outcome in found]


def add(school: School, text: str) -> tuple[int, ...]:
    return school.doing(lambda: operations.add_listed(school.room, listed_pupils(text), school.tess, key=KEY, now=NOW))


def rows(school: School) -> tuple[int, int]:
    """How many people and how many enrolments there are."""
    count = func.count
    return school.reading(
        lambda: (
            db.session.scalars(select(count()).select_from(Person)).one(),
            db.session.scalars(select(count()).select_from(Enrolment)).one(),
        )
    )


def test_each_line_has_its_outcome_and_nothing_is_written(school: School) -> None:
    before = rows(school)
    found = preview(school, "Zoë Núñez\nAna\nBen, ben\nEva, tess\nx, !!\n")
    assert summary(found) == [
        ("Zoë Núñez", "zoe.nunez", "new"),
        ("Ana", "ana", "here"),
        ("Ben", "ben2", "taken"),
        ("Eva", "eva", "taken"),
        ("x", "!!", "malformed"),
    ]
    assert "ben" in found[2].note
    assert rows(school) == before


def test_who_was_taken_out_comes_back(school: School) -> None:
    school.doing(lambda: operations.remove(school.room, school.ana, now=NOW))
    assert summary(preview(school, "ana")) == [("Ana", "ana", "back")]
    assert add(school, "ana") == ()
    assert summary(preview(school, "ana")) == [("Ana", "ana", "here")]


def test_two_of_one_name_are_two_people_and_stay_two(school: School) -> None:
    text = "Kim Lee\nkim lee\nKim Lee"
    found = preview(school, text)
    assert [outcome.username for outcome in found] == ["kim.lee", "kim.lee2", "kim.lee3"]
    assert {outcome.note for outcome in found} == {SAME_NAME}
    assert len(add(school, text)) == 3
    assert [outcome.what for outcome in preview(school, text)] == ["here"] * 3
    assert [outcome.what for outcome in preview(school, text + "\nKim Lee")] == ["here"] * 3 + ["new"]


def test_a_username_on_two_lines_is_pointed_out(school: School) -> None:
    found = preview(school, "Kim, kim\nKai, KIM")
    assert [(outcome.what, outcome.note) for outcome in found] == [("new", ""), ("malformed", TWICE)]


def test_a_proposed_username_is_nobodys_and_on_no_line(school: School) -> None:
    found = preview(school, "Ben\nKai, ben2\nBen")
    assert [outcome.username for outcome in found] == ["ben3", "ben2", "ben4"]


def test_a_guest_of_the_name_is_pointed_out(school: School) -> None:
    gus = school.doing(lambda: accounts.make_guest("Gus", now=NOW)).person.id
    school.doing(lambda: operations.join(school.room, gus, now=NOW))
    (found,) = preview(school, "gus")
    assert (found.what, found.note) == ("new", GUEST_TOO)


def test_adding_makes_accounts_with_cards_and_no_password(school: School) -> None:
    made = add(school, "name;username\nZoë;zoe\nAna;\n")
    assert len(made) == 1
    with school.app.app_context():
        zoe = db.session.get_one(Person, made[0])
        assert (zoe.username, zoe.display_name, zoe.password_hash) == ("zoe", "Zoë", None)
        assert (zoe.is_teacher, zoe.is_admin) == (False, False)
        assert [card.username for card in queries.open_cards(made, key=KEY, now=NOW)] == ["zoe"]
    assert summary(preview(school, "Zoë")) == [("Zoë", "zoe", "here")]


@pytest.mark.parametrize("text", ["Kai\nBen, ben", "Kai\nx, !!", "Kai, kim\nKim, kim"])
def test_all_of_it_or_nothing(school: School, text: str) -> None:
    before = rows(school)
    with pytest.raises(ListChanged):
        add(school, text)
    assert rows(school) == before


def test_nobody_elses_account_is_put_into_the_class(school: School) -> None:
    """Else its teacher could make a card for it."""
    with pytest.raises(ListChanged):
        add(school, "Ben, ben")
    found = preview(school, "Ben, ben")
    assert [(outcome.person_id, outcome.username) for outcome in found] == [(None, "ben2")]


def test_two_lists_at_once_make_each_account_once(school: School) -> None:
    outcomes_of: list[str] = []
    gate = threading.Barrier(2)

    def try_it() -> None:
        with school.app.app_context():
            gate.wait()
            try:
                with transaction():
                    operations.add_listed(
                        school.room, listed_pupils("Kim, kim\nKai, kai"), school.tess, key=KEY, now=NOW
                    )
                outcomes_of.append("added")
            except ListChanged:
                outcomes_of.append("changed")

    before = rows(school)
    threads = [threading.Thread(target=try_it) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "added" in outcomes_of
    assert rows(school) == (before[0] + 2, before[1] + 2)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Anna Müller", "anna.muller"),
        ("Ærøskøbing ßen", "ærøskøbing.ssen"),
        ("O’Brien-Smith, J.", "o.brien.smith.j"),
        ("🦊🦊", "pupil"),
        ("محمد علي", "محمد.علي"),
        ("李 小龍", "李.小龍"),
        ("x" * 80, "x" * 24),
        ("Jean-Luc Picard-Villeneuve de la Montagne", "jean.luc.picard"),
    ],
)
def test_a_username_reads_like_the_name(name: str, stem: str) -> None:
    assert username_stem(name) == stem


def test_a_thousand_of_one_name_all_get_one(school: School) -> None:
    found = school.reading(lambda: free_usernames(["Ana"] * 500))
    assert found[:2] == ["ana2", "ana3"]
    assert len(set(found)) == 500


def test_names_with_figures_get_in_nobodys_way(school: School) -> None:
    found = school.reading(lambda: free_usernames(["Kim2", "Kim", "Kim", "Kim2"]))
    assert found == ["kim2", "kim", "kim3", "kim22"]


def test_a_first_name_after_a_comma_is_pointed_out(school: School) -> None:
    found = preview(school, "Miller, Anna\nOkafor, ben.o")
    assert [outcome.note for outcome in found] == [LIKE_A_NAME.format(username="Anna"), ""]
