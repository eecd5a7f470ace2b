"""Several files at once: the fault of one is its own, each comes into its bank, and what came is told of each."""

from __future__ import annotations

from io import BytesIO

import pytest
from sqlalchemy import func, select

from quizapp.banks.models import Bank, BankDocument
from quizapp.documents.models import Document
from quizapp.storage.job import Job
from tests.web.teach.documents.conftest import MILL, Desk

PICTURE = b"\x89PNG...."
FORGE = MILL.replace("mill", "forge").replace("Wendham", "Harlow")


def sent(**files: bytes) -> list[tuple[BytesIO, str]]:
    """Return files as a browser sends them; an underscore stands for the dot."""
    return [(BytesIO(data), name.replace("_", ".")) for name, data in files.items()]


def give(desk: Desk, files: list[tuple[BytesIO, str]], **fields: str) -> str:
    """Give files, let them be worked on, and return the page of the work."""
    answer = desk.tess.post("/teach/documents/new", {"files": files, "bank": "new", **fields})
    assert answer.status_code == 303, answer.text
    desk.work()
    return desk.tess.get(answer.location).text.replace("&#39;", "'")


def test_a_bad_file_among_good_ones_is_left_out_and_said(desk: Desk) -> None:
    files = sent(mill_txt=MILL.encode(), photo_pdf=PICTURE, empty_txt=b"", forge_txt=FORGE.encode())
    answer = desk.tess.post("/teach/documents/new", {"files": files, "bank": "new"})
    assert answer.status_code == 303
    told = [desk.tess.get(answer.location).text]
    desk.work()
    told.append(desk.tess.get(answer.location).text)
    for page in told:
        assert "2 files were left out" in page
        assert "<b>photo.pdf</b>: This is a picture (PNG). What can be read: plain text" in page
        assert "<b>empty.txt</b>: The file is empty. Choose a file that holds text." in page
    assert desk.rows(select(Document.title).order_by(Document.id)) == [("mill",), ("forge",)]


def test_a_file_that_only_the_reader_can_refuse_stands_among_them(desk: Desk) -> None:
    page = give(desk, sent(mill_txt=MILL.encode(), photo_pdf=PICTURE, cut_pdf=b"%PDF-1.4\nnothing"))
    assert "2 files were left out" in page
    assert page.index("<b>photo.pdf</b>") < page.index("<b>cut.pdf</b>")


def test_a_pasted_text_is_taken_without_the_bad_files(desk: Desk) -> None:
    page = give(desk, sent(photo_png=PICTURE), text=MILL)
    assert "One file was left out" in page
    assert desk.rows(select(Document.text)) == [(MILL,)]


def test_a_form_shown_again_says_that_its_files_are_forgotten(desk: Desk) -> None:
    fields = {"files": sent(mill_txt=MILL.encode()), "bank": "new", "address": "nowhere"}
    page = desk.tess.post("/teach/documents/new", fields).text
    assert "Choose the files again: a browser forgets them." in page
    assert desk.rows(select(Job.id)) == []


def test_each_document_has_a_bank_named_after_it(desk: Desk) -> None:
    page = give(desk, sent(mill_txt=MILL.encode(), forge_txt=FORGE.encode()), title="Not for several")
    assert desk.rows(select(Bank.title, Bank.archived_at).order_by(Bank.id)) == [("mill", None), ("forge", None)]
    banks = [bank for (bank,) in desk.rows(select(Bank.id).order_by(Bank.id))]
    assert desk.rows(select(BankDocument.bank_id).order_by(BankDocument.bank_id)) == [(bank,) for bank in banks]
    assert "each in a bank of its own" in page
    for bank in banks:
        assert f'href="/teach/banks/{bank}/review"' in page


@pytest.mark.parametrize(("typed", "title"), [("", "mill"), ("  Crafts ", "Crafts")])
def test_one_bank_for_all_is_named_as_she_says_or_after_the_first(desk: Desk, typed: str, title: str) -> None:
    page = give(desk, sent(mill_txt=MILL.encode(), forge_txt=FORGE.encode()), bank="one", bank_title=typed)
    assert desk.rows(select(Bank.title)) == [(title,)]
    assert desk.rows(select(func.count(BankDocument.document_id))) == [(2,)]
    assert "Review the questions" in page
    assert "each in a bank of its own" not in page


def test_what_came_is_told_by_titles_with_how_large_a_quiz_it_is_enough_for(desk: Desk) -> None:
    document = desk.give(title="The mill")
    job, bank = desk.job(), desk.newest(Bank.id)
    page = desk.tess.get(f"/teach/documents/jobs/{job}").text
    ((result,),) = desk.rows(select(Job.result))
    assert 1 <= result["enough"] <= result["facts"]
    assert f"enough for a quiz of about <b>{result['enough']} question" in page
    assert '<h1 tabindex="-1">The mill</h1>' in page
    assert f'href="/teach/documents/{document}/mark?bank={bank}"' in page


def test_the_same_text_again_leads_to_the_earlier_one(desk: Desk) -> None:
    first = desk.give(title="The mill")
    bank = desk.newest(Bank.id)
    page = give(desk, sent(copy_txt=MILL.encode()), title="The same")
    assert "you have it already as" in page
    assert f'<a href="/teach/documents/{first}">The mill</a>' in page
    page = give(desk, sent(copy_txt=MILL.encode()), bank=str(bank))
    assert "This text is in the bank already, so nothing was drafted again." in page
    assert f'<a href="/teach/documents/{first}">The mill</a>' in page
    assert desk.rows(select(func.count(Document.id))) == [(2,)]
    answer = desk.tess.post(f"/teach/documents/jobs/{desk.job()}/seen", {"to": "document"})
    assert answer.location == f"/teach/documents/{first}"
