import re

import pytest

from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.core.reading.errors import (
    BrokenDocument,
    DocumentTooLarge,
    EmptyDocument,
    NotText,
    ProtectedDocument,
    ScannedDocument,
)
from tests.core.reading.outcome import is_read_or_refused_in_words
from tests.core.reading.pdf_files import Line, column, locked, pdf

LINES = (
    "The river begins in the Swiss Alps and flows through six countries before",
    "it reaches the North Sea. It was a border of the Roman Empire, and trad-",
    "ers have used it ever since. The wine of its slopes was carried down.",
)


def read(data: bytes) -> ReadDocument:
    return read_document(data, "rhine.pdf")


def dropped(document: ReadDocument) -> list[tuple[str, str]]:
    return [(drop.reason, document.text[drop.start : drop.end]) for drop in document.drops]


def book(count: int) -> bytes:
    """A book with a running head, a page number, and a sentence over every page break."""
    pages: list[list[Line]] = []
    for number in range(count):
        head = (f"{'A Short History' if number % 2 else 'Chapter 3'}", 72, 800, 9)
        foot = (str(number + 11), 290, 40, 9)
        body = column(
            f"part {number} of the sentence that began before. Then follows a second sentence here,",
            "which is long enough to fill its line to the end of the measure, and a third that",
            "goes on and on until the page is full to the very last line and is con-"
            if number % 2 == 0
            else "goes on and on until the page is full to the very last line and reaches the",
        )
        pages.append([head, *body, foot])
    return pdf(pages)


def test_lines_become_paragraphs_and_cut_words_whole() -> None:
    text = " ".join(LINES).replace("trad- ers", "traders")
    document = read(pdf([column(*LINES)]))
    assert document.text == text
    assert len(document.passages) == 3
    assert document.reader.startswith("pypdf ")


def test_nothing_of_the_library_is_printed_and_a_loss_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    whole = pdf([column(*LINES)])
    assert read(whole).notes == ()
    assert read(whole.replace(b"startxref\n", b"startxref\n1")).notes == (
        "The PDF is damaged in places: some of its text may be missing.",
    )
    with pytest.raises(BrokenDocument):
        read(whole.replace(b"%%EOF\n", b""))
    assert capfd.readouterr() == ("", "")


def test_paragraphs_are_told_by_distance_by_indent_and_by_short_lines() -> None:
    first, second = column(*LINES), column(*LINES, top=700)
    assert read(pdf([first + second])).text.count("\n\n") == 1
    indented = [(LINES[0], 95.0, 718.0, 11.0), *column(*LINES[1:], top=704)]
    assert read(pdf([first + indented])).text.count("\n\n") == 1
    short = column(*LINES[:2], "ers have used it.", *LINES)
    assert read(pdf([short])).text.count("\n\n") == 1


def test_a_new_paragraph_may_begin_on_a_new_page() -> None:
    full = [*LINES[:2], "ers have used it since the early years of the fourth century of our era."]
    assert read(pdf([column(*full), column(*LINES)])).text.count("\n\n") == 1


def test_letters_that_cannot_be_told_are_said() -> None:
    nameless = pdf([column("\x80" * 40)]).replace(b"[128 /fi]", b"[128 /uniE001]")
    with pytest.raises(NotText, match="fonts do not say which letter is which"):
        read(nameless)


def test_words_set_in_pieces_with_wide_spaces_are_whole() -> None:
    pieces = "BT /F 11 Tf 9 Tw 1 0 0 1 72 700 Tm (The river flo) Tj 76.07 0 Td (ws on to the sea.) Tj ET"
    assert read(pdf([pieces])).text == "The river flows on to the sea."


def test_headings_in_larger_letters_stand_alone() -> None:
    document = read(pdf([[("The Rhine", 72, 790, 18), *column(*LINES)]]))
    assert document.text.startswith("The Rhine\n\nThe river begins")
    assert document.passages[0].kind == "heading"


def test_ligatures_are_taken_apart() -> None:
    assert read(pdf([column("The \x80rst \x80eld.")])).text == "The first field."


def test_running_heads_and_page_numbers_are_dropped_and_sentences_run_over_the_page_break() -> None:
    document = read(book(6))
    reasons = [reason for reason, _ in dropped(document)]
    assert reasons.count("running head") == 6
    assert reasons.count("page number") == 6
    assert {text for reason, text in dropped(document) if reason == "page number"} == {str(n) for n in range(11, 17)}
    held = [document.text[passage.start : passage.end] for passage in document.passages]
    assert any(re.search(r"reaches the part 2 of the sentence", sentence) for sentence in held)
    assert any("is conpart 1 of the sentence" in sentence for sentence in held)
    assert not any("History" in sentence or "Chapter" in sentence for sentence in held)


def test_the_head_of_a_chapter_of_one_page_is_a_running_head_too() -> None:
    heads = ["The Source", "The Source", "The Middle", "The Source", "The Source"]
    pages = [[(head, 72.0, 800.0, 9.0), *column(*LINES, "abcde"[n] * 30)] for n, head in enumerate(heads)]
    assert dropped(read(pdf(pages))) == [("running head", head) for head in heads]


def test_a_restored_running_head_stands_after_the_paragraph_it_would_cut() -> None:
    document = read(book(4))
    head = next(drop for drop in document.drops if drop.reason == "running head" and drop.start > 0)
    assert document.text[head.start - 1] == "\n"
    assert document.text[head.end : head.end + 1] in {"\n", ""}


def test_a_line_that_opens_every_page_of_a_list_is_no_running_head_where_heights_differ() -> None:
    pages = [column("In short", *LINES, top=760 - 40 * n) for n in range(3)]
    assert dropped(read(pdf(pages))) == []


def test_pages_are_counted_as_they_are_read() -> None:
    seen: list[tuple[int, int]] = []
    read_document(book(5), "book.pdf", progress=lambda done, of: seen.append((done, of)))
    assert seen == [(n, 5) for n in range(1, 6)]


def test_a_scan_is_recognised_and_said() -> None:
    with pytest.raises(ScannedDocument, match="it is a scan"):
        read(pdf([[], []], picture=True))
    with pytest.raises(EmptyDocument, match="holds no text"):
        read(pdf([[], []]))


def test_pages_without_text_among_others_are_said() -> None:
    document = read(pdf([column(*LINES), [], []], picture=True))
    assert document.notes == ("Pages 2, 3 held no text: if they are pictures, they are missing.",)


def test_a_locked_pdf_is_said_and_one_without_a_password_to_open_is_read() -> None:
    with pytest.raises(ProtectedDocument, match="locked by a password"):
        read(locked(pdf([column(*LINES)]), "secret"))
    assert read(locked(pdf([column(*LINES)]), "")).text.startswith("The river")


def test_over_a_thousand_pages_are_refused() -> None:
    with pytest.raises(DocumentTooLarge, match="1,001 pages; at most 1,000"):
        read(pdf([[]] * 1001))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n", b"%PDF-1.7\nnot a pdf at all\n%%EOF", pdf([[]]).replace(b"/Pages 2", b"/Pages 9")]
)
def test_a_damaged_pdf_is_said(data: bytes) -> None:
    with pytest.raises(BrokenDocument, match="damaged or cut short"):
        read(data)


def test_a_pdf_cut_short_anywhere_is_read_or_refused_in_words() -> None:
    whole = book(2)
    for percent in range(0, 100, 3):
        assert is_read_or_refused_in_words(whole[: len(whole) * percent // 100], "book.pdf")


def test_the_same_pdf_gives_the_same_document() -> None:
    assert read(book(3)) == read(book(3))
