"""axe finds nothing on any page, in light, in dark, and in a telephone's window."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.looks import judge
from tests.journeys.walking import LAST, fill, go_on, send, start

pytestmark = pytest.mark.browser


def test_every_page_of_the_learners_way(page: Page) -> None:
    for path in ("/", "/learn/quizzes/1", "/no-such-page"):
        page.goto(path)
        judge(page)
    start(page, "First steps")
    for _ in range(LAST):
        send(page)
        asked_again = page.locator("#answer-error, [data-state]:text('Nothing was moved yet')")
        expect(asked_again.or_(page.locator("#verdict")).first).to_be_visible()
        if asked_again.count():
            judge(page)
            fill(page)
            send(page)
        expect(page.locator("#verdict")).to_be_visible()
        judge(page)
        go_on(page)
        if page.url.endswith("/result"):
            break
        judge(page)
    judge(page)
    for path in ("/learn/history/", "/learn/practice/", "/account/data/", "/account/erase/", "/"):
        page.goto(path)
        judge(page)


def test_the_reader_and_the_exam(page: Page) -> None:
    start(page, "The whole story")
    judge(page)
    page.get_by_role("link", name="All questions, and submit").click()
    expect(page).to_have_url(re.compile(r"/submit$"))
    judge(page)
    page.get_by_role("button", name="Submit as it is").click()
    expect(page).to_have_url(re.compile(r"/result$"))
    judge(page)
    page.locator(".rows a").first.click()
    expect(page).to_have_url(re.compile(r"/answers/\d+$"))
    judge(page)
    page.get_by_role("link", name="Read in context").first.click()
    expect(page.locator("#here")).to_be_in_viewport()
    judge(page)
