"""An answer that is not saved: the page says so, asks before it is left, and shows where to look."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.journeys.walking import fill, send, start

pytestmark = pytest.mark.browser


def test_leaving_an_answer_unsaved_is_asked_about(page: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    start(page, "The exam quiz")
    fill(page)
    expect(page.locator("[data-state]")).to_have_text("Not saved yet.")
    page.get_by_role("link", name="All questions, and submit").click(no_wait_after=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    send(page)
    expect(page).to_have_url(re.compile(r"/questions/2$"))
    page.get_by_role("link", name="All questions, and submit").click()
    expect(page).to_have_url(re.compile(r"/submit$"))
    assert asked == ["beforeunload"]


def test_what_is_missing_has_the_focus(page: Page) -> None:
    start(page, "The first quiz")
    for _ in range(4):
        expect(page.locator("[data-error]")).to_be_attached()
        typed = page.locator("input[name=text]").count()
        send(page)
        where = page.locator("input[name=text]" if typed else "[data-error]")
        expect(where).to_be_focused()
        expect(where).to_be_in_viewport()
        fill(page)
        send(page)
        expect(page.locator("#verdict")).to_be_focused()
        page.locator("[data-next]").click()
        expect(page.locator("#verdict")).to_have_count(0)
