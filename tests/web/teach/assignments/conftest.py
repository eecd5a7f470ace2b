"""A class to test with."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.web.teach.teaching import Room, make_room


@pytest.fixture
def room(loaded: Flask) -> Room:
    """Give Tess with a class of Ana."""
    return make_room(loaded)
