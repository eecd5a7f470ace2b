"""The small bank on the shelf."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from tests.small_bank import load_small_bank


@pytest.fixture(autouse=True)
def small(app: Flask, tmp_path: Path) -> None:
    """Load the small bank."""
    load_small_bank(app, tmp_path / "banks")
