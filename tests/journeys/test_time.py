"""A time limit: seen each second, heard rarely, hidden at will, and never the end of an answer."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.looks import judge
from tests.journeys.walking import fill, start

pytestmark = pytest.mark.browser


@pytest.fixture
def timed(page: Page) -> Page:
    """Give a tab at the first question of ten minutes, whose clock the test moves."""
    page.clock.install(time=datetime.now(UTC))
    start(page, "The timed quiz")
    return page


def test_the_clock_is_seen_each_second_and_heard_rarely(timed: Page) -> None:
    left, said = timed.locator("[data-left]"), timed.locator("[data-say]")
    expect(left).to_have_text(re.compile(r"^(10:00|9:5\d) left$"))
    judge(timed)
    timed.clock.run_for(60_000)
    expect(left).to_have_text(re.compile(r"^8:5\d left$|^9:00 left$"))
    expect(said).to_be_empty()
    timed.clock.run_for(4 * 60_000)
    expect(said).to_have_text("5 minutes left.")
    timed.clock.run_for(4 * 60_000)
    expect(said).to_have_text("1 minute left.")


def test_the_clock_can_be_hidden(timed: Page) -> None:
    timed.get_by_role("button", name="Hide the clock").click()
    expect(timed.locator("[data-left]")).to_be_hidden()
    timed.get_by_role("button", name="Show the clock").click()
    expect(timed.locator("[data-left]")).to_be_visible()


def test_an_answer_not_yet_sent_goes_in_when_time_ends(timed: Page) -> None:
    fill(timed)
    timed.clock.run_for(10 * 60_000 + 2_000)
    expect(timed).to_have_url(re.compile(r"/questions/2$"))
    timed.goto(timed.url.replace("/questions/2", "/questions/1"))
    expect(timed.locator("input[name=chosen]:checked")).to_have_count(1)
