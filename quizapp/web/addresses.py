"""What stands in addresses: numbers small enough, and words without what one of the databases cannot hold."""

from __future__ import annotations

from flask import Flask, request
from werkzeug.exceptions import BadRequest
from werkzeug.routing import IntegerConverter


class RowNumber(IntegerConverter):
    """The id of a row, or a place in a list; a huge one is only a page that is not there."""

    regex = r"[0-9]{1,9}"


def init_addresses(app: Flask) -> None:
    """Read every `<int:…>` of an address so; before any blueprint is registered."""
    app.url_map.converters["int"] = RowNumber
    app.before_request(refuse_nul)


def refuse_nul() -> None:
    """PostgreSQL can neither keep nor look for a text with a NUL in it, and nobody types one."""
    if "%00" in request.query_string.decode("latin-1"):
        raise BadRequest
