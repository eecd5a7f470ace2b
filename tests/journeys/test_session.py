"""A session that ended elsewhere takes no answer with it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import fill, send, start

pytestmark = pytest.mark.browser


def test_a_guest_signed_out_elsewhere_comes_back_with_the_answer(page: Page) -> None:
    start(page, "The exam quiz")
    fill(page)
    chosen = page.locator("input[name=chosen]:checked").input_value()
    other = page.context.new_page()
    other.goto("/account/")
    link = re.search(r"/account/resume/[\w-]+", other.locator("main").inner_html())
    assert link
    other.get_by_role("button", name="Sign out here").click()
    expect(other.get_by_role("link", name="Sign in").first).to_be_visible()
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Please sign in")
    other.goto(link[0])
    other.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="I have opened my link").click()
    expect(page.locator(f"input[name=chosen][value='{chosen}']")).to_be_checked()
    expect(page.get_by_text("Your session had ended")).to_be_visible()
    send(page)
    expect(page).to_have_url(re.compile(r"/questions/2$"))
