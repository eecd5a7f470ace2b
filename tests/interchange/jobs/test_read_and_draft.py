"""From files to a bank: hidden until everything is there, and nothing left of what failed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from sqlalchemy import func, select

from quizapp.banks.models import Bank, BankDocument, Citation, Question, QuestionVersion
from quizapp.banks.operations import add_document_to_bank, make_bank
from quizapp.core.reading.anchors import Anchor, holds
from quizapp.core.reading.document import ReadDocument
from quizapp.documents.models import Document, Fact, FactEvidence, Passage
from quizapp.documents.operations import DocumentDetails, add_revision
from quizapp.interchange.jobs import HeldJob, read_and_draft
from quizapp.interchange.jobs import held as held_module
from quizapp.interchange.jobs.held import WorkInterrupted
from quizapp.storage import jobs
from quizapp.storage.database import db
from quizapp.storage.jobs import ClaimedJob, claims
from quizapp.storage.transaction import transaction
from tests.interchange.jobs.conftest import MILL, Desk, clock

WRITTEN = (Bank, BankDocument, Document, Passage, Fact, FactEvidence, Question, QuestionVersion, Citation)


def rows() -> dict[str, int]:
    return {table.__tablename__: db.session.scalar(select(func.count()).select_from(table)) or 0 for table in WRITTEN}


def test_a_file_becomes_a_bank_with_drafts_that_verify(desk: Desk) -> None:
    said = {"title": "The mill at Wendham", "author": "A. Miller", "source_kind": "Textbook"}
    job = desk.done("read", {"mill.txt": MILL.encode()}, wanted={"said": said, "names": ["mill.txt"]})
    assert (job.state, job.message, job.result["refused"]) == ("done", "", [])
    with desk.app.app_context():
        bank = db.session.scalars(select(Bank)).one()
        assert (bank.title, bank.owner_id, bank.archived_at) == ("The mill at Wendham", desk.teacher, None)
        document = db.session.scalars(select(Document)).one()
        assert (document.key, document.author, document.file_name) == (f"{bank.slug}/mill", "A. Miller", "mill.txt")
        assert db.session.execute(select(BankDocument.key, BankDocument.document_id)).one() == ("mill", document.id)
        questions = db.session.scalars(select(Question)).all()
        assert {row.state for row in questions} == {"draft"}
        assert all(row.key.startswith("mill/") and row.slot.startswith("mill/") for row in questions)
        assert len(questions) == job.result["ready"] + job.result["eye"] > 5
        facts = {row.id: row for row in db.session.scalars(select(Fact))}
        assert {row.state for row in facts.values()} == {"kept"}
        assert {row.origin for row in facts.values()} == {"extracted"}
        assert {row.bank_slug for row in facts.values()} == {bank.slug}
        assert all(facts[row.fact_id or 0].key == f"{bank.slug}/{row.key.split('.')[0]}" for row in questions)
        for table in (Citation, FactEvidence):
            places = db.session.scalars(select(table)).all()
            assert places
            for row in places:
                assert holds(document.text, Anchor(row.start, row.end, row.exact, row.prefix, row.suffix))
        assert (job.bank_id, job.document_id) == (bank.id, document.id)


def test_the_same_document_gives_the_same_questions(desk: Desk) -> None:
    for _ in range(2):
        desk.done("read", {"mill.txt": MILL.encode()})
    with desk.app.app_context():
        first, second = db.session.scalars(select(Bank.id).order_by(Bank.id))
        said = [
            db.session.execute(
                select(Question.key, QuestionVersion.stem, QuestionVersion.content)
                .join(QuestionVersion, QuestionVersion.question_id == Question.id)
                .where(Question.bank_id == bank)
                .order_by(Question.key)
            ).all()
            for bank in (first, second)
        ]
        assert said[0] == said[1]


def test_a_second_document_of_one_name_comes_into_the_same_bank(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    again = desk.done("read", {"mill.txt": MILL.replace("mill", "forge").encode()}, bank_id=first.bank_id)
    with desk.app.app_context():
        assert again.bank_id == first.bank_id
        keys = db.session.scalars(select(BankDocument.key).where(BankDocument.bank_id == first.bank_id))
        assert sorted(keys) == ["mill", "mill-2"]


def test_several_files_come_at_once_and_a_bad_one_stands_in_no_others_way(desk: Desk) -> None:
    files = {
        "a mill.txt": MILL.encode(),
        "picture.png": b"\x89PNG",
        "forge.txt": MILL.replace("mill", "forge").encode(),
    }
    job = desk.done("read", files, wanted={"said": {"title": "Not for several", "author": "A. Miller"}})
    assert job.state == "done"
    assert [(row["name"], row["why"][:9]) for row in job.result["refused"]] == [("picture.png", "This is a")]
    with desk.app.app_context():
        found = db.session.execute(select(Document.title, Document.author).order_by(Document.id)).all()
        assert [tuple(row) for row in found] == [("a mill", "A. Miller"), ("forge", "A. Miller")]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("empty.txt", b"", "The file is empty"), ("a.docx", b"PK\x03\x04 cut", "damaged or cut short")],
)
def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(desk: Desk, name: str, data: bytes, words: str) -> None:
    job = desk.done("read", {name: data})
    assert job.state == "failed"
    assert words in job.message
    with desk.app.app_context():
        assert set(rows().values()) == {0}


def test_a_text_without_facts_is_kept_and_says_so(desk: Desk) -> None:
    job = desk.done("read", {"a.txt": b"Why? Because. So it goes!"})
    assert (job.state, job.result["facts"], job.result["ready"]) == ("done", 0, 0)
    assert job.result["notes"][0].startswith("No question could be drafted")
    with desk.app.app_context():
        assert rows()["document"] == 1


class Cutting(HeldJob):
    """A job in whose nth write something happens."""

    def __init__(self, job: ClaimedJob, at: int, act: Callable[[HeldJob], None]) -> None:
        super().__init__(job, clock)
        self.left, self.act = at, act

    def batch(self, **values: object) -> AbstractContextManager[None]:
        self.left -= 1
        if self.left == 0:
            self.act(self)
        return super().batch(**values)


def cancel(held: HeldJob) -> None:
    with transaction():
        jobs.cancel_job(held.job.id, held.job.owner_id, now=clock())


class Killed(BaseException):
    """As if the power were cut."""


def die(held: HeldJob) -> None:
    raise Killed


def interrupt(held: HeldJob) -> None:
    raise WorkInterrupted


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small document be written in many batches."""
    monkeypatch.setattr(held_module, "FIRST", 2)
    monkeypatch.setattr(held_module, "MOST", 4)
    monkeypatch.setattr(held_module, "LEAST_PAUSE", 0)


