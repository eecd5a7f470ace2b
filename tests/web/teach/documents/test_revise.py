"""A newer text by the page, and the list of what it changed."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from quizapp.banks.models import BankDocument
from quizapp.documents.models import Document
from quizapp.storage.job import Job
from tests.web.teach.documents.conftest import MILL, Desk


def test_a_newer_text_lists_what_changed_and_nothing_else(desk: Desk) -> None:
    document = desk.give(title="The mill")
    answer = desk.tess.post(f"/teach/documents/{document}/revise", {"text": MILL.replace("1712", "1713")})
    assert answer.status_code == 303
    desk.work()
    newest = desk.newest(Document.id)
    assert desk.rows(select(BankDocument.document_id)) == [(newest,)]
    assert "rest on sentences that have changed" in desk.tess.get(answer.location).text
    page = desk.tess.get(f"/teach/documents/{newest}/changes").text
    assert "<del>1712</del>" in page
    assert "<ins>1713</ins>" in page
    assert "1780" not in page
    old = desk.tess.get(f"/teach/documents/{document}").text
    assert "This is revision 1." in old
    assert "See which, and what to do" in desk.tess.get(f"/teach/documents/{newest}").text
    assert "See which, and what to do" not in old


def test_an_unchanged_text_leaves_nothing_to_decide(desk: Desk) -> None:
    document = desk.give()
    answer = desk.tess.post(f"/teach/documents/{document}/revise", {"text": MILL})
    desk.work()
    assert "Nothing was changed." in desk.tess.get(answer.location).text
    assert "Nothing waits here" in desk.tess.get(f"/teach/documents/{document}/changes").text


def test_one_text_at_a_time(desk: Desk) -> None:
    from io import BytesIO

    document = desk.give()
    files = [(BytesIO(b"A text."), "a.txt"), (BytesIO(b"A text."), "b.txt")]
    for fields in ({}, {"files": files}):
        answer = desk.tess.post(f"/teach/documents/{document}/revise", fields)
        assert answer.status_code == 400
    assert "Give one file or one pasted text" in answer.text


def test_what_is_being_worked_on_is_not_begun_twice(desk: Desk, in_jobs: Callable[..., int]) -> None:
    document = desk.give()
    job = in_jobs(document_id=document)
    for act, fields in (("revise", {"text": "Another text."}), ("draft", {})):
        answer = desk.tess.post(f"/teach/documents/{document}/{act}", fields)
        assert answer.location == f"/teach/documents/jobs/{job}"
    assert len(desk.rows(select(Job.id))) == 2


def test_drafting_again_says_when_there_is_nothing_new(desk: Desk) -> None:
    document = desk.give()
    answer = desk.tess.post(f"/teach/documents/{document}/draft")
    desk.work()
    assert "Nothing new was found" in desk.tess.get(answer.location).text
