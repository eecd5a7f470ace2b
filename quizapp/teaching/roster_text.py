"""A list of pupils as teachers have it: with commas, semicolons or tabs, with a header or without."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from quizapp.accounts.errors import RefusedText
from quizapp.accounts.rules import clean_display_name, clean_username

MOST_LINES = 500
EMPTY_LIST = "There is no name in it. Write one pupil on each line."
LONG_LIST = "That is a list of {count:,} lines. Add at most {most} people at a time, a class or a year."
CELLS = "Only a name and a username belong on a line; this one has {count} parts."
QUOTES = "A quotation mark is opened here and never closed. Take it out, or close it."
DELIMITERS = "\t;,"
NAME, FIRST, LAST, USERNAME = "name", "first", "last", "username"
# What the columns of a school's list are called.
HEADERS = {
    NAME: {"name", "names", "full name", "display name", "student", "students", "student name", "pupil", "pupils"},
    FIRST: {"first name", "firstname", "given name", "forename", "vorname", "prénom", "prenom", "nombre"},
    LAST: {
        "last name",
        "lastname",
        "surname",
        "family name",
        "nachname",
        "familienname",
        "nom",
        "apellido",
        "apellidos",
    },
    USERNAME: {"username", "user name", "user", "login", "benutzername", "account", "identifiant", "usuario"},
}


class UnreadableList(Exception):
    """The list cannot be read as a whole; the message says what to do."""


@dataclass(frozen=True, slots=True)
class ListedPupil:
    """One line of a list: who it names, or what is amiss with it."""

    number: int  # of the line, from 1
    name: str
    username: str  # empty: none is given
    problem: str = ""


def listed_pupils(text: str) -> tuple[ListedPupil, ...]:
    """Return who a list names, line by line; UnreadableList where it names nobody or too many."""
    rows = _rows(text)
    if len(rows) > MOST_LINES + 1:
        raise UnreadableList(LONG_LIST.format(count=len(rows), most=MOST_LINES))
    columns, body = _columns(rows)
    if not body:
        raise UnreadableList(EMPTY_LIST)
    if len(body) > MOST_LINES:
        raise UnreadableList(LONG_LIST.format(count=len(body), most=MOST_LINES))
    return tuple(_pupil(number, cells, columns) for number, cells in body)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The lines that hold anything, each with its number and its cells."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sign = _delimiter(text)
    text = re.sub(rf'" +(?=[{sign}\n]|$)', '"', text)  # strictly read, nothing may follow a closing quotation mark
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign, skipinitialspace=True, strict=True)
    rows, begun = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((begun, [cell.strip() for cell in cells]))
            begun = reader.line_num + 1
    except csv.Error:
        raise UnreadableList(f"Line {begun}: {QUOTES}") from None
    return rows


def _delimiter(text: str) -> str:
    """The sign that most lines hold, tabs before semicolons before commas."""
    lines = [line for line in text.split("\n") if line.strip()][:50]
    return max(DELIMITERS, key=lambda sign: (sum(sign in line for line in lines), -DELIMITERS.index(sign)))


def _columns(rows: Sequence[tuple[int, list[str]]]) -> tuple[dict[int, str], Sequence[tuple[int, list[str]]]]:
    """What stands in which cell, and the rows after the header if there is one."""
    first = [cell.casefold() for cell in rows[0][1]] if rows else []
    meanings = {word: meaning for meaning, words in HEADERS.items() for word in words}
    named = {place: meanings[word] for place, word in enumerate(first) if word in meanings}
    if named and set(named.values()) & {NAME, FIRST, LAST}:
        if len(rows) > 1 and FIRST in named.values() and NAME in named.values() and LAST not in named.values():
            named = {place: LAST if meaning == NAME else meaning for place, meaning in named.items()}
        return named, rows[1:]
    return {0: NAME, 1: USERNAME}, rows


def _pupil(number: int, cells: Sequence[str], columns: dict[int, str]) -> ListedPupil:
    extra = [cell for place, cell in enumerate(cells) if cell and place not in columns]
    if extra and columns == {0: NAME, 1: USERNAME}:
        return ListedPupil(number, " ".join(filter(None, cells)), "", CELLS.format(count=len(cells)))
    parts = {meaning: cells[place] for place, meaning in columns.items() if place < len(cells)}
    name = parts.get(NAME, "") or " ".join(filter(None, (parts.get(FIRST, ""), parts.get(LAST, ""))))
    username = parts.get(USERNAME, "")
    try:
        clean = clean_display_name(name)
        return ListedPupil(number, clean, clean_username(username) if username else "")
    except RefusedText as refusal:
        return ListedPupil(number, name, username, str(refusal))
