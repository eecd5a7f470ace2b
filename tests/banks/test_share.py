from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from quizapp.accounts.operations import sign_up
from quizapp.accounts.queries import SignedIn
from quizapp.banks.errors import NoSuchBank, NotShared
from quizapp.banks.operations.bank import make_bank
from quizapp.banks.operations.description import archive_bank, describe_bank, restore_bank
from quizapp.banks.operations.share import share_bank, unshare_bank
from quizapp.banks.queries import open_bank
from quizapp.banks.queries.banks import BankCounts, banks_of, documents_of_bank, editable_banks, shares_of
from quizapp.storage.database import db
from quizapp.storage.job import Job
from quizapp.storage.transaction import transaction
from tests.many_questions import make_bank_of
from tests.small_bank import NOW


@pytest.fixture
def people(app: Flask) -> Iterator[dict[str, SignedIn]]:
    """Give two teachers and a pupil, inside a context."""
    with app.app_context():
        with transaction():
            yours = {name: sign_up(name, name.title(), "hash", now=NOW, is_teacher=name != "ana") for name in
                     ("tess", "theo", "ana")}  # fmt: skip
        yield yours


def test_to_read_then_to_edit_then_no_more(people: dict[str, SignedIn]) -> None:
    with transaction():
        bank = make_bank(people["tess"].id, "Mills", NOW)
        make_bank(people["tess"].id, "Another", NOW)
        assert share_bank(bank, " THEO ", may_edit=False, now=NOW).id == people["theo"].id
    theo = people["theo"].id
    assert open_bank(bank, theo).may_edit is False
    with pytest.raises(NoSuchBank):
        open_bank(bank, theo, to_edit=True)
    with transaction():
        share_bank(bank, "theo", may_edit=True, now=NOW)
    assert open_bank(bank, theo, to_edit=True).is_own is False
    assert [(row.username, row.may_edit) for row in shares_of(bank)] == [("theo", True)]
    assert editable_banks(theo) == ((bank, "Mills"),)
    with transaction():
        assert unshare_bank(bank, theo) is True
        assert unshare_bank(bank, theo) is False
    assert shares_of(bank) == ()
    with pytest.raises(NoSuchBank):
        open_bank(bank, theo)


@pytest.mark.parametrize("name", ["ana", "nobody", "", "tess"])
def test_only_with_another_teacher(people: dict[str, SignedIn], name: str) -> None:
    with transaction():
        bank = make_bank(people["tess"].id, "Mills", NOW)
        with pytest.raises(NotShared, match="username"):
            share_bank(bank, name, may_edit=True, now=NOW)
    assert shares_of(bank) == ()


def test_a_list_has_her_own_first_then_shared_ones_then_the_installations(people: dict[str, SignedIn]) -> None:
    tess, theo = people["tess"].id, people["theo"].id
    with transaction():
        make_bank_of(10, None, slug="shipped")
        make_bank(theo, "Not hers", NOW)
        shared = make_bank(theo, "A shared one", NOW)
        share_bank(shared, "tess", may_edit=False, now=NOW)
        own = make_bank_of(20, tess)
        away = make_bank(tess, "Put away", NOW)
        archive_bank(away, now=NOW)
    page = banks_of(tess)
    assert [(row.title, row.whose, row.owner, row.may_edit) for row in page.rows] == [
        ("Many questions", "own", "", True),
        ("A shared one", "shared", "Theo", False),
        ("Many questions", "installation", "", False),
    ]
    assert (page.rows[0].id, page.rows[0].documents) == (own, 4)
    assert page.rows[0].counts == BankCounts(accepted=8, drafts=4, retired=4, stale=1)
    assert page.rows[1].counts == BankCounts()
    assert (page.total, page.archived) == (3, 1)
    assert [row.title for row in banks_of(tess, archived=True).rows] == ["Put away"]
    assert [row.id for row in banks_of(tess, page=2, size=2).rows] == [page.rows[2].id]
    assert sum(row.questions for row in documents_of_bank(own)) == 12
    with transaction():
        restore_bank(away)
        describe_bank(away, title="Used", description="Again.", level="year 9")
    entry = banks_of(tess).rows[1]
    assert (entry.title, entry.description, entry.level) == ("Used", "Again.", "year 9")


def test_a_list_takes_as_many_statements_for_many_banks(people: dict[str, SignedIn], statements: list[str]) -> None:
    counts = []
    for number in (1, 3):
        with transaction():
            for more in range(number):
                make_bank_of(5, people["tess"].id, slug=f"b~{number}{more}")
        statements.clear()
        banks_of(people["tess"].id)
        counts.append(len(statements))
    assert counts == [3, 3]


def test_a_bank_that_a_job_is_only_making_stands_in_no_list(people: dict[str, SignedIn]) -> None:
    tess = people["tess"].id
    with transaction():
        job = Job(kind="read", owner_id=tess, input={}, state="running", created_at=NOW)
        db.session.add(job)
        bank = make_bank(tess, "Being made", NOW)
        archive_bank(bank, now=NOW)
        archive_bank(make_bank_of(5, tess), now=NOW)
    assert [row.title for row in banks_of(tess, archived=True).rows] == ["Many questions"]
    assert (banks_of(tess).total, banks_of(tess).archived) == (0, 1)
    with transaction():
        job.state = "failed"
    assert banks_of(tess).archived == 2
