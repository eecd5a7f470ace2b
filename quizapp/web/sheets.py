"""Sending tables as files."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response
from werkzeug.http import dump_options_header
from werkzeug.utils import secure_filename

from quizapp.interchange.sheets import Sheet, csv_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send_csv(sheet: Sheet, name: str) -> Response:
    """Send a table as text for a spreadsheet; the name comes without its ending."""
    return _sent(csv_of(sheet), "text/csv", f"{_file_name(name)}.csv")


def send_xlsx(sheets: Sequence[Sheet], name: str) -> Response:
    """Send tables as a workbook; the name comes without its ending."""
    from quizapp.interchange.workbook import xlsx_of  # only here: no other page needs what it loads

    return _sent(xlsx_of(sheets), XLSX, f"{_file_name(name)}.xlsx")


def _sent(body: str | bytes, kind: str, name: str) -> Response:
    response = Response(body, mimetype=kind)
    response.headers["Content-Disposition"] = dump_options_header("attachment", {"filename": name})
    return response


def _file_name(name: str) -> str:
    return secure_filename(name) or "results"
