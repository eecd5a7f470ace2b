"""Where one left off is where one goes on, on any device."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.walking import fill, go_on, send, start, take

pytestmark = pytest.mark.browser


def test_a_guest_goes_on_on_another_device(page: Page, browser: Browser, address: str) -> None:
    start(page, "First steps")
    for _ in range(2):
        fill(page)
        send(page)
        go_on(page)
    expect(page).to_have_url(re.compile(r"/questions/3$"))
    stem = page.get_by_role("heading", level=1).text_content()
    page.goto("/account/")
    found = re.search(r"/account/resume/[\w-]+", page.locator("main").inner_html())
    assert found
    other = browser.new_context(base_url=address).new_page()
    other.goto(found[0])
    other.get_by_role("button", name="Go on").click()
    other.get_by_role("link", name="First steps", exact=True).click()
    other.get_by_role("link", name="Go on where you left off").click()
    expect(other).to_have_url(re.compile(r"/questions/3$"))
    assert other.get_by_role("heading", level=1).text_content() == stem
    other.context.close()


def test_the_progress_line_remembers(page: Page) -> None:
    start(page, "First steps")
    fill(page)
    send(page)
    go_on(page)
    label = page.locator(".progress-line").get_attribute("aria-label") or ""
    assert label.startswith("Question 2 of ")
    assert re.search(r"1 (right|partly right|not right)\.", label)


def test_back_and_forward_show_what_is_so(page: Page) -> None:
    start(page, "First steps")
    fill(page)
    send(page)
    expect(page).to_have_url(re.compile(r"/answers/1$"))
    go_on(page)
    page.go_back()
    expect(page.locator("#verdict")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/answers/1$"))
    expect(page.locator("#verdict")).to_be_visible()


def test_mistakes_are_practised_in_one_click(page: Page) -> None:
    take(page, "First steps")
    mistakes = page.locator(".rows .note:not(.right-ink)").count()
    assert mistakes
    page.get_by_role("button", name=f"Practise my mistakes ({mistakes})").click()
    expect(page).to_have_url(re.compile(r"/questions/1$"))
    assert f"of {mistakes}" in (page.locator(".progress-line").get_attribute("aria-label") or "")
    fill(page)
    send(page)
    expect(page.locator("#verdict")).to_be_visible()


def test_what_was_done_stands_in_the_history(page: Page) -> None:
    take(page, "First steps")
    score = (page.locator(".score").text_content() or "").split()[0]
    page.goto("/learn/history/")
    expect(page.locator(".rows .note").first).to_have_text(re.compile(rf"^{score}\s%$"))
