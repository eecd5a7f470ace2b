"""Tables as files for a spreadsheet, in which no cell can begin a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from flask import Response
from werkzeug.http import dump_options_header
from werkzeug.utils import secure_filename

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_file(name: str, rows: Iterable[Sequence[str]]) -> Response:
    """Send rows as a CSV file of this name, which every spreadsheet reads as UTF-8."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([plain_cell(cell) for cell in row] for row in rows)
    response = Response("\ufeff" + text.getvalue(), mimetype="text/csv")
    names = {"filename": f"{secure_filename(name) or 'table'}.csv"}
    response.headers["Content-Disposition"] = dump_options_header("attachment", names)
    return response


def plain_cell(text: str) -> str:
    """Return a cell that a spreadsheet takes for text: an apostrophe stands before what would begin a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
