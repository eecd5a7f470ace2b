"""A telephone's window, and text at twice its size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.walking import LAST, fill, go_on, has_no_sideways_scroll, send, start

pytestmark = pytest.mark.browser


@pytest.fixture(params=[(320, 640), (640, 512)], ids=["320 px", "1280 px at 200 %"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Give a tab in a small window."""
    width, height = request.param
    context = browser.new_context(base_url=address, viewport={"width": width, "height": height}, has_touch=True)
    yield context.new_page()
    context.close()


def test_no_page_scrolls_sideways(page: Page) -> None:
    for path in ("/", "/account/sign-in", "/account/sign-up"):
        page.goto(path)
        assert has_no_sideways_scroll(page), path
    start(page, "First steps")
    for _ in range(LAST):
        assert has_no_sideways_scroll(page), page.url
        assert_targets_are_large(page)
        fill(page)
        send(page)
        expect(page.locator("#verdict")).to_be_visible()
        page.eval_on_selector_all("main details", "all => all.forEach((one) => { one.open = true; })")
        assert has_no_sideways_scroll(page), page.url
        go_on(page)
        if page.url.endswith("/result"):
            break
    for path in (page.url, "/learn/history/", "/account/"):
        page.goto(path)
        assert has_no_sideways_scroll(page), path


def assert_targets_are_large(page: Page) -> None:
    """What is pressed to answer is at least 44 px high and wide."""
    for target in page.locator("main form :is(label.option, .tick, select, button, input[name=text])").all():
        if target.is_visible():
            box = target.bounding_box()
            assert box is not None
            assert box["height"] >= 44, target.evaluate("element => element.outerHTML")
            assert box["width"] >= 44
