"""A record of answers as a table: its encoding, its separator, its columns, and each line's cells."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from quizapp.interchange.answers.faults import Fault, FaultyRecord
from quizapp.interchange.spreadsheet import unguarded

MOST_LINES = 60_000
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
WORKBOOK = b"PK\x03\x04"
AS_CSV = "Save the table as CSV (“CSV UTF-8”); a file of a spreadsheet program itself cannot be read."
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LEARNER, QUESTION, RESPONSE, WHEN = "learner", "question", "response", "when"
NEEDED = (LEARNER, QUESTION, RESPONSE, WHEN)
ATTEMPT, NAME, SURE = "attempt", "name", "sure"
# What the columns of such records are called.
CALLED = {
    LEARNER: ("learner", "username", "user", "login", "sign-in name", "student", "pupil"),
    QUESTION: ("question", "item", "question key"),
    RESPONSE: ("response", "answer", "given"),
    WHEN: ("when", "date", "time", "answered", "answered at", "timestamp"),
    ATTEMPT: ("attempt", "sitting"),
    NAME: ("name", "full name", "display name"),
    SURE: ("sure", "confidence"),
}
MEANINGS = {word: meaning for meaning, words in CALLED.items() for word in words}


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One line: its number in the file, and the cells of the columns that are known."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """A cell without the white space around it and with its line breaks as spaces; empty if it is not there."""
        return " ".join(self.cells.get(column, "").split())


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it was read: its lines, what could not be read, and the columns nobody asks for."""

    lines: tuple[RecordLine, ...]
    faults: tuple[Fault, ...]
    ignored: tuple[str, ...]


def read_record(data: bytes, *, encoding: str = "") -> Record:
    """Read the table; FaultyRecord where it is none, so that no line of it can be looked at."""
    text = _decoded(data, encoding)
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep="):  # a spreadsheet's own first line
        text = "\n" + rest
    separator = _separator(text)
    faults: list[Fault] = []
    rows = _rows(text, separator, faults)
    header = next(rows, None)
    if header is None:
        raise FaultyRecord(faults or [Fault(1, "", "The file is empty.", f"Write the header {','.join(NEEDED)}.")])
    columns = _columns(*header)
    lines = tuple(line for line in (_line(row, columns, faults) for row in rows) if line)
    if not lines and not faults:
        faults.append(Fault(header[0], "", "There is no line below the header.", "Write one answer on each line."))
    if len(lines) > MOST_LINES:
        fix = f"Divide it, by learner, into files of at most {MOST_LINES:,} lines."
        raise FaultyRecord([Fault(1, "", f"The file has {len(lines):,} lines.", fix)])
    unknown = [name for name, meaning in columns if meaning is None and name]
    return Record(lines, tuple(faults), tuple(unknown))


def _decoded(data: bytes, encoding: str) -> str:
    if data.startswith(WORKBOOK):
        raise FaultyRecord([Fault(1, "", "The file is a workbook.", AS_CSV)])
    name = encoding or ("utf-16" if data.startswith(WIDE) else "utf-8-sig")
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"The file is not written in {encoding or 'UTF-8'}: there is a byte 0x{data[error.start]:02X} in it."
        fix = "Save it as “CSV UTF-8”, or name its encoding, such as --encoding cp1252."
        raise FaultyRecord([Fault(line, "", message, fix)]) from None
    if "\0" in text:
        raise FaultyRecord([Fault(text[: text.index("\0")].count("\n") + 1, "", "The file is no text.", AS_CSV)])
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _separator(text: str) -> str:
    """The sign by which the header falls into the most columns that are known."""
    header = next((line for line in text.split("\n") if line.strip()), "")
    known = {sign: sum(_plain(name) in MEANINGS for name in header.split(sign)) for sign in SEPARATORS}
    return max(known, key=lambda sign: known[sign])


def _rows(text: str, separator: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, with the numbers they begin at; reading ends where quotation marks are amiss."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
    begun = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begun, cells
            begun = reader.line_num + 1
    except csv.Error:
        message = "A quotation mark is opened here and not closed, or something follows a closing one."
        fix = 'Put quotation marks round the whole cell, and write "" for one inside it. Lines below were not read.'
        faults.append(Fault(begun, "", message, fix))


def _columns(line: int, names: Sequence[str]) -> list[tuple[str, str | None]]:
    """Each column's name with what it means; FaultyRecord where one is missing or there twice."""
    columns = [(name.strip(), MEANINGS.get(_plain(name))) for name in names]
    meanings = [meaning for _, meaning in columns if meaning]
    faults = [
        Fault(line, column, "There are two columns for it.", f"Call the one that does not hold the {column} otherwise.")
        for column in dict.fromkeys(meanings)
        if meanings.count(column) > 1
    ]
    there = ", ".join(name for name, _ in columns if name)
    fix = "Name the columns on the first line, separated by commas, semicolons or tabs."
    faults += [
        Fault(line, column, f"There is no such column; there are: {there}.", fix)
        for column in NEEDED
        if column not in meanings
    ]
    if faults:
        raise FaultyRecord(faults)
    return columns


def _line(
    row: tuple[int, list[str]], columns: Sequence[tuple[str, str | None]], faults: list[Fault]
) -> RecordLine | None:
    number, cells = row
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(columns):
        message = f"This line has {len(cells)} cells, the header {len(columns)}."
        fix = "Put quotation marks round a cell that holds the separator, and leave no cell out."
        faults.append(Fault(number, "", message, fix))
        return None
    found = {meaning: unguarded(cell) for cell, (_, meaning) in zip(cells, columns, strict=True) if meaning}
    broken = [column for column in (LEARNER, QUESTION, WHEN, ATTEMPT) if "\n" in found.get(column, "").strip()]
    if broken:
        fix = "Take it out; look for a quotation mark that is not closed where it should be."
        faults.append(Fault(number, broken[0], "The cell runs over a line break.", fix))
        return None
    return RecordLine(number, found)


def _plain(name: str) -> str:
    return " ".join(name.strip().strip('"').casefold().replace("_", " ").split())