def every(desk: Desk) -> int:
    """On SQLite at each write; the statements are the same ones on PostgreSQL, which is slower to begin them."""
    return 1 if "sqlite" in desk.app.config["SQLALCHEMY_DATABASE_URI"] else 7


@pytest.mark.usefixtures("small_batches")
def test_a_job_is_cancelled_at_any_stage_and_leaves_nothing(desk: Desk) -> None:
    for stage in range(1, 100, every(desk)):
        job = desk.ask("read", {"mill.txt": MILL.encode()})
        desk.work(lambda claimed, at=stage: Cutting(claimed, at, cancel))  # type: ignore[misc]
        if desk.view(job).state == "done":
            break
        assert (stage, desk.view(job).state) == (stage, "cancelled")
        with desk.app.app_context():
            assert (stage, set(rows().values())) == (stage, {0})
    assert stage > 15


class Overtaken(Cutting):
    """A cancelled job; before it takes back what it wrote, another teacher has made a bank with a document."""

    theirs = 0

    def stop_asking(self) -> None:
        super().stop_asking()
        with transaction():
            bank = make_bank(self.theirs, "Another", clock())
            text = add_revision(THEIRS, TEXT, owner_id=self.theirs, file_name="", now=clock())
            add_document_to_bank(bank, "text", text)


THEIRS = DocumentDetails("another/text", "Another text", "Another text")
TEXT = ReadDocument("Nothing is said here.", (), ())


