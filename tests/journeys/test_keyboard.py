"""A whole quiz with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import LAST, start, typed_for

pytestmark = pytest.mark.browser


def focus_with_tab(page: Page, selector: str) -> None:
    """Press Tab until the wanted element has the focus, and see that its focus shows."""
    for _ in range(60):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert_focus_shows(page)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {selector}")


def assert_focus_shows(page: Page) -> None:
    """The focused element, or the row that holds it, is outlined and inside the window."""
    assert page.evaluate(
        """() => {
          const focused = document.activeElement, row = focused.closest("label.option") ?? focused;
          const box = row.getBoundingClientRect();
          const outlined = [focused, row].some((one) => getComputedStyle(one).outlineStyle !== "none");
          return outlined && box.bottom > 0 && box.top < innerHeight;
        }"""
    )


def answer_by_keys(page: Page) -> None:
    """Answer whatever is asked and send it, without touching a mouse."""
    form = page.locator("main form").first
    if form.locator("input[name=chosen]").count():
        page.keyboard.press("1")
        assert form.locator("input[name=chosen]").first.is_checked()
    elif form.locator("input[name=text]").count():
        focus_with_tab(page, "input[name=text]")
        page.keyboard.type(typed_for(page))
    elif form.locator("[data-ordering]").count():
        focus_with_tab(page, ".moves button:enabled")
        page.keyboard.press("ArrowDown")
    else:
        for number in range(1, form.locator("select").count() + 1):
            focus_with_tab(page, f"#matched-{number}")
            page.keyboard.press("Space")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            assert page.locator(f"#matched-{number}").input_value() != ""
        focus_with_tab(page, "main form .button")
    if form.locator("[data-ordering]").count():
        focus_with_tab(page, "main form .button")
    page.keyboard.press("Enter")


def test_a_whole_quiz_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("/#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.book a')")
    cover = page.get_by_role("link", name="First steps", exact=True).get_attribute("href")
    focus_with_tab(page, f".book a[href='{cover}']")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your name")).to_be_visible()
    focus_with_tab(page, "input[name=name]")
    page.keyboard.type("Ana")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/questions/1$"))
    for _ in range(LAST):
        answer_by_keys(page)
        expect(page.locator("#verdict")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#verdict")).to_have_count(0)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        if page.url.endswith("/result"):
            break
    expect(page.get_by_role("heading", level=1)).to_have_text("First steps")
    focus_with_tab(page, ".rows a.line")
    page.keyboard.press("Enter")
    expect(page.locator("#verdict")).to_be_visible()
    focus_with_tab(page, ".passage figcaption a") if page.locator(".passage figcaption a").count() else None


def test_keys_never_act_on_typing(page: Page) -> None:
    """Wherever a field stands beside options, what is typed into it stays typing."""
    start(page, "The exam quiz")
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("main textarea").press_sequentially("1 for all")
    assert page.locator("main textarea").input_value() == "1 for all"
    expect(page.locator("input[name=chosen]:checked")).to_have_count(0)


def test_keys_can_be_switched_off_and_stay_off(page: Page) -> None:
    start(page, "First steps")
    page.locator("body").press("s")
    expect(page.get_by_label("Sure", exact=True)).to_be_checked()
    page.keyboard.press("s")
    expect(page.get_by_label("Not said")).to_be_checked()
    page.get_by_role("button", name="Switch keys off").click()
    page.reload()
    page.locator("body").press("1")
    assert page.locator("input[name=chosen]:checked").count() == 0
    expect(page.locator("kbd.key").first).to_be_hidden()
    page.get_by_role("button", name="Switch keys on").click()
    expect(page.locator("kbd.key").first).to_be_visible()
