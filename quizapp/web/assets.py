"""Styles, scripts and pictures, at addresses that change with what is in them, so that browsers may keep them."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, request, url_for

# The order in which the parts of a bundle stand; one request brings them all.
STYLES = (
    *("tokens", "base", "layout", "buttons", "forms", "progress", "question", "typed"),
    *("answer", "passage", "reader", "result", "chart", "shelf", "sentences", "account", "print"),
)
SCRIPTS = ("page", "selecting", "keys", "answer", "ordering", "countdown")
A_YEAR = 31_536_000
KEY = "quizapp.assets"

mimetypes.add_type("text/javascript", ".js")
assets = Blueprint("assets", __name__)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    body: bytes
    packed: bytes
    mimetype: str


@dataclass(frozen=True, slots=True)
class Assets:
    """Every file by name, and the version that stands in their addresses."""

    files: dict[str, Asset]
    version: str


def init_assets(app: Flask) -> None:
    """Read the static files once and give templates `asset(name)`, the address of one."""
    app.extensions[KEY] = read_assets(Path(app.static_folder or ""))
    app.register_blueprint(assets)
    app.add_template_global(asset_address, "asset")


def asset_address(name: str) -> str:
    """Return the address of a file, which changes when any file does."""
    return url_for("assets.show", version=current_app.extensions[KEY].version, name=name)


@assets.get("/assets/<version>/<path:name>")
def show(version: str, name: str) -> Response:
    """Send one file; a browser may keep it for ever when the address names the version at hand."""
    known: Assets = current_app.extensions[KEY]
    asset = known.files.get(name) or abort(404)
    packs = "gzip" in request.headers.get("Accept-Encoding", "")
    response = Response(asset.packed if packs else asset.body, mimetype=asset.mimetype)
    response.vary.add("Accept-Encoding")
    if packs:
        response.content_encoding = "gzip"
    response.cache_control.public = True
    response.cache_control.max_age = A_YEAR if version == known.version else 0
    return response


def read_assets(folder: Path) -> Assets:
    """Read pictures, and join styles and scripts into one file each."""
    bodies = {f"img/{path.name}": path.read_bytes() for path in sorted(folder.glob("img/*"))}
    bodies["style.css"] = b"\n".join(part(folder, "css", name) for name in STYLES)
    bodies["script.js"] = b"\n".join(b"{\n" + part(folder, "js", name) + b"}" for name in SCRIPTS)
    # What only teachers need costs a learner nothing; its parts stand in the order of their names.
    bodies["teach.css"] = b"\n".join(path.read_bytes() for path in sorted(folder.glob("css/teach/*.css")))
    bodies["teach.js"] = b"\n".join(b"{\n" + path.read_bytes() + b"}" for path in sorted(folder.glob("js/teach/*.js")))
    version = hashlib.sha256(b"\0".join(bodies.values())).hexdigest()[:12]
    return Assets({name: pack(name, body) for name, body in bodies.items()}, version)


def part(folder: Path, suffix: str, name: str) -> bytes:
    """Read one part of a bundle."""
    return (folder / suffix / f"{name}.{suffix}").read_bytes()


def pack(name: str, body: bytes) -> Asset:
    """Make a file ready to send, packed and plain."""
    mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Asset(body, gzip.compress(body, mtime=0), mimetype)
