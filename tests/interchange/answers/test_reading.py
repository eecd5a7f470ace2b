from __future__ import annotations

from datetime import UTC, datetime

import pytest

from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Judged,
    Matched,
    Matching,
    Multiple,
    Number,
    Option,
    OrderedItem,
    Ordering,
    Pair,
    Response,
    ShortText,
    Ticked,
    TrueFalse,
    Typed,
)
from quizapp.interchange.answers.faults import FaultyRecord, said
from quizapp.interchange.answers.moments import NoMoment, SlashedDates, read_moment
from quizapp.interchange.answers.table import read_record
from quizapp.interchange.answers.written import Order, Unfitting, written_response

NOW = datetime(2026, 6, 1, tzinfo=UTC)
HEADER = "learner,question,response,when\n"
CHOICE = Choice((Option("Avalon", right=True), Option("Brolin; or Corin"), Option("the Elba")))
TICKS = Multiple((Option("Avalon", right=True), Option("Brolin; or Corin", right=True), Option("Elba")))
PAIRS = Matching((Pair("Ana", "Avalon"), Pair("Ben: the elder", "Brolin"), Pair("Cyd", "Avalon")), (Option("Dorn"),))
ORDER = Ordering((OrderedItem("1. Founding"), OrderedItem("Middle; a pause"), OrderedItem("Closing")))
NUMBER = Number.from_data({"value": "12"})


@pytest.mark.parametrize(
    ("content", "text", "order", "response"),
    [
        (CHOICE, "avalon", None, Chosen(0)),
        (CHOICE, "Brolin; or Corin", None, Chosen(1)),
        (CHOICE, "Elba", None, Chosen(2)),
        (CHOICE, "b", [2, 0, 1], Chosen(0)),
        (CHOICE, "—", None, None),
        (TICKS, "Elba; Brolin; or Corin", None, Ticked(frozenset({1, 2}))),
        (TICKS, "avalon | elba", None, Ticked(frozenset({0, 2}))),
        (TICKS, "A, C", [2, 0, 1], Ticked(frozenset({1, 2}))),
        (TICKS, "ac", [2, 0, 1], Ticked(frozenset({1, 2}))),
        (TrueFalse(key=True), "FALSE", None, Judged(False)),
        (TrueFalse(key=True), "t", None, Judged(True)),
        (ShortText(("x",)), "whatever they typed", None, Typed("whatever they typed")),
        (NUMBER, "twelve", None, Typed("twelve")),
        (PAIRS, "Ana: Avalon; Ben: the elder: Dorn; Cyd: —", None, Matched((0, 2, None))),
        (PAIRS, "Cyd -> Brolin", None, Matched((None, None, 1))),
        (PAIRS, "1 C, 2 A", [2, 1, 0], Matched((0, 2, None))),
        (PAIRS, "Ana: ; Cyd: -", None, None),
        (ORDER, "Closing; 1. Founding; Middle; a pause", None, Arranged((2, 0, 1))),
        (ORDER, "1. Closing; 2. 1. Founding; 3. Middle; a pause", None, Arranged((2, 0, 1))),
        (ORDER, "C, A, B", [1, 2, 0], Arranged((0, 1, 2))),
    ],
)
def test_a_response_in_words_or_letters(content: Choice, text: str, order: Order, response: Response | None) -> None:
    assert written_response(content, text, order) == response


@pytest.mark.parametrize(
    ("content", "text", "message", "fix"),
    [
        (CHOICE, "Atlantis", "not among what can be chosen", "“Avalon”; “Brolin; or Corin”; “the Elba”"),
        (CHOICE, "B", "not among", "--paper A or --paper B"),
        (TICKS, "Elba; elba", "twice", "each once"),
        (TICKS, "Elba; Atlantis", "“Atlantis”", "Write one of"),
        (TrueFalse(key=True), "1", "neither true nor false", "Write true or false"),
        (NUMBER, "a lot", "a lot", "leave the cell empty"),
        (ShortText(("x",)), "x" * 401, "401 characters", "400"),
        (PAIRS, "Ana: Atlantis", "no pair", "what can be matched: “Avalon”; “Brolin”; “Dorn”"),
        (PAIRS, "Ana: Avalon; Ana: Dorn", "twice", "once"),
        (ORDER, "Closing; 1. Founding", "exactly once", "Write all 3"),
    ],
)
def test_what_does_not_fit_its_question(content: Choice, text: str, message: str, fix: str) -> None:
    with pytest.raises(Unfitting) as misfit:
        written_response(content, text)
    assert message in str(misfit.value)
    assert fix in misfit.value.fix


