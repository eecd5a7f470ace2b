"""A tab of somebody with an account, in any look."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import watched
from tests.web.browser import PASSWORD


def opened(browser: Browser, address: str, complaints: list[str], name: str = "Tess", **look: Any) -> Page:
    """Open a tab in which a person is signed in; what it complains of is noted."""
    tab = watched(browser.new_context(base_url=address, reduced_motion="reduce", **look), complaints)
    tab.goto("/account/sign-in")
    tab.get_by_label("Username").fill(name.lower())
    tab.get_by_label("Password").fill(PASSWORD)
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("link", name=name)).to_be_visible()
    return tab
