"""Giving a document: by file, several at once, or pasted; and every refusal in words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from sqlalchemy import func, select

from quizapp.banks.models import Bank
from quizapp.core.reading import file_type
from quizapp.documents.models import Document
from quizapp.storage import jobs
from quizapp.storage.job import Job, Upload, UploadPart
from quizapp.web.teach.documents import forms
from quizapp.web.uploads import MOST_TEXT
from tests.web.browser import Browser
from tests.web.teach.documents.conftest import MILL, Desk


def test_a_pasted_text_becomes_a_document_with_all_that_is_said_of_it(desk: Desk) -> None:
    said = {
        "title": "  The mill  ",
        "author": "A. Miller",
        "publisher": "Wendham Press",
        "published": "1954",
        "address": "https://wendham.example/mill",
        "source_kind": "News report",
        "source_note": "For visitors.",
    }
    desk.give(**said)
    columns = [getattr(Document, name) for name in said]
    assert desk.rows(select(*columns)) == [("The mill", *list(said.values())[1:])]
    assert desk.rows(select(Bank.title, Bank.archived_at)) == [("The mill", None)]


def test_files_come_in_parts_and_their_bytes_go_when_the_work_is_over(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "PART", 100)
    files = [(BytesIO(MILL.encode()), "mill.txt"), (BytesIO(b"A short text."), "short.txt")]
    answer = desk.tess.post("/teach/documents/new", {"files": files, "bank": "new"})
    assert answer.status_code == 303
    assert desk.rows(select(Upload.name, Upload.size)) == [("mill.txt", len(MILL)), ("short.txt", 13)]
    parts = desk.rows(select(UploadPart.upload_id, UploadPart.position, func.length(UploadPart.data)))
    assert sorted(parts) == [(1, 0, 100), (1, 1, len(MILL) - 100), (2, 0, 13)]
    assert desk.rows(select(Job.state)) == [("waiting",)]
    desk.work()
    assert desk.rows(select(UploadPart.upload_id)) == []
    assert desk.rows(select(Document.text).order_by(Document.id)) == [(MILL,), ("A short text.",)]


def test_it_comes_into_a_bank_that_she_may_edit(desk: Desk) -> None:
    desk.give()
    bank = desk.newest(Bank.id)
    page = desk.tess.get(f"/teach/documents/new?bank_id={bank}").text
    assert f'<option selected value="{bank}">' in page
    desk.give(text="A second text stands here.", bank=str(bank))
    assert desk.newest(Bank.id) == bank
    answer = desk.theo.post("/teach/documents/new", {"text": MILL, "bank": str(bank)})
    assert answer.status_code == 400
    assert desk.rows(select(func.count(Job.id))) == [(2,)]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "Choose a file, or paste the text below."),
        ([(b"", "empty.txt")], "empty.txt: The file is empty."),
        ([(b"\x89PNG....", "photo.png")], "photo.png: This is a picture (PNG)."),
        ([(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc")], "old.doc: This is an old Word file"),
        ([(b"", "empty.txt"), (b"GIF8", "a.gif")], "a.gif: This is a picture (GIF)."),
        ([(b"a", f"{n}.txt") for n in range(21)], "At most 20 files can be given at once; you chose 21."),
    ],
)
def test_what_can_be_known_at_once_is_said_beside_the_field(
    desk: Desk, files: list[tuple[bytes, str]], words: str
) -> None:
    sent = [(BytesIO(data), name) for data, name in files]
    answer = desk.tess.post("/teach/documents/new", {"files": sent, "title": "What I typed", "author": "Me"})
    assert answer.status_code == 400
    assert words in answer.text.replace("&#39;", "'")
    assert 'value="What I typed"' in answer.text
    assert 'value="Me"' in answer.text
    assert desk.rows(select(Job.id)) == []


def test_too_large_a_file_is_refused_beside_the_field(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_type, "LARGEST", 1000)
    answer = desk.tess.post("/teach/documents/new", {"files": [(BytesIO(bytes(1001)), "large.txt")], "title": "Kept"})
    assert answer.status_code == 400
    assert "at most 50 MB can be read" in answer.text
    assert 'value="Kept"' in answer.text


def test_more_than_a_request_may_bring_is_refused_in_words(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.app.view_functions["teach.documents.create"], "most_bytes", 2000)
    answer = desk.tess.post("/teach/documents/new", {"files": [(BytesIO(bytes(3000)), "a.txt")]})
    assert answer.status_code == 413
    assert "too large together" in answer.text


def test_only_this_page_takes_much(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(desk.app.config, "MAX_CONTENT_LENGTH", 2000)
    files = {"files": [(BytesIO(bytes(3000)), "a.txt")]}
    assert desk.tess.post("/teach/documents/new", files).status_code == 303
    assert desk.tess.post("/teach/banks/", {"title": "x" * 3000}).status_code == 413


def test_an_address_that_is_none_is_refused(desk: Desk) -> None:
    answer = desk.tess.post("/teach/documents/new", {"text": MILL, "bank": "new", "address": "javascript:alert(1)"})
    assert answer.status_code == 400
    assert "beginning with https://" in answer.text
    assert "The mill at Wendham was built" in answer.text


def test_nobody_has_more_than_a_few_documents_read_at_once(desk: Desk, in_jobs: Callable[..., int]) -> None:
    for _ in range(3):
        in_jobs(owner_id=1)
    answer = desk.tess.post("/teach/documents/new", {"text": MILL, "bank": "new"})
    assert answer.status_code == 409
    assert "You have 3 documents being read already" in answer.text
    assert desk.theo.post("/teach/documents/new", {"text": MILL, "bank": "new"}).status_code == 303


def test_a_session_that_ended_keeps_what_was_typed(desk: Desk) -> None:
    answer = desk.tess.post_without_token("/teach/documents/new", {"text": MILL, "title": "The mill", "bank": "new"})
    assert answer.status_code == 400
    assert 'value="The mill"' in answer.text
    assert desk.rows(select(Job.id)) == []


def test_whoever_is_no_teacher_is_refused_before_anything_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.app.view_functions["teach.documents.create"], "most_bytes", 2000)
    ana = Browser(desk.app).sign_up("ana")
    assert ana.post("/teach/documents/new", {"text": "x" * 3000}).status_code == 404


def test_the_kinds_of_source_are_plain_words(desk: Desk) -> None:
    page = desk.tess.get("/teach/documents/new").text
    assert all(f">{kind}</option>" in page for kind in forms.SOURCE_KINDS)


def test_as_much_as_may_be_pasted_can_be_sent_in_any_alphabet() -> None:
    assert len("ℵ".encode()) * forms.MOST_PASTED < MOST_TEXT
