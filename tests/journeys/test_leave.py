"""A whole quiz by somebody who knows nothing, with scripts and without, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.test_keyboard import focus_with_tab
from tests.journeys.walking import LAST, go_on, start

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Give a tab with scripts or without."""
    context = browser.new_context(base_url=address, reduced_motion="reduce", java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_every_question_can_be_passed_without_an_answer(page: Page) -> None:
    start(page, "First steps")
    for _ in range(LAST):
        focus_with_tab(page, "button[name=skip]")
        page.keyboard.press("Enter")
        expect(page.locator("#verdict")).to_contain_text("Not answered.")
        expect(page.locator(".passage:not(.passage-small)").first).to_be_visible()
        go_on(page)
        if page.url.endswith("/result"):
            break
    expect(page.locator(".score")).to_have_text("0 %")
    expect(page.get_by_role("button", name="Practise my mistakes")).to_be_visible()


def test_an_exam_question_is_skipped_and_found_open_at_the_end(page: Page) -> None:
    start(page, "The exam quiz")
    page.get_by_role("link", name="Skip for now").click()
    page.wait_for_url("**/questions/2")
    page.get_by_role("link", name="All questions, and submit").click()
    expect(page.get_by_role("link", name="Question 1, not answered")).to_be_visible()
