"""Browsers to test with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.app import create_app
from quizapp.config import Settings
from quizapp.storage.database import db
from tests.web.browser import Browser


@pytest.fixture
def visitor(app: Flask) -> Browser:
    """Give a visitor that nobody has used."""
    return Browser(app)


@pytest.fixture
def other_browser(app: Flask) -> Browser:
    """Give a second one."""
    return Browser(app)


@pytest.fixture
def ana(app: Flask) -> Browser:
    """Give the visitor of Ana, who has an account."""
    return Browser(app).sign_up("ana")


@pytest.fixture
def gus(app: Flask) -> Browser:
    """Give the visitor of Gus, who is a guest."""
    return Browser(app).be_guest("Gus")


@pytest.fixture
def app_with(settings: Settings) -> Iterator[Callable[..., Flask]]:
    """Give a way to make the application with other settings, on the same database."""
    made: list[Flask] = []

    def make(**changes: object) -> Flask:
        made.append(create_app(replace(settings, **changes)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for application in made:
        with application.app_context():
            db.engine.dispose()
