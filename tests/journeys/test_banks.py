"""A teacher finds and decides on many questions in a real browser; an admin invites another teacher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from quizapp.accounts import operations as accounts
from quizapp.accounts.passwords import hash_password
from quizapp.app import create_app
from quizapp.storage.transaction import transaction
from tests.conftest import settings_for
from tests.journeys.looks import judge
from tests.journeys.signed_in import opened
from tests.many_questions import make_bank_of
from tests.serving import running
from tests.web.browser import PASSWORD

pytestmark = pytest.mark.browser
BANK = 2  # the first is shipped


@pytest.fixture(scope="module")
def desk_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the shipped bank, and one of 300 questions that is Ada's, who runs the installation."""
    root = tmp_path_factory.mktemp("banks")
    with running(root / "data") as serving:
        app = create_app(settings_for(root / "data"))
        with app.app_context(), transaction():
            hashed, now = hash_password(PASSWORD), datetime.now(UTC)
            ada = accounts.sign_up("ada", "Ada", hashed, now=now, is_teacher=True, is_admin=True)
            accounts.sign_up("theo", "Theo", hashed, now=now, is_teacher=True)
            assert make_bank_of(300, ada.id) == BANK
        yield serving.address


@pytest.fixture
def ada(browser: Browser, desk_address: str, complaints: list[str]) -> Iterator[Page]:
    """Give a tab in which Ada is signed in; what it complains of fails the test."""
    tab = opened(browser, desk_address, complaints, "Ada")
    yield tab
    tab.context.close()


def test_questions_are_found_as_one_types_and_decided_on_at_once(ada: Page) -> None:
    ada.goto(f"/teach/banks/{BANK}")
    words = ada.get_by_role("searchbox")
    words.press_sequentially("arch 3", delay=20)
    expect(ada.locator("[data-found]")).to_contain_text("found")
    expect(words).to_be_focused()
    assert words.input_value() == "arch 3"
    assert "text=arch+3" in ada.url
    ada.get_by_label("State").select_option("accepted")
    expect(ada.locator(".chip-draft")).to_have_count(0)
    expect(ada.locator(".chip-accepted").first).to_be_visible()
    expect(ada.get_by_label("Kind").locator("option", has_text="number")).to_be_attached()
    ada.reload()
    expect(words).to_have_value("arch 3")
    shown = ada.locator(".question-line")
    count = shown.count()
    first = shown.nth(0).locator(".question-stem").inner_text()
    shown.nth(0).get_by_role("checkbox").check()
    ada.get_by_role("button", name="Retire", exact=True).click()
    expect(ada.get_by_text("1 question retired.")).to_be_visible()
    expect(shown).to_have_count(count - 1)
    ada.get_by_role("button", name="Undo").click()
    expect(shown).to_have_count(count)
    assert shown.nth(0).locator(".question-stem").inner_text() == first


def test_ticking_says_which_questions_are_meant(ada: Page) -> None:
    ada.goto(f"/teach/banks/{BANK}")
    ada.get_by_label("all 240").check()
    ada.locator(".question-line").nth(1).get_by_role("checkbox").check()
    expect(ada.get_by_label("the ticked ones")).to_be_checked()


def test_nothing_of_it_needs_a_script(browser: Browser, desk_address: str) -> None:
    tab = opened(browser, desk_address, [], "Ada", java_script_enabled=False)
    tab.goto(f"/teach/banks/{BANK}")
    tab.get_by_role("searchbox").fill("pier 11")
    tab.get_by_role("button", name="Find").click()
    expect(tab.locator("[data-found]")).to_contain_text("found")
    tab.get_by_label(re.compile(r"all \d+ found")).check()
    tab.locator("summary", has_text="Tag or move").click()
    tab.get_by_label("Tag", exact=True).last.fill("eleven")
    tab.get_by_role("button", name="Add the tag").click()
    expect(tab.get_by_text("questions tagged.")).to_be_visible()
    tab.get_by_role("button", name="Undo").click()
    expect(tab.get_by_text("put back as before.")).to_be_visible()
    tab.context.close()


def test_a_link_is_shown_once_and_copied(ada: Page) -> None:
    ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ada.get_by_role("link", name="People").click()
    ada.get_by_role("link", name="Invite a teacher").click()
    ada.get_by_label("For whom").fill("Nell")
    ada.get_by_role("button", name="Make the link").click()
    link = ada.get_by_label("Link", exact=True).input_value()
    ada.get_by_role("button", name="Copy").click()
    expect(ada.get_by_role("button", name="Copied")).to_be_visible()
    assert ada.evaluate("navigator.clipboard.readText()") == link
    ada.reload()
    expect(ada.get_by_label("Link", exact=True)).to_have_count(0)


def test_axe_finds_nothing_on_the_pages_of_banks_desk_and_people(ada: Page) -> None:
    paths = (
        *("/teach/", "/teach/banks/", "/teach/banks/new", "/teach/banks/1", f"/teach/banks/{BANK}"),
        *(f"/teach/banks/{BANK}?text=zebra", f"/teach/banks/{BANK}/edit", f"/teach/banks/{BANK}/sharing"),
        *("/teach/people/", "/teach/people/2", "/teach/people/invitations"),
    )
    for path in paths:
        ada.goto(path)
        judge(ada)
