"""Numbers in addresses: small enough for every database, so that a huge one is only a page that is not there."""

from __future__ import annotations

from flask import Flask
from werkzeug.routing import IntegerConverter


class RowNumber(IntegerConverter):
    """The id of a row, or a place in a list."""

    regex = r"[0-9]{1,9}"


def init_addresses(app: Flask) -> None:
    """Read every `<int:…>` of an address so; before any blueprint is registered."""
    app.url_map.converters["int"] = RowNumber