@pytest.mark.parametrize(
    ("text", "slashed", "moment"),
    [
        ("2026-03-05", "", datetime(2026, 3, 5, 11, tzinfo=UTC)),  # noon in Berlin
        ("2026-03-05 10:30", "", datetime(2026, 3, 5, 9, 30, tzinfo=UTC)),
        ("2026-03-05T10:30:15.25Z", "", datetime(2026, 3, 5, 10, 30, 15, tzinfo=UTC)),
        ("2026-03-05T10:30:15+05:30", "", datetime(2026, 3, 5, 5, 0, 15, tzinfo=UTC)),
        ("5.3.2026, 8:05", "", datetime(2026, 3, 5, 7, 5, tzinfo=UTC)),
        ("5/3/2026", "day-first", datetime(2026, 3, 5, 11, tzinfo=UTC)),
        ("3/5/2026 12:30 AM", "month-first", datetime(2026, 3, 4, 23, 30, tzinfo=UTC)),
    ],
)
def test_moments(text: str, slashed: SlashedDates, moment: datetime) -> None:
    assert read_moment(text, zone="Europe/Berlin", slashed=slashed, now=NOW) == moment


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "There is no date"),
        ("yesterday", "is no date"),
        ("2026-02-30", "no such day"),
        ("2026-03-05 25:00", "no such time"),
        ("2026-03-29 02:30", "cannot be"),  # the clocks go forward over it
        ("5/3/2026", "may mean two days"),
        ("1926-03-05", "cannot be"),
        ("0001-01-01T00:00+05:00", "cannot be"),
        ("2026-03-05T10:30+23:00", "No clocks are so far"),
        ("2027-03-05", "has yet to come"),
        ("20260305", "is no date"),
    ],
)
def test_what_is_no_moment(text: str, message: str) -> None:
    with pytest.raises(NoMoment, match=message):
        read_moment(text, zone="Europe/Berlin", now=NOW)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_the_encodings_of_spreadsheets(separator: str, encoding: str) -> None:
    rows = [["Username", "Item", "Answer", "Date", "Points"], ["zoë", "1", '"a\r\nb; c, d"', "2026-03-05", "3"]]
    text = "sep=,\r\n" * (separator == ",") + "\r\n".join(separator.join(row) for row in rows) + "\r\n\r\n"
    record = read_record(text.encode(encoding), encoding="cp1252" if encoding == "cp1252" else "")
    (line,) = record.lines
    assert (line["learner"], line["response"], line["attempt"]) == ("zoë", "a b; c, d", "")
    assert record.ignored == ("Points",)
    assert record.faults == ()


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"", 1, "The file is empty"),
        (b"PK\x03\x04rest", 1, "workbook"),
        ((HEADER + "zo\xeb,1,x,2026-03-05").encode("latin-1"), 2, "0xEB"),
        (b"learner|question|response|when\na|1|x|2026-03-05", 1, "There is no such column"),
        (b"learner,question,answer,response,when\n", 1, "two columns"),
        (HEADER.encode(), 1, "no line below"),
        (HEADER.encode() + b"a,1,x\n", 2, "3 cells, the header 4"),
        (HEADER.encode() + b"a,1,x,y,2026-03-05\n", 2, "5 cells"),
        (HEADER.encode() + b'a,1,x,2026-03-05\nb,1,"x,2026-03-05\nc,1,y,2026-03-05\n', 3, "quotation mark"),
        (HEADER.encode() + b'"a\nb",1,x,2026-03-05\n', 2, "runs over a line break"),
        (HEADER.encode() + b"a\0,1,x,2026-03-05\n", 2, "no text"),
    ],
)
def test_what_is_no_table(data: bytes, place: int, message: str) -> None:
    try:
        faults = read_record(data).faults
    except FaultyRecord as faulty:
        faults = faulty.faults
    assert faults[0].line == place
    assert message in faults[0].message
    assert faults[0].fix
    assert said(faults, "x.csv")[0].startswith(f"x.csv:{place}: ")
