"""Two teachers in their browsers."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.web.browser import Browser
from tests.web.teach.teaching import teacher


@pytest.fixture
def tess(app: Flask) -> Browser:
    """Give the browser of Tess, who teaches."""
    return teacher(app, "tess")


@pytest.fixture
def theo(app: Flask) -> Browser:
    """Give the browser of Theo, who teaches too."""
    return teacher(app, "theo")
