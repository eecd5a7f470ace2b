"""Browsers to test with."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.web.browser import Browser


@pytest.fixture
def browser(app: Flask) -> Browser:
    """Give a browser that nobody has used."""
    return Browser(app)


@pytest.fixture
def other_browser(app: Flask) -> Browser:
    """Give a second one."""
    return Browser(app)


@pytest.fixture
def ana(app: Flask) -> Browser:
    """Give the browser of Ana, who has an account."""
    return Browser(app).sign_up("ana")


@pytest.fixture
def gus(app: Flask) -> Browser:
    """Give the browser of Gus, who is a guest."""
    return Browser(app).be_guest("Gus")