@pytest.mark.usefixtures("small_batches")
def test_a_cancelled_job_takes_back_only_what_it_wrote_itself(desk: Desk) -> None:
    def held(claimed: ClaimedJob) -> HeldJob:
        overtaken = Overtaken(claimed, stage, cancel)
        overtaken.theirs = desk.other
        return overtaken

    known = 0
    for stage in range(1, 100, every(desk)):
        job = desk.ask("read", {"mill.txt": MILL.encode()})
        desk.work(held)
        if desk.view(job).state == "done":
            break
        known += 1
        assert (stage, desk.view(job).state) == (stage, "cancelled")
        with desk.app.app_context():
            assert (stage, rows()["bank"], rows()["document"]) == (stage, known, known)
    assert known > 2


@pytest.mark.usefixtures("small_batches")
def test_a_job_whose_worker_died_is_done_by_the_next_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "SILENCE", claims.timedelta(0))
    desk.done("read", {"mill.txt": MILL.encode()})
    with desk.app.app_context():
        once = rows()
    for stage in range(1, 100, every(desk)):
        job = desk.ask("read", {"mill.txt": MILL.encode()})
        try:
            desk.work(lambda claimed, at=stage: Cutting(claimed, at, die))  # type: ignore[misc]
            break
        except Killed:
            assert desk.view(job).state == "running"
        desk.work()
        assert (stage, desk.view(job).state) == (stage, "done")
        with desk.app.app_context():
            banks = rows()["bank"]
            assert (stage, rows()) == (stage, {name: count * banks for name, count in once.items()})
    assert stage > 15


def test_nothing_is_seen_before_everything_is_there(desk: Desk) -> None:
    looked = 0

    def look(held: HeldJob) -> None:
        nonlocal looked
        assert db.session.scalars(select(Question.id).where(Question.state != "hidden")).all() == []
        assert db.session.scalars(select(Fact.id).where(Fact.state != "hidden")).all() == []
        assert db.session.scalars(select(Bank.id).where(Bank.archived_at.is_(None))).all() == []
        assert db.session.scalars(select(BankDocument.key)).all() == []
        db.session.rollback()
        held.left, looked = 1, looked + 1  # type: ignore[attr-defined]

    desk.ask("read", {"mill.txt": MILL.encode()})
    desk.work(lambda job: Cutting(job, 1, look))
    assert looked > 8
    with desk.app.app_context():
        assert rows()["question"] > 5


@pytest.mark.usefixtures("small_batches")
def test_a_job_that_breaks_off_again_and_again_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "SILENCE", claims.timedelta(0))
    job = desk.ask("read", {"mill.txt": MILL.encode()})
    for _ in range(3):
        with pytest.raises(Killed):
            desk.work(lambda claimed: Cutting(claimed, 12, die))
    with desk.app.app_context():
        assert rows()["fact"], "something is half written"
        db.session.rollback()
    desk.work()
    assert desk.view(job).state == "failed"
    assert "broke off three times" in desk.view(job).message
    with desk.app.app_context():
        assert set(rows().values()) == {0}


@pytest.mark.usefixtures("small_batches")
def test_a_job_that_was_begun_and_waits_again_leaves_nothing_when_it_is_cancelled(desk: Desk) -> None:
    job = desk.ask("read", {"mill.txt": MILL.encode()})
    desk.work(lambda claimed: Cutting(claimed, 12, interrupt))
    assert desk.view(job).state == "waiting"
    with desk.app.app_context():
        assert rows()["fact"], "something is half written"
        db.session.rollback()
        with transaction():
            jobs.cancel_job(job, desk.teacher, now=clock())
    desk.work()
    assert desk.view(job).state == "cancelled"
    with desk.app.app_context():
        assert set(rows().values()) == {0}


def test_a_fault_of_ours_ends_the_job_in_words(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_and_draft, "draft_in_child", lambda *_, **__: 1 / 0)
    job = desk.ask("read", {"mill.txt": MILL.encode()})
    with pytest.raises(ZeroDivisionError):
        desk.work()
    assert desk.view(job).state == "failed"
    assert "not your fault" in desk.view(job).message
    with desk.app.app_context():
        assert set(rows().values()) == {0}


def test_a_bank_that_was_taken_away_meanwhile_gets_nothing(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    with desk.app.app_context(), transaction():
        db.session.get_one(Bank, first.bank_id).owner_id = desk.other
        before = rows()
    job = desk.done("read", {"forge.txt": MILL.encode()}, bank_id=first.bank_id)
    assert job.state == "failed"
    with desk.app.app_context():
        assert rows() == before
