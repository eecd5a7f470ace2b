"""What travels: nothing to third parties, little in all, and no answer is lost on the way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.journeys.looks import judge
from tests.journeys.walking import fill, send, start, take

pytestmark = pytest.mark.browser


def test_no_request_leaves_the_server(page: Page, address: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    take(page, "First steps")
    for path in ("/learn/history/", "/account/", "/account/sign-in"):
        page.goto(path)
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []


def test_a_question_page_is_light(page: Page, browser: Browser, address: str) -> None:
    start(page, "First steps")
    state = page.context.storage_state()
    fresh = browser.new_context(base_url=address, storage_state=state)
    cold = travelled(fresh.new_page(), page.url)
    warm = travelled(fresh.new_page(), page.url)
    fresh.close()
    assert len(cold) <= 4
    assert sum(cold.values()) <= 20 * 1024
    assert len(warm) == 1
    assert sum(warm.values()) <= 6 * 1024


def travelled(page: Page, url: str) -> dict[str, int]:
    """Return the bytes that came over the network for a page, by address."""
    page.goto(url, wait_until="networkidle")
    entries = page.evaluate(
        """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
          .map((entry) => [entry.name, entry.transferSize])"""
    )
    return {name: size for name, size in entries if size}


def test_an_answer_is_not_lost_with_the_network(page: Page) -> None:
    start(page, "First steps")
    fill(page)
    page.route("**/questions/*", lambda route: route.abort())
    send(page)
    expect(page.locator("[data-state]")).to_have_text(re.compile("^No word came back"))
    assert page.locator("input[name=chosen]:checked, input[name=text]").count() == 1
    page.unroute("**/questions/*")
    send(page)
    expect(page.locator("#verdict")).to_be_visible()


def test_a_reply_lost_after_the_save_is_one_save(page: Page) -> None:
    """The server has the answer, the page does not know: sending again shows that answer."""
    start(page, "First steps")
    fill(page)
    sent: list[str] = []

    def lose(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fetch()
        route.abort()

    page.route("**/questions/*", lose)
    send(page)
    expect(page.locator("[data-state]")).to_have_text(re.compile("^No word came back"))
    page.unroute("**/questions/*")
    send(page)
    expect(page.locator("#verdict")).to_be_visible()
    page.goto(page.url.split("/answers/")[0])
    expect(page).to_have_url(re.compile(r"/questions/2$"))


def test_an_answer_changed_after_a_lost_reply_is_a_new_answer(page: Page) -> None:
    """The first answer was saved, unseen: the second is not swallowed as the same save, the learner is asked."""
    start(page, "The exam quiz")
    page.locator("label.option").nth(0).click()

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/questions/*", lose)
    send(page)
    expect(page.locator("[data-state]")).to_have_text(re.compile("^No word came back"))
    page.unroute("**/questions/*")
    page.locator("label.option").nth(1).click()
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("You answered this question in two places")


def test_two_pages_of_one_question_let_the_learner_choose(page: Page) -> None:
    start(page, "The whole story")
    while not page.locator("input[name=chosen]").count():
        passed = page.url
        fill(page)
        send(page)
        expect(page).not_to_have_url(passed)
        page.wait_for_load_state()
    here = page.url
    other = page.context.new_page()
    other.goto(here)
    page.locator("label.option").nth(0).click()
    send(page)
    expect(page).not_to_have_url(here)
    other.locator("label.option").nth(1).click()
    wanted = (other.locator("label.option span").nth(1).text_content() or "").strip()
    send(other)
    expect(other.get_by_role("heading", level=1)).to_have_text("You answered this question in two places")
    expect(other.locator("dl")).to_contain_text(wanted)
    judge(other)
    other.get_by_role("button", name="Save this page’s answer").click()
    expect(other.get_by_role("heading", level=1)).not_to_have_text("You answered this question in two places")
    other.goto(here)
    assert other.locator("input[name=chosen]").nth(1).is_checked()
