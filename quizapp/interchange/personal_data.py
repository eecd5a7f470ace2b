"""Everything kept about a person as one archive: a file that programs read, and tables that people open."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quizapp.interchange.spreadsheet import Cell, csv_text
from quizapp.personal.queries import (
    AnswerKept,
    ArrangementKept,
    AttemptKept,
    ClassKept,
    MemoryKept,
    NoticeKept,
    QuoteKept,
    Record,
    ThingKept,
)

FOLDER = "my-data"
README = """What Quizapp keeps about {name}
as of {moment} UTC

everything.json   all of it in one file, for programs
classes.csv       the classes you are in, or were
arrangements.csv  other times and more time that a teacher arranged for you
attempts.csv      every quiz and every round of practice you began
answers.csv       every answer: what was asked and in which version, what you said, how sure you were, what it was
                  worth, the key, and the quotes that decide it
memories.csv      when each question comes back in practice, and what that is computed from
notices.csv       what you were told of changed marks, and what you said was wrong, with what was decided
other.csv         what else bears your name: links for a new password, and what you made if you teach

The tables open in any spreadsheet. A cell that could start a formula begins with an apostrophe.
Moments are in UTC. Marks and keys that may not be shown to you yet are left empty; they are there once they are shown.
Your password is not kept, only a sign by which it is recognised; the same holds for secret links.
"""


def personal_archive(record: Record) -> bytes:
    """Return a record as a ZIP; the same record gives the same bytes."""
    name, moment = record.profile.display_name, f"{record.made_at:%d %B %Y, %H:%M}"
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for file_name, text in (
            ("README.txt", README.format(name=name, moment=moment)),
            ("everything.json", json.dumps(record, ensure_ascii=False, default=_plain)),
            *((f"{table}.csv", csv_text(header, rows)) for table, header, rows in _tables(record)),
        ):
            info = ZipInfo(f"{FOLDER}/{file_name}", record.made_at.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return out.getvalue()


def _tables(record: Record) -> Iterator[tuple[str, list[str], list[list[Cell]]]]:
    parts: dict[str, tuple[type, Sequence[Any]]] = {
        "classes": (ClassKept, record.classes),
        "arrangements": (ArrangementKept, record.arrangements),
        "attempts": (AttemptKept, record.attempts),
        "answers": (AnswerKept, record.answers),
        "memories": (MemoryKept, record.memories),
        "notices": (NoticeKept, record.notices),
        "other": (ThingKept, record.things),
    }
    for name, (kind, rows) in parts.items():
        columns = [field.name for field in fields(kind)]
        yield name, [column.replace("_", " ") for column in columns], [_cells(row, columns) for row in rows]


def _cells(row: object, columns: Sequence[str]) -> list[Cell]:
    return [_cell(getattr(row, column)) for column in columns]


def _cell(value: object) -> Cell:
    match value:
        case None | "":
            return None
        case bool():
            return "yes" if value else "no"
        case int() | float() | str():
            return value
        case Decimal():
            return float(value)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case tuple():
            return "\n".join(f"{one.document}: “{one.words}”" for one in value if isinstance(one, QuoteKept))
    raise TypeError(value)


def _plain(value: object) -> str | dict[str, object]:
    """What JSON has no form for: records by their fields, moments as ISO 8601, points as exact decimals."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    raise TypeError(value)
