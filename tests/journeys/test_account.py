"""Accounts in a real browser: axe on every page in every look, and a guest who becomes somebody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.looks import judge
from tests.journeys.walking import start

pytestmark = pytest.mark.browser
PASSWORD = "tulip under the bridge"


def make_account(page: Page, username: str) -> None:
    """Fill in the form for an account and send it."""
    page.get_by_label("Your name").fill("Ana Maria")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_text("Your account is made.")).to_be_visible()


def test_axe_finds_nothing_on_any_account_page(page: Page) -> None:
    for path in ("/account/sign-in", "/account/sign-up", "/account/guest", "/account/invitation/none"):
        page.goto(path)
        judge(page)
    page.goto("/account/sign-in")
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("wrong password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Password")).to_be_focused()
    judge(page)
    page.goto("/account/guest")
    page.get_by_label("Your name").fill("Gus")
    page.get_by_role("button", name="Go on").click()
    page.goto("/account/")
    judge(page)
    link = page.get_by_label("Your link, to keep").input_value()
    page.goto("/account/sign-up")
    judge(page)
    page.get_by_role("checkbox").uncheck()
    make_account(page, "ana")
    for path in ("/account/", "/account/password", link):
        page.goto(path)
        judge(page)


def test_a_guest_becomes_somebody_and_comes_back_elsewhere(page: Page, browser: Browser, address: str) -> None:
    start(page, "First steps")
    attempt = page.url.partition("/questions/")[0]
    page.goto("/account/sign-up")
    make_account(page, "walker")
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    elsewhere = context.new_page()
    elsewhere.goto(attempt)
    elsewhere.get_by_label("Username").fill("walker")
    elsewhere.get_by_label("Password").fill(PASSWORD)
    elsewhere.get_by_role("button", name="Sign in").click()
    expect(elsewhere).to_have_url(f"{attempt}/questions/1")
    page.goto("/account/")
    page.get_by_role("button", name="Sign out here").click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    elsewhere.reload()
    expect(elsewhere).to_have_url(f"{attempt}/questions/1")
    context.close()
