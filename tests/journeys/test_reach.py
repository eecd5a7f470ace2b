"""axe finds nothing on any page, in light, in dark, and in a telephone's window."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.signed_in import LOOKS
from tests.journeys.walking import LAST, fill, go_on, send, start

pytestmark = pytest.mark.browser


@pytest.fixture(params=LOOKS, ids=LOOKS)
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Give a tab in one of the looks."""
    context = browser.new_context(base_url=address, reduced_motion="reduce", **LOOKS[request.param])
    yield context.new_page()
    context.close()


def look(page: Page) -> None:
    """Let axe judge the page, with everything that opens opened."""
    page.wait_for_load_state()
    page.eval_on_selector_all("main details", "all => all.forEach((one) => { one.open = true; })")
    found = Axe().run(page).response["violations"]
    assert [(page.url, rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_every_page_of_the_learners_way(page: Page) -> None:
    for path in ("/", "/learn/quizzes/1", "/no-such-page"):
        page.goto(path)
        look(page)
    start(page, "First steps")
    for _ in range(LAST):
        send(page)
        asked_again = page.locator("#answer-error, [data-state]:text('Nothing was moved yet')")
        expect(asked_again.or_(page.locator("#verdict")).first).to_be_visible()
        if asked_again.count():
            look(page)
            fill(page)
            send(page)
        expect(page.locator("#verdict")).to_be_visible()
        look(page)
        go_on(page)
        if page.url.endswith("/result"):
            break
        look(page)
    look(page)
    for path in ("/learn/history/", "/learn/practice/", "/"):
        page.goto(path)
        look(page)


def test_the_reader_and_the_exam(page: Page) -> None:
    start(page, "The whole story")
    look(page)
    page.get_by_role("link", name="All questions, and submit").click()
    expect(page).to_have_url(re.compile(r"/submit$"))
    look(page)
    page.get_by_role("button", name="Submit as it is").click()
    expect(page).to_have_url(re.compile(r"/result$"))
    look(page)
    page.locator(".rows a").first.click()
    expect(page).to_have_url(re.compile(r"/answers/\d+$"))
    look(page)
    page.get_by_role("link", name="Read in context").first.click()
    expect(page.locator("#here")).to_be_in_viewport()
    look(page)
