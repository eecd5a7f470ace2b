"""A teacher makes a quiz in a real browser: by two clicks, by keyboard, by dragging, and without scripts."""

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
from tests.serving import running
from tests.small_bank import load_small_bank
from tests.web.browser import PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the shipped banks to a teacher, Tess."""
    root = tmp_path_factory.mktemp("desk")
    with running(root / "data") as serving:
        app = create_app(settings_for(root / "data"))
        load_small_bank(app, root)
        with app.app_context(), transaction():
            accounts.sign_up("tess", "Tess", hash_password(PASSWORD), now=datetime.now(UTC), is_teacher=True)
        yield serving.address


@pytest.fixture
def tess(browser: Browser, desk_address: str, complaints: list[str]) -> Iterator[Page]:
    """Give a tab in which Tess is signed in; what it complains of fails the test."""
    tab = opened(browser, desk_address, complaints)
    yield tab
    tab.context.close()


def make_quiz(tab: Page) -> None:
    """Draw ten questions of the first bank."""
    tab.goto("/teach/quizzes/new?bank_id=1")
    tab.get_by_role("button", name="Make the quiz").click()
    expect(tab.get_by_role("heading", name="10 questions")).to_be_visible()


def stems(tab: Page) -> list[str]:
    """The questions as they stand."""
    return tab.locator(".chosen-stem").all_inner_texts()


def test_a_quiz_is_published_by_two_clicks(tess: Page) -> None:
    make_quiz(tess)
    tess.get_by_role("button", name="Publish", exact=True).click()
    expect(tess.get_by_text("published, edition 1")).to_be_visible()
    expect(tess.get_by_role("link", name="Set it to a class")).to_be_visible()


def test_questions_are_moved_by_keyboard_without_losing_the_place(tess: Page) -> None:
    make_quiz(tess)
    before = stems(tess)
    tess.get_by_role("button", name="Move question 3 up").focus()
    tess.keyboard.press("Enter")
    expect(tess.get_by_role("button", name="Move question 2 up")).to_be_focused()
    tess.keyboard.press("Enter")
    expect(tess.get_by_role("button", name="Move question 1 down")).to_be_focused()
    assert stems(tess)[:3] == [before[2], before[0], before[1]]
    tess.get_by_role("button", name="Undo").click()
    expect(tess.get_by_text("Taken back.")).to_be_visible()
    assert stems(tess)[:3] == [before[0], before[2], before[1]]


def test_a_question_is_dragged_and_its_new_place_is_saved(tess: Page) -> None:
    tess.set_viewport_size({"width": 1280, "height": 1800})  # nothing need scroll while the row is held
    make_quiz(tess)
    before = stems(tess)
    rows = tess.locator("[data-row]")
    rows.nth(0).locator(".chosen-number").drag_to(rows.nth(2), target_position={"x": 40, "y": 100})
    expect(tess.get_by_text("Order and points are saved.")).to_be_visible()
    tess.reload()
    assert stems(tess)[:3] == [before[1], before[2], before[0]]


def test_points_that_are_typed_are_saved_by_enter_and_not_lost_by_leaving(tess: Page) -> None:
    make_quiz(tess)
    tess.get_by_label("Points of question 2").fill("2.5")
    expect(tess.get_by_text("Points changed, not saved yet.")).to_be_visible()
    tess.keyboard.press("Enter")
    expect(tess.get_by_text("Order and points are saved.")).to_be_visible()
    expect(tess.get_by_label("Points of question 2")).to_be_focused()
    tess.reload()
    expect(tess.get_by_label("Points of question 2")).to_have_value("2.5")


def test_everything_works_without_scripts(browser: Browser, desk_address: str) -> None:
    tab = opened(browser, desk_address, [], java_script_enabled=False)
    make_quiz(tab)
    before = stems(tab)
    tab.get_by_role("button", name="Move question 2 up").click()
    assert stems(tab)[:2] == [before[1], before[0]]
    tab.get_by_role("link", name="Choose from the bank").click()
    tab.locator(".pick input:not([disabled])").first.check()
    tab.get_by_role("button", name="Add what is ticked").click()
    expect(tab.get_by_text("1 question added. The quiz holds 11 now.")).to_be_visible()
    tab.context.close()


def test_axe_finds_nothing_on_any_page_of_a_quiz(browser: Browser, desk_address: str) -> None:
    tab = opened(browser, desk_address, [])
    make_quiz(tab)
    path = re.sub(r"\?.*", "", tab.url)
    judge(tab)
    for page in ("/choose", "/settings", "/preview/1", "/paper", "/key", "/link"):
        tab.goto(path + page)
        judge(tab)
    for page in ("/teach/quizzes/", "/teach/quizzes/?archived=1", "/teach/quizzes/new"):
        tab.goto(page)
        judge(tab)
    tab.goto(path + "/settings")
    tab.get_by_label("Anyone with the link").check()
    tab.get_by_label("Questions of an attempt").fill("many")
    tab.get_by_role("button", name="Save the settings").click()
    judge(tab)
    tab.get_by_label("Questions of an attempt").fill("5")
    tab.get_by_role("button", name="Save the settings").click()
    tab.get_by_role("button", name="Publish", exact=True).click()
    judge(tab)
    tab.get_by_role("link", name="Show the link").click()
    judge(tab)
    tab.context.close()
