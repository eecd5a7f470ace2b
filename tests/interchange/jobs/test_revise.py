"""A newer text: what its changed sentences concern is stale, all else moves along, and history stays true."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from quizapp.banks.models import BankDocument, Citation, Question, QuestionVersion
from quizapp.banks.rules import is_newest
from quizapp.core.reading.anchors import Anchor, holds
from quizapp.documents.models import Document, Fact, FactEvidence, Passage
from quizapp.interchange.jobs import HeldJob
from quizapp.storage.database import db
from quizapp.storage.jobs import ClaimedJob, JobView, claims
from quizapp.storage.transaction import transaction
from tests.interchange.jobs.conftest import MILL, Desk, clock
from tests.interchange.jobs.test_read_and_draft import Cutting, Killed, cancel, die, small_batches

__all__ = ["small_batches"]

NEWER = "A leaflet of the museum.\n\n" + MILL.replace("in 1712", "in 1713")
CHANGED = "The mill at Wendham was built by Thomas Archer in 1712."


def revised(desk: Desk, text: str) -> tuple[JobView, JobView]:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    job = desk.done("revise", {"mill.txt": text.encode()}, bank_id=first.bank_id, document_id=first.document_id)
    return first, job


def cited(newest: bool = True) -> list[tuple[Question, Citation]]:
    query = select(Question, Citation).join(QuestionVersion, Citation.version_id == QuestionVersion.id)
    query = query.join(Question, is_newest() if newest else QuestionVersion.question_id == Question.id)
    return [(row.Question, row.Citation) for row in db.session.execute(query)]


def test_only_what_rests_on_a_changed_sentence_is_stale(desk: Desk) -> None:
    first, job = revised(desk, NEWER)
    assert (job.state, job.bank_id) == ("done", first.bank_id)
    with desk.app.app_context():
        old, new = db.session.scalars(select(Document).order_by(Document.revision))
        assert (old.id, new.id, new.revision, new.key) == (first.document_id, job.document_id, 2, old.key)
        assert db.session.scalars(select(BankDocument.document_id)).all() == [new.id]
        stale = set()
        for question, citation in cited():
            on = db.session.get_one(Document, citation.document_id)
            place = Anchor(citation.start, citation.end, citation.exact, citation.prefix, citation.suffix)
            assert holds(on.text, place)
            touches = citation.document_id == old.id and CHANGED in old.text[: citation.end]
            if question.stale_at:
                stale.add(question.id)
            else:
                assert citation.document_id == new.id
                assert not touches
        changed = {question.id for question, citation in cited(newest=False) if "1712" in citation.exact}
        assert stale == changed
        assert len(stale) == job.result["stale_questions"] > 0
        facts = {row.id: row.state for row in db.session.scalars(select(Fact))}
        assert sorted(set(facts.values())) == ["kept", "stale"]
        for row in db.session.scalars(select(FactEvidence)):
            is_stale = facts[row.fact_id] == "stale"
            assert row.document_id == (old.id if is_stale else new.id)
            assert is_stale == ("1712" in row.exact)
            on = db.session.get_one(Document, row.document_id)
            assert holds(on.text, Anchor(row.start, row.end, row.exact, row.prefix, row.suffix))


def test_what_a_version_cited_it_goes_on_citing(desk: Desk) -> None:
    first, job = revised(desk, NEWER)
    with desk.app.app_context():
        versions = db.session.scalars(select(QuestionVersion).order_by(QuestionVersion.question_id)).all()
        first_ones = {row.id for row in versions if row.number == 1}
        second = [row for row in versions if row.number == 2]
        for _, citation in cited(newest=False):
            on = first.document_id if citation.version_id in first_ones else job.document_id
            assert citation.document_id == on
        assert second
        assert {row.author_id for row in second} == {desk.teacher}
        by_question = {row.question_id: row for row in versions if row.number == 1}
        for row in second:
            before = by_question[row.question_id]
            assert (row.kind, row.stem, row.content, row.explanation) == (
                *(before.kind, before.stem, before.content, before.explanation),
            )


def test_the_same_text_changes_nothing(desk: Desk) -> None:
    first, job = revised(desk, MILL)
    assert (job.state, job.result["same"]) == ("done", True)
    with desk.app.app_context():
        assert db.session.scalars(select(Document.id)).all() == [first.document_id]


def test_a_text_that_cannot_be_read_leaves_the_old_one(desk: Desk) -> None:
    first, job = revised(desk, "")
    assert job.state == "failed"
    with desk.app.app_context():
        assert db.session.scalars(select(Document.id)).all() == [first.document_id]
        assert set(db.session.scalars(select(Question.stale_at))) == {None}


def test_a_line_put_back_in_the_old_text_is_no_furniture_in_the_newer_one(desk: Desk) -> None:
    furniture = "log in or register\n\n" + MILL
    first = desk.done("read", {"mill.txt": furniture.encode()})
    with desk.app.app_context(), transaction():
        document = db.session.get_one(Document, first.document_id)
        assert [row["start"] for row in document.drops] == [0]
        document.restored, document.drops = document.drops, []
    text = furniture.replace("1712", "1713").encode()
    job = desk.done("revise", {"mill.txt": text}, bank_id=first.bank_id, document_id=first.document_id)
    with desk.app.app_context():
        assert db.session.get_one(Document, job.document_id).drops == []


def shape(desk: Desk) -> list[object]:
    with desk.app.app_context():
        stale = db.session.scalars(select(Question.key).where(Question.stale_at.is_not(None)).order_by(Question.key))
        versions = select(Question.key, QuestionVersion.number).join(Question, is_newest()).order_by(Question.key)
        revisions = select(Document.revision).order_by(Document.revision)
        evidence = select(FactEvidence.exact, FactEvidence.start).order_by(FactEvidence.exact, FactEvidence.start)
        passages = select(Passage.id)
        return [
            stale.all(),
            [tuple(row) for row in db.session.execute(versions)],
            db.session.scalars(revisions).all(),
            [tuple(row) for row in db.session.execute(evidence)],
            len(db.session.scalars(passages).all()),
        ]


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("stage", [1, 2, 4, 6, 8, 10, 12])
def test_a_comparison_whose_worker_died_is_finished_by_the_next_one(
    desk: Desk, stage: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "SILENCE", claims.timedelta(0))
    first = desk.done("read", {"mill.txt": MILL.encode()})
    job = desk.ask("revise", {"mill.txt": NEWER.encode()}, bank_id=first.bank_id, document_id=first.document_id)
    with pytest.raises(Killed):
        desk.work(lambda claimed: Cutting(claimed, stage, die))
    desk.work()
    assert desk.view(job).state == "done"
    found = shape(desk)
    assert found[2] == [1, 2]
    assert len(found[0]) > 0  # type: ignore[arg-type]
    with desk.app.app_context():
        assert all(citation.document_id != first.document_id for question, citation in cited() if not question.stale_at)
        assert max(db.session.scalars(select(QuestionVersion.number))) == 2


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("small_batches")
def test_a_comparison_is_cancelled_before_anything_moves_or_goes_to_its_end(desk: Desk) -> None:
    first = desk.done("read", {"mill.txt": MILL.encode()})
    before = shape(desk)
    states = []
    for stage in range(1, 40):
        job = desk.ask("revise", {"mill.txt": NEWER.encode()}, bank_id=first.bank_id, document_id=first.document_id)

        def held(claimed: ClaimedJob, at: int = stage) -> HeldJob:
            return Cutting(claimed, at, cancel)

        desk.work(held)
        states.append(desk.view(job).state)
        if states[-1] == "done":
            break
        assert (stage, shape(desk)) == (stage, before)
    assert "cancelled" in states
    assert states[-1] == "done"
    assert clock() > first.created_at
