from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.core.reading.anchors import find_quote
from quizapp.core.reading.document import ReadDocument, with_drops
from quizapp.core.reading.spans import Drop
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document, Fact, FactEvidence, Passage
from quizapp.documents.operations import (
    DocumentDetails,
    Evidence,
    FactDetails,
    discard_other_facts,
    keep_document,
    keep_fact,
)
from quizapp.documents.queries import MarginMark, PassageCard, Place, Run, passage_card, passage_cards, reader
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TEXT = """A title line
The pact was signed in 1948. Five states signed it. It was 🕊 peaceful.
log in or register
The end came in 1991.
"""
DETAILS = DocumentDetails("bank/article", "An article", "the article", publisher="A press", source_kind="article")


def read(text: str = TEXT) -> ReadDocument:
    start = text.find("log in")
    drops = [Drop(start, start + len("log in or register"), "page furniture")] if start >= 0 else []
    return with_drops(ReadDocument(text), drops)


def keep(details: DocumentDetails = DETAILS, document: ReadDocument | None = None) -> int:
    with transaction():
        return keep_document(details, document or read(), owner_id=None, now=NOW)


def count(model: type[object]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def place(document_id: int, quote: str, text: str = TEXT) -> Place:
    anchor = find_quote(text, quote)
    return Place(document_id, anchor.start, anchor.end)


def test_the_same_text_is_kept_once_and_its_details_follow(app: Flask) -> None:
    with app.app_context():
        first = keep()
        passages = db.session.execute(select(Passage.id).order_by(Passage.id)).all()
        again = keep(replace(DETAILS, title="A better title"))
        assert again == first
        assert count(Document) == 1
        assert db.session.get_one(Document, first).title == "A better title"
        assert db.session.execute(select(Passage.id).order_by(Passage.id)).all() == passages


def test_a_changed_text_is_a_new_revision_and_the_old_one_stays(app: Flask) -> None:
    with app.app_context():
        old = keep()
        keep(replace(DETAILS, key="bank/other"))  # noise: another document's revisions are its own
        new = keep(document=read(TEXT.replace("1948", "1949")))
        assert new != old
        assert db.session.get_one(Document, old).text == TEXT
        assert db.session.get_one(Document, new).revision == 2
        assert db.session.scalars(select(Document.revision).where(Document.key == "bank/other")).all() == [1]


def test_a_restored_line_moves_no_offset(app: Flask) -> None:
    with app.app_context():
        first = keep()
        again = keep(document=with_drops(ReadDocument(TEXT), []))
        assert again == first
        assert db.session.get_one(Document, first).drops == []
        spans = db.session.execute(select(Passage.start, Passage.end).order_by(Passage.position)).all()
        assert "log in or register" in [TEXT[start:end] for start, end in spans]


def test_facts_are_brought_up_to_date_and_others_discarded(app: Flask) -> None:
    with app.app_context(), transaction():
        document = keep_document(DETAILS, read(), owner_id=None, now=NOW)
        signed = Evidence(document, find_quote(TEXT, "signed in 1948"))
        five = Evidence(document, find_quote(TEXT, "Five states"), "agrees", "5", "a note")
        fact = keep_fact(FactDetails("bank/signed", "It was signed in 1948.", evidence=[signed, five]))
        gone = keep_fact(FactDetails("bank/gone", "It is gone.", evidence=[signed]))
        noise = keep_fact(FactDetails("bank2/kept", "Another bank's.", evidence=[signed]))
        again = keep_fact(FactDetails("bank/signed", "The pact was signed in 1948.", evidence=[five]))
        discard_other_facts("bank/", ["bank/signed"])
        db.session.expire_all()
        assert again == fact
        assert db.session.get_one(Fact, fact).statement == "The pact was signed in 1948."
        states = {row.id: row.state for row in db.session.scalars(select(Fact))}
        assert states == {fact: "kept", gone: "discarded", noise: "kept"}
        stances = db.session.execute(
            select(FactEvidence.stance, FactEvidence.value, FactEvidence.exact).where(FactEvidence.fact_id == fact)
        ).all()
        assert [tuple(row) for row in stances] == [("agrees", "5", "Five states")]


def test_a_card_shows_the_sentence_with_the_deciding_words_apart(app: Flask) -> None:
    with app.app_context():
        document = keep()
        card = passage_card(replace(place(document, "Five states"), role="agrees", value="5", note="Counted."))
    start = TEXT.index("Five states")
    assert card == PassageCard(
        document_id=document,
        title="An article",
        short_title="the article",
        publisher="A press",
        published="",
        source_kind="article",
        before="",
        exact="Five states",
        after=" signed it.",
        start=start,
        end=start + len("Five states"),
        role="agrees",
        value="5",
        note="Counted.",
    )


def test_cards_come_in_order_with_one_query(app: Flask, statements: list[str]) -> None:
    with app.app_context():
        document = keep()
        places = [place(document, quote) for quote in ("1991", "1948", "Five states")]
        statements.clear()
        assert [card.exact for card in passage_cards(places)] == ["1991", "1948", "Five states"]
        assert len(statements) == 1
        assert passage_cards([]) == ()


def test_a_card_of_a_missing_document_is_refused(app: Flask) -> None:
    with app.app_context(), pytest.raises(NoSuchDocument):
        passage_card(Place(99, 0, 3))


def test_the_reader_keeps_every_character_and_says_what_was_dropped(app: Flask) -> None:
    with app.app_context():
        page = reader(keep())
    assert [block.kind for block in page.blocks] == ["heading", "paragraph", "paragraph", "paragraph"]
    assert page.blocks[2].runs[0].dropped == "page furniture"
    for block in page.blocks:
        assert "".join(run.text for run in block.runs) == TEXT[block.start : block.end]
        assert all(TEXT[run.start : run.end] == run.text for run in block.runs)


def test_marks_and_the_selected_words_begin_runs_of_their_own(app: Flask) -> None:
    with app.app_context():
        document = keep()
        signed, peaceful = (find_quote(TEXT, quote) for quote in ("signed in 1948", "🕊 peaceful"))
        marks = [MarginMark(signed.start, signed.end, "wrong", "It was signed in 1948.")]
        page = reader(document, marks=marks, selected=(peaceful.start, peaceful.end))
    block = page.blocks[1]
    assert block.marks == tuple(marks)
    assert [other.marks for other in page.blocks if other is not block] == [(), (), ()]
    assert [(run.text, run.verdict, run.selected) for run in block.runs] == [
        ("The pact was ", None, False),
        ("signed in 1948", "wrong", False),
        (". Five states signed it. It was ", None, False),
        ("🕊 peaceful", None, True),
        (".", None, False),
    ]


def test_overlapping_marks_and_a_mark_over_two_lines(app: Flask) -> None:
    with app.app_context():
        document = keep()
        first = MarginMark(0, TEXT.index("pact") + 4, "right", "one")
        second = MarginMark(TEXT.index("title"), TEXT.index("title") + 5, "wrong", "two")
        page = reader(document, marks=[second, first], selected=(5000, 6000))
    assert [block.marks for block in page.blocks[:2]] == [(first, second), ()]
    assert page.blocks[1].runs[0] == Run("The pact", 13, 21, verdict="right")


def test_a_missing_document_has_no_reader(app: Flask) -> None:
    with app.app_context(), pytest.raises(NoSuchDocument):
        reader(99)
