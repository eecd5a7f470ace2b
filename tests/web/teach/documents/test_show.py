"""A document's page: its text in parts, what is left out of it, its facts beside it."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, update

from quizapp.banks.models import Bank, BankShare
from quizapp.documents.models import Document, Passage
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.web.teach.documents.conftest import MILL, Desk

FURNITURE = MILL.index("log in")
SPAN = {"start": FURNITURE, "end": FURNITURE + len("log in or register")}


def test_dropped_lines_are_visible_with_their_reason_and_facts_stand_beside(desk: Desk) -> None:
    document = desk.give(title="The mill")
    page = desk.tess.get(f"/teach/documents/{document}").text
    assert re.search(r"log in or register <small>left out: [\w -]+</small>", page)
    assert "Put it back" in page
    assert 'aria-label="Facts found here"' in page
    assert f'id="p{MILL.index("In 1780")}"' in page


def test_a_line_goes_back_and_out_again_and_no_offset_moves(desk: Desk) -> None:
    document = desk.give()
    before = desk.rows(select(Document.text, Document.drops))
    passages = desk.rows(select(Passage.position, Passage.start, Passage.end).order_by(Passage.position))
    answer = desk.tess.post(f"/teach/documents/{document}/restore", SPAN)
    assert answer.location == f"/teach/documents/{document}?at={FURNITURE}#p{FURNITURE}"
    ((text, drops, restored),) = desk.rows(select(Document.text, Document.drops, Document.restored))
    assert (text, drops, len(restored)) == (before[0][0], [], 1)
    with_line = desk.rows(select(Passage.position, Passage.start, Passage.end).order_by(Passage.position))
    assert len(with_line) == len(passages) + 1
    assert [row[0] for row in with_line] == list(range(len(with_line)))
    assert {row[1:] for row in passages} <= {row[1:] for row in with_line}
    assert "Leave it out again" in desk.tess.get(f"/teach/documents/{document}").text
    desk.tess.post(f"/teach/documents/{document}/drop", SPAN)
    assert desk.rows(select(Document.text, Document.drops)) == before
    assert desk.rows(select(Passage.position, Passage.start, Passage.end).order_by(Passage.position)) == passages


def test_any_line_is_left_out_by_hand_and_comes_back(desk: Desk) -> None:
    document = desk.give()
    first = MILL.index("\n")
    assert "Leave this line out" not in desk.tess.get(f"/teach/documents/{document}").text
    assert "Leave this line out" in desk.tess.get(f"/teach/documents/{document}?show=lines").text
    desk.tess.post(f"/teach/documents/{document}/drop", {"start": 0, "end": first})
    assert "left out: taken out by hand" in desk.tess.get(f"/teach/documents/{document}?show=left-out").text
    desk.tess.post(f"/teach/documents/{document}/restore", {"start": 0, "end": first})
    assert desk.rows(select(Document.restored)) == [([],)]


@pytest.mark.parametrize("span", [{"start": 3, "end": 9}, {}, {"start": "x", "end": "-1"}, {"start": 0, "end": 10**8}])
def test_what_is_no_line_is_refused_and_nothing_changes(desk: Desk, span: dict[str, object]) -> None:
    document = desk.give()
    before = desk.rows(select(Document.drops, Document.restored))
    for act in ("drop", "restore"):
        answer = desk.tess.post(f"/teach/documents/{document}/{act}", span)
        assert answer.status_code == 303
    assert desk.rows(select(Document.drops, Document.restored)) == before


def test_a_long_text_comes_in_parts(desk: Desk) -> None:
    lines = [f"Line {n} says that something happened." for n in range(100)]
    text = "\n".join(lines)
    document = desk.give(text=text)
    page = desk.tess.get(f"/teach/documents/{document}?part=2").text
    assert "Line 40 says" in page
    assert "Line 39 says" not in page
    assert "of 3" in page
    start = text.index("Line 85 says")
    marked = desk.tess.get(f"/teach/documents/{document}?mark={start}-{start + 7}").text
    assert '<mark id="here" tabindex="-1">Line 85</mark>' in marked
    for odd in ("part=0", "part=999", "part=x", "at=99999999", "mark=9-3", "mark=x", "at=-1"):
        assert desk.tess.get(f"/teach/documents/{document}?{odd}").status_code == 200


def test_the_page_asks_the_database_no_more_for_more_lines(desk: Desk, statements: list[str]) -> None:
    counts = []
    for length in (3, 300):
        document = desk.give(text="\n".join(f"In {1500 + n} the mill {n} was sold to Harrow." for n in range(length)))
        desk.tess.get(f"/teach/documents/{document}")
        statements.clear()
        desk.tess.get(f"/teach/documents/{document}")
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_who_may_only_read_sees_no_ways_to_change_it(desk: Desk) -> None:
    document = desk.give()
    assert desk.theo.get(f"/teach/documents/{document}").status_code == 404
    with desk.app.app_context(), transaction():
        bank = db.session.scalars(select(Bank)).one()
        db.session.add(BankShare(bank_id=bank.id, person_id=2, may_edit=False, shared_at=bank.created_at))
    page = desk.theo.get(f"/teach/documents/{document}")
    assert page.status_code == 200
    assert not re.search(r'method="post"', page.text.partition("<main")[2])
    assert desk.theo.post(f"/teach/documents/{document}/restore", SPAN).status_code == 404
    assert (
        "The mill" not in desk.theo.get("/teach/documents/").text
        or "shared to read" in desk.theo.get("/teach/documents/").text
    )


def test_what_the_reader_noticed_is_said(desk: Desk) -> None:
    document = desk.give()
    with desk.app.app_context(), transaction():
        db.session.execute(update(Document).values(notes=["2 pages had no text."]))
    assert "2 pages had no text." in desk.tess.get(f"/teach/documents/{document}").text
