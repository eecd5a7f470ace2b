"""From files to a bank: hidden until everything is there, and nothing left of what failed."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from quizapp.banks.models import Bank, BankDocument, Citation, Question, QuestionVersion
from quizapp.core.reading.anchors import Anchor, holds
from quizapp.documents.models import Document, Fact, FactEvidence, Passage
from quizapp.interchange.jobs import HeldJob, read_and_draft
from quizapp.storage import jobs
from quizapp.storage.database import db
from quizapp.storage.jobs import ClaimedJob
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
    """A job in whose nth batch something happens."""

    def __init__(self, job: ClaimedJob, at: int, act: object) -> None:
        super().__init__(job, clock)
        self.left, self.act = at, act

    def batch(self, **values: object):  # type: ignore[no-untyped-def]
        self.left -= 1
        if self.left == 0:
            self.act(self)  # type: ignore[operator]
        return super().batch(**values)


def cancel(held: HeldJob) -> None:
    with transaction():
        jobs.cancel_job(held.job.id, held.job.owner_id, now=clock())


class Killed(BaseException):
    """As if the power were cut."""


def die(held: HeldJob) -> None:
    raise Killed


def batches_of_a_whole_run(desk: Desk) -> int:
    counted: list[Cutting] = []
    desk.ask("read", {"mill.txt": MILL.encode()})
    desk.work(lambda job: counted.append(Cutting(job, -1, None)) or counted[0])  # type: ignore[func-returns-value]
    return -1 - counted[0].left


def stages(whole: int) -> list[int]:
    """The first writes, some between, and the last ones, which reveal."""
    return [1, 2, whole // 2, whole - 2, whole - 1, whole]


def test_a_job_is_cancelled_at_any_stage_and_leaves_nothing(desk: Desk) -> None:
    whole = batches_of_a_whole_run(desk)
    assert whole > 8
    with desk.app.app_context():
        before = rows()
    for stage in stages(whole):
        job = desk.ask("read", {"mill.txt": MILL.encode()})
        desk.work(lambda claimed, at=stage: Cutting(claimed, at, cancel))  # type: ignore[misc]
        assert (stage, desk.view(job).state) == (stage, "cancelled")
        with desk.app.app_context():
            assert (stage, rows()) == (stage, before)


def test_a_job_whose_worker_died_is_done_by_the_next_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizapp.storage.jobs import claims

    whole = batches_of_a_whole_run(desk)
    with desk.app.app_context():
        once = rows()
    monkeypatch.setattr(claims, "SILENCE", claims.timedelta(0))
    for number, stage in enumerate(stages(whole), start=2):
        job = desk.ask("read", {"mill.txt": MILL.encode()})
        with pytest.raises(Killed):
            desk.work(lambda claimed, at=stage: Cutting(claimed, at, die))  # type: ignore[misc]
        assert desk.view(job).state == "running"
        desk.work()
        assert (stage, desk.view(job).state) == (stage, "done")
        with desk.app.app_context():
            assert (stage, rows()) == (stage, {name: count * number for name, count in once.items()})


def test_nothing_is_seen_before_everything_is_there(desk: Desk) -> None:
    def look(held: HeldJob) -> None:
        assert db.session.scalars(select(Question.id).where(Question.state != "hidden")).all() == []
        assert db.session.scalars(select(Fact.id).where(Fact.state != "hidden")).all() == []
        assert db.session.scalars(select(Bank.id).where(Bank.archived_at.is_(None))).all() == []
        assert db.session.scalars(select(BankDocument.key)).all() == []
        db.session.rollback()
        held.left = 1  # type: ignore[attr-defined]

    desk.ask("read", {"mill.txt": MILL.encode()})
    desk.work(lambda job: Cutting(job, 1, look))
    with desk.app.app_context():
        assert rows()["question"] > 5


def test_a_job_that_breaks_off_again_and_again_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizapp.storage.jobs import claims

    monkeypatch.setattr(claims, "SILENCE", claims.timedelta(0))
    job = desk.ask("read", {"mill.txt": MILL.encode()})
    for _ in range(3):
        with pytest.raises(Killed):
            desk.work(lambda claimed: Cutting(claimed, 3, die))
    assert desk.claim() is None
    assert desk.view(job).state == "failed"
    assert "broke off three times" in desk.view(job).message


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
