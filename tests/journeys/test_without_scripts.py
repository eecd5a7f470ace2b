"""Everything works without JavaScript; scripts only make it smoother."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.walking import LAST, fill, go_on, send, start, take

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Give a tab that runs no scripts."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_quiz_with_feedback_after_each_answer(page: Page) -> None:
    take(page, "First steps")
    expect(page.locator(".score")).to_be_visible()
    expect(page.locator("[data-keys-note]")).to_be_hidden()


def test_a_quiz_with_feedback_at_the_end(page: Page) -> None:
    start(page, "The whole story")
    fill(page)
    send(page)
    expect(page).to_have_url(re.compile(r"/questions/2$"))
    page.get_by_role("link", name="Previous question").click()
    expect(page.get_by_text("Saved. You can change it until you submit.")).to_be_visible()
    page.get_by_role("link", name="All questions, and submit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Some questions are not answered")
    page.get_by_role("button", name="Submit as it is").click()
    expect(page).to_have_url(re.compile(r"/result$"))
    page.locator(".rows a").first.click()
    expect(page.locator("#verdict")).to_be_visible()


def test_an_answer_forgotten_is_asked_for_beside_the_field(page: Page) -> None:
    start(page, "First steps")
    for _ in range(LAST):
        send(page)
        expect(page.locator("#answer-error")).to_be_visible()
        described = page.locator("main form [aria-describedby~=answer-error]")
        expect(described.first).to_be_attached()
        fill(page)
        send(page)
        go_on(page)
        if page.url.endswith("/result"):
            return
