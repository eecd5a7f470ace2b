"""A real browser on a real server with the shipped banks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from quizapp.app import create_app
from tests.conftest import settings_for, skip_or_fail
from tests.serving import running
from tests.small_bank import load_small_bank

QUIET = (
    *(("--no-sandbox",) if os.geteuid() == 0 else ()),  # Chromium's own sandbox refuses to run as root
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def find_chromium() -> str | None:
    """Return the system's browser, where there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the system's Chromium, and let it talk to nobody else."""
    chromium = find_chromium()
    if chromium is None:
        skip_or_fail("Chromium is not installed")
    return {**browser_type_launch_args, "executable_path": chromium, "args": list(QUIET)}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the shipped banks, and a small one with a time limit, from a new data directory."""
    root = tmp_path_factory.mktemp("journeys")
    with running(root / "data") as serving:
        load_small_bank(create_app(settings_for(root / "data")), root)
        yield serving.address


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Give a place for what tabs complain of, which fails the test."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def page(browser: Browser, address: str, complaints: list[str]) -> Iterator[Page]:
    """Give a tab of a browser of its own."""
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    yield watched(context, complaints)
    context.close()


def watched(context: BrowserContext, complaints: list[str]) -> Page:
    """Open a tab and note every error it reports: scripts that fail, and what the content policy forbids."""
    tab = context.new_page()
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
    return tab


def is_complaint(message: Any) -> bool:
    """Whether a console message says that something is wrong with the page, not with what was sent."""
    return message.type == "error" and "Failed to load resource" not in message.text
