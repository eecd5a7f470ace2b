"""A newer revision of a document: what its changed sentences concern becomes stale, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.banks.operations import add_document_to_bank
from quizapp.banks.operations.moved_citations import move_citations, questions_on
from quizapp.banks.queries import document_home
from quizapp.banks.queries.document_home import DocumentHome
from quizapp.core.reading.document import ReadDocument, with_drops
from quizapp.core.reading.moved import MovedSentences
from quizapp.documents.operations.moved_evidence import facts_on, move_evidence
from quizapp.documents.queries import Revision, details_of_document, revision
from quizapp.interchange.draft_folder import Received
from quizapp.interchange.jobs.held import HeldJob
from quizapp.interchange.jobs.read_files import read_files
from quizapp.interchange.jobs.writing import home_of, keep_revision, without_traces


def revise(held: HeldJob) -> None:
    """Read a newer text of a document, and take along all that its unchanged sentences prove."""
    where = document_home(held.job.document_id or 0, held.job.owner_id, to_edit=True)
    old = revision(held.result.get("moving_from", where.newest_id))
    if "moving_to" not in held.result:
        (received,) = read_files(held, set())
        if received.read.content_hash == old.content_hash:
            with held.last_batch(result={**held.result, "same": True}):
                return
        home = home_of(held, where.bank_title)
        _keep_text(held, old, received, owner_id=home.owner_id)
    held.stop_asking()
    _take_along(held, where, old, held.result["moving_to"])


def _keep_text(held: HeldJob, old: Revision, received: Received, *, owner_id: int | None) -> None:
    held.begin("Keeping the text")
    read = _left_out_as_before(old, received.read)
    new_id = keep_revision(held, details_of_document(old.id), read, owner_id=owner_id, file_name=received.name)
    # From here on a worker that takes the job over goes on instead of beginning anew.
    result = without_traces(held.result) | {"moving_from": old.id, "moving_to": new_id}
    with held.batch(result=result):
        pass
    held.result = result


def _left_out_as_before(old: Revision, read: ReadDocument) -> ReadDocument:
    """A line that a teacher has put back, or taken out, is treated so in the newer text too."""
    back = {old.read.text[drop.start : drop.end].strip() for drop in old.restored}
    return with_drops(read, [drop for drop in read.drops if read.text[drop.start : drop.end].strip() not in back])


def _take_along(held: HeldJob, where: DocumentHome, old: Revision, new_id: int) -> None:
    moved = MovedSentences(old.read, revision(new_id).read)
    counts = {
        "stale_facts": held.result.get("stale_facts", 0),
        "stale_questions": held.result.get("stale_questions", 0),
    }

    def move_facts(ids: Sequence[int]) -> None:
        counts["stale_facts"] += move_evidence(ids, moved.place, was=old.id, now=new_id)
        held.result |= counts

    def move_questions(ids: Sequence[int]) -> None:
        now = held.clock()
        counts["stale_questions"] += move_citations(
            ids, moved.place, was=old.id, now_on=new_id, author_id=held.job.owner_id, now=now
        )
        held.result |= counts

    facts, questions = facts_on(old.id, where.bank_slug), questions_on(old.id, where.bank_id)
    held.begin("Comparing the facts", len(facts))
    held.write(facts, move_facts)
    held.begin("Comparing the questions", len(questions))
    held.write(questions, move_questions)
    with held.last_batch(document_id=new_id, bank_id=where.bank_id, result={**held.result, "fresh": len(moved.fresh)}):
        add_document_to_bank(where.bank_id, where.key, new_id)
