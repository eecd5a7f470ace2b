"""The same text again: never twice in one bank, and said with what is there already."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from quizapp.banks.models import Bank
from quizapp.interchange.jobs import HeldJob, read_files
from quizapp.storage.database import db
from quizapp.storage.jobs import claims
from tests.interchange.jobs.conftest import MILL, Desk, clock
from tests.interchange.jobs.test_read_and_draft import Cutting, Killed, cancel, die, rows, small_batches

__all__ = ["small_batches"]

FORGE = MILL.replace("mill", "forge")
TWO = {"mill.txt": MILL.encode(), "forge.txt": FORGE.encode()}


def test_a_text_that_the_bank_holds_is_not_drafted_twice(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    with desk.app.app_context():
        before = rows()
    again = desk.done("read", {"copy.txt": MILL.encode()}, bank_id=first.bank_id)
    assert (again.state, again.document_id, again.result["ready"]) == ("done", first.document_id, 0)
    (said,) = again.result["again"]
    assert (said["name"], said["id"], said["title"], said["taken"]) == ("copy.txt", first.document_id, "mill", False)
    with desk.app.app_context():
        assert rows() == before


def test_what_is_new_beside_it_is_taken(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    files = {"copy.txt": MILL.encode(), "forge.txt": FORGE.encode()}
    again = desk.done("read", files, bank_id=first.bank_id)
    assert [row["title"] for row in again.result["kept"]] == ["forge"]
    with desk.app.app_context():
        assert rows()["document"] == 2


def test_another_bank_may_hold_it_too(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    again = desk.done("read", {"mill.txt": MILL.encode()})
    assert again.bank_id != first.bank_id
    assert [(row["id"], row["taken"]) for row in again.result["again"]] == [(first.document_id, True)]


def test_a_file_given_twice_at_once_is_taken_once(desk: Desk) -> None:
    job = desk.done("read", {"mill.txt": MILL.encode(), "copy.txt": MILL.encode()})
    assert job.result["again"] == [{"name": "copy.txt", "as": "mill.txt", "taken": False}]
    with desk.app.app_context():
        assert rows()["document"] == 1


def test_what_another_teacher_has_is_not_told(desk: Desk) -> None:
    desk.ask("read", {"mill.txt": MILL.encode()}, owner=desk.other)
    desk.work()
    assert desk.done("read", {"mill.txt": MILL.encode()}).result["again"] == []


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("small_batches")
def test_of_several_banks_nothing_is_left_of_a_job_that_is_cancelled(desk: Desk) -> None:
    states = []
    for stage in range(1, 200, 4):
        job = desk.ask("read", TWO)
        desk.work(lambda claimed, at=stage: Cutting(claimed, at, cancel))  # type: ignore[misc]
        states.append(desk.view(job).state)
        if states[-1] == "done":
            break
        with desk.app.app_context():
            assert (stage, set(rows().values())) == (stage, {0})
    assert len(states) > 8
    assert states[-1] == "done"
    assert shown(desk) == ["mill", "forge"]


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("stage", [8, 16, 24, 32])
def test_of_several_banks_none_is_shown_before_all_are_written(
    desk: Desk, stage: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "SILENCE", claims.timedelta(0))
    desk.ask("read", TWO)
    with pytest.raises(Killed):
        desk.work(lambda claimed: Cutting(claimed, stage, die))
    assert shown(desk) == []
    desk.work()
    assert shown(desk) == ["mill", "forge"]
    with desk.app.app_context():
        assert rows()["bank"] == rows()["document"] == 2


def shown(desk: Desk) -> list[str]:
    with desk.app.app_context():
        banks = select(Bank.title).where(Bank.archived_at.is_(None)).order_by(Bank.id)
        return list(db.session.scalars(banks))


def test_a_large_file_is_said_to_be_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_files, "LARGE", 100)
    steps: list[str] = []

    class Telling(HeldJob):
        def begin(self, step: str, total: int = 0) -> None:
            steps.append(step)
            super().begin(step, total)

    desk.ask("read", {"mill.txt": MILL.encode(), "short.txt": b"A short text."})
    desk.work(lambda claimed: Telling(claimed, clock))
    assert steps[:2] == ["Reading mill.txt (1 of 2, 0 MB)", "Reading short.txt (2 of 2)"]
