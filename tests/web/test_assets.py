"""Styles and scripts travel as one file each, and browsers may keep them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.web.assets import SCRIPTS, STYLES, asset_address, read_assets

STATIC = Path(__file__).parent.parent.parent / "static"


def test_no_style_and_no_script_is_forgotten() -> None:
    assert sorted(STYLES) == sorted(path.stem for path in STATIC.glob("css/*.css"))
    assert sorted(SCRIPTS) == sorted(path.stem for path in STATIC.glob("js/*.js"))


def test_scripts_can_stand_in_one_file() -> None:
    """Each is a block of its own, so none may import or export."""
    for path in STATIC.glob("js/*.js"):
        assert not re.search(r"^\s*(import|export)\b", path.read_text(), re.M), path.name


def test_the_version_changes_with_any_file(tmp_path: Path) -> None:
    for folder, names in (("css", STYLES), ("js", SCRIPTS)):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.{folder}").write_text("a")
    before = read_assets(tmp_path).version
    assert read_assets(tmp_path).version == before
    (tmp_path / "js" / f"{SCRIPTS[-1]}.js").write_text("b")
    assert read_assets(tmp_path).version != before


@pytest.mark.sqlite_only
def test_a_browser_may_keep_a_file_for_ever(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        address = asset_address("style.css")
    response = client.get(address)
    assert response.status_code == 200
    assert response.mimetype == "text/css"
    assert response.cache_control.max_age == 31_536_000
    assert response.cache_control.public
    assert "Set-Cookie" not in response.headers


@pytest.mark.sqlite_only
def test_an_old_address_gives_the_file_at_hand_and_no_promise(client: FlaskClient) -> None:
    response = client.get("/assets/000000000000/script.js")
    assert response.status_code == 200
    assert response.mimetype == "text/javascript"
    assert response.cache_control.max_age == 0


@pytest.mark.sqlite_only
def test_a_file_is_packed_for_who_can_unpack_it(client: FlaskClient) -> None:
    plain = client.get("/assets/x/style.css")
    packed = client.get("/assets/x/style.css", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.sqlite_only
@pytest.mark.parametrize("name", ["../config.py", "css/tokens.css", "nothing.css"])
def test_nothing_else_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/assets/x/{name}").status_code == 404
