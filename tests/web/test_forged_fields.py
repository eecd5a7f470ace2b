"""Fields that no form has change nothing, sent with honest ones or alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from flask import Flask

from quizapp.web.access_table import PARTS, Row, Who
from tests.web.scene import NOBODY, Scene, make_scene
from tests.web.test_access import CHANCE, FORGED, HERS_TO_SET, HONEST, Asked, cases

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def scene(app: Flask, tmp_path: Path) -> Scene:
    return make_scene(app, tmp_path)


def writes_of(part: ModuleType) -> Iterator[Row]:
    return (row for row in part.ROWS if row.method == "POST")


def asked_by(scene: Scene, row: Row, roles: tuple[str, ...]) -> Iterator[Asked]:
    return (asked for role in roles for asked in cases(scene, row, role) if asked.relation in {"own", "none"})


def outcome_of(scene: Scene, asked: Asked, fields: dict[str, str]) -> tuple[int, dict[str, list[object]] | None]:
    """What a request amounts to: its status, and every row where it changed any."""
    with scene.undone():
        before = scene.noticed()
        answer = scene.browser(asked.role).post(asked.path, fields)
        answer.close()
        return answer.status_code, scene.rows(leaving_out=CHANCE) if scene.noticed() != before else None


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__.rpartition(".")[2])
def test_fields_that_no_form_has_are_not_read(scene: Scene, part: ModuleType) -> None:
    for row in writes_of(part):
        forged = FORGED
        if row.who in {Who.TEACHERS, Who.ADMINS}:  # a teacher sets a few of these by her own forms
            forged = {name: value for name, value in FORGED.items() if name not in HERS_TO_SET}
        honest = HONEST.get(row.endpoint, {})
        for asked in asked_by(scene, row, (NOBODY, "guest", "student", "teacher")):
            assert outcome_of(scene, asked, {**forged, **honest}) == outcome_of(scene, asked, honest), asked


def test_the_honest_requests_do_something(scene: Scene) -> None:
    """Else the comparison would compare nothing with nothing."""
    nothing = scene.rows(leaving_out=CHANCE)
    for row in (row for part in PARTS for row in writes_of(part) if row.endpoint in HONEST):
        roles = (NOBODY, "guest", "student", "teacher", "admin")
        done = [outcome_of(scene, asked, HONEST[row.endpoint])[1] for asked in asked_by(scene, row, roles)]
        assert any(rows not in (None, nothing) for rows in done), row.endpoint
