"""What learners do with their hands: find a quiz, start it, answer whatever is asked, go on."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

LAST = 200  # no attempt of the shipped banks is longer


def start(page: Page, quiz: str, name: str = "Ana") -> None:
    """Start a quiz from the shelf, as a guest where nobody is known yet."""
    page.goto("/")
    page.get_by_role("link", name=quiz, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(quiz)
    field = page.get_by_label("Your name")
    if field.count():
        field.fill(name)
    page.get_by_role("button", name="Start the quiz").click()
    expect(page).to_have_url(re.compile(r"/questions/\d+$"))


def fill(page: Page) -> None:
    """Give some answer to the question at hand, whatever its kind."""
    form = page.locator("main form").first
    if form.locator("input[name=chosen]").count():
        form.locator("label.option").first.click()
    elif form.locator("input[name=text]").count():
        form.locator("input[name=text]").fill(typed_for(page))
    if form.locator(".moves").count():
        form.locator(".moves button:enabled").first.click()
    for index, select in enumerate(form.locator("select").all()):
        if select.is_visible():
            ordering = (select.get_attribute("name") or "").startswith("place")
            select.select_option(index=index + 1 if ordering else 1)


def typed_for(page: Page) -> str:
    """Return a text that can be read as an answer to the question at hand, most likely a wrong one."""
    return "20 July 1969" if page.locator("#help", has_text="A date").count() else "1968"


def send(page: Page) -> None:
    """Press the one obvious button."""
    page.locator("main form .button").first.click()


def go_on(page: Page) -> None:
    """Press Next question, or See your result."""
    page.locator("main .onward .button").click()
    expect(page.locator("#verdict")).to_have_count(0)
    expect(page.locator("main h1").first).to_be_visible()


def take(page: Page, quiz: str, name: str = "Ana") -> None:
    """Take a quiz with feedback after each answer, to its result."""
    start(page, quiz, name)
    for _ in range(LAST):
        fill(page)
        send(page)
        expect(page.locator("#verdict")).to_be_visible()
        go_on(page)
        if page.url.endswith("/result"):
            return
        expect(page.locator("main form")).to_be_visible()
    raise AssertionError("the quiz has no end")


def has_no_sideways_scroll(page: Page) -> bool:
    """Whether the page fits its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
