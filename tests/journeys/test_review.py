"""A teacher goes through her drafts and edits one in a real browser: by keys, by selecting words, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
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
from tests.journeys.test_keyboard import focus_with_tab
from tests.serving import running
from tests.teachers_bank import make_teachers_bank, small_drafts
from tests.web.browser import PASSWORD
from tests.web.teach.review.conftest import ADDS

pytestmark = pytest.mark.browser


@pytest.fixture
def desk_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve Tess a bank of hers with nine drafts."""
    root = tmp_path_factory.mktemp("review")
    with running(root / "data") as serving:
        app = create_app(settings_for(root / "data"))
        with app.app_context(), transaction():
            tess = accounts.sign_up("tess", "Tess", hash_password(PASSWORD), now=datetime.now(UTC), is_teacher=True)
            drafts = [replace(draft, explanation=ADDS) for draft in small_drafts()]
            bank = make_teachers_bank(tess.id, rows=drafts)
        # The server has loaded the shipped banks before; hers is the last one.
        yield f"{serving.address} {bank.id} {min(bank.questions.values())}"


def shown(tab: Page) -> str:
    """The question at hand."""
    return tab.locator("#draft-stem").inner_text()


def pressed(tab: Page, key: str, before: str = "") -> str:
    """Press a key of the review, wait until another question is there, and return it."""
    before = before or shown(tab)
    tab.keyboard.press(key)
    expect(tab.locator("#draft-stem")).not_to_have_text(before)
    if key in "aru":  # a link that is followed begins at the top of the page, as links do
        expect(tab.locator("#draft-stem")).to_be_focused()
    return shown(tab)


def test_drafts_are_decided_on_and_edited_by_keys_alone(
    browser: Browser, desk_address: str, complaints: list[str]
) -> None:
    address, bank, _ = desk_address.split()
    tab = opened(browser, address, complaints)
    tab.goto(f"/teach/banks/{bank}/review?kind=short_text")
    tab.goto(f"/teach/banks/{bank}/review")
    first = shown(tab)
    place = pressed(tab, "s", pressed(tab, "s"))
    assert place == "Where was the pact signed?"
    number = pressed(tab, "a")
    expect(tab.get_by_role("button", name="Undo: accepted one")).to_be_visible()
    cloze = pressed(tab, "r")
    assert pressed(tab, "u") == number
    expect(tab.get_by_text("1 question put back as before.")).to_be_visible()
    assert pressed(tab, "ArrowRight") == cloze != first
    tab.keyboard.press("e")
    expect(tab.get_by_role("heading", name="Edit a question")).to_be_visible()
    edit_by_keys(tab)
    expect(tab).to_have_url(re.compile(rf"/teach/banks/{bank}/review\?after=\d+$"))
    expect(tab.get_by_text("Saved as version 2 and accepted.")).to_be_visible()
    tab.context.close()


def test_a_question_is_written_and_saved_without_leaving_its_fields(
    browser: Browser, desk_address: str, complaints: list[str]
) -> None:
    address, bank, _ = desk_address.split()
    tab = opened(browser, address, complaints)
    tab.goto(f"/teach/banks/{bank}/questions/new?kind=short_text")
    expect(tab.locator("#stem")).to_be_focused()
    expect(tab.get_by_text("Ctrl+Enter presses")).to_be_visible()
    tab.keyboard.type("Which river drives the mill we visited?")
    for field, words in (("#accept", "The Wend"), ("#source", "Our visit to the mill")):
        focus_with_tab(tab, field)
        tab.keyboard.type(words)
    tab.keyboard.press("Control+Enter")
    expect(tab.get_by_text("and accepted.")).to_be_visible()
    tab.context.close()


def edit_by_keys(tab: Page) -> None:
    """Change the statement of the cloze, see what the rules say, mend it, and accept it."""
    focus_with_tab(tab, "#stem")
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.type("The signer Ben of Brolin came from ____.")
    expect(tab.locator("[data-live=findings] .is-blocking").first).to_contain_text("E06")
    assert tab.evaluate("document.activeElement.id") == "stem"
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.type("Ben, who signed the pact, came from ____.")
    expect(tab.locator("[data-live=findings] .is-passing")).to_be_visible()
    expect(tab.locator("[data-live=preview]")).to_contain_text("Ben, who signed the pact, came from")
    focus_with_tab(tab, "button[value='add:wrong']")
    tab.keyboard.press("Enter")
    expect(tab.locator("#wrong-2-text")).to_be_focused()
    tab.keyboard.type("Corin")
    focus_with_tab(tab, "#find")
    tab.keyboard.type("cyd of corin")
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("1 sentence holds these words.")).to_be_visible()
    focus_with_tab(tab, "[data-picker] input[name=place]")
    tab.keyboard.press("Space")
    focus_with_tab(tab, "#target")
    tab.keyboard.type("wrong answer 2")
    focus_with_tab(tab, "[data-take]")
    tab.keyboard.press("Enter")
    expect(tab.locator("#wrong-2-quote")).to_have_value(re.compile("Cyd of Corin"))
    expect(tab.locator("#wrong-2-text")).to_have_value("Corin")
    focus_with_tab(tab, "button[value=accept]")
    tab.keyboard.press("Enter")


def test_words_are_cited_by_selecting_them(browser: Browser, desk_address: str, complaints: list[str]) -> None:
    address, _, question = desk_address.split()
    tab = opened(browser, address, complaints)
    tab.goto(f"/teach/questions/{question}/edit")
    words = tab.locator("[data-words]", has_text="Twelve states signed it")
    words.evaluate(
        """(element) => {
          const range = document.createRange();
          range.setStart(element.firstChild, 0);
          range.setEnd(element.firstChild, "Twelve states signed it".length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    expect(tab.get_by_text("Selected: “Twelve states signed it”")).to_be_visible()
    tab.get_by_role("button", name="Use the selected words").click()
    expect(tab.locator("#cite-1-quote")).to_have_value("Twelve states signed it")
    expect(tab.locator("[data-live=preview] mark", has_text="Twelve states signed it")).to_be_visible()
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.context.close()


def test_axe_finds_nothing_in_review_and_editor(browser: Browser, desk_address: str, complaints: list[str]) -> None:
    address, bank, first = desk_address.split()
    tab = opened(browser, address, complaints)
    for path in (f"banks/{bank}/review", f"banks/{bank}/review/ready", f"banks/{bank}/review?kind=date&document=paper"):
        tab.goto(f"/teach/{path}")
        judge(tab)
    for kind in range(9):
        tab.goto(f"/teach/questions/{int(first) + kind}/edit")
        judge(tab)
    tab.goto(f"/teach/questions/{first}/history")
    judge(tab)
    tab.goto(f"/teach/banks/{bank}/questions/new?kind=choice")
    tab.get_by_role("button", name="Save and accept").click()
    expect(tab.get_by_role("alert")).to_be_visible()
    judge(tab)
    tab.context.close()


def test_without_scripts_a_draft_is_edited_and_accepted(
    browser: Browser, desk_address: str, complaints: list[str]
) -> None:
    address, bank, question = desk_address.split()
    tab = opened(browser, address, complaints, java_script_enabled=False)
    tab.goto(f"/teach/questions/{int(question) + 3}/edit?back=/teach/banks/{bank}/review")
    tab.get_by_role("button", name="Foresee another wrong answer").click()
    tab.locator("#wrong-2-text").fill("3")
    tab.get_by_label("Find sentences that say").fill("third congress")
    tab.get_by_role("button", name="Find").click()
    tab.get_by_role("radio", name="The third congress met in 1955").check()
    tab.get_by_label("Use it for").select_option(label="wrong answer 2: 3")
    tab.get_by_role("button", name="Use this sentence").click()
    expect(tab.locator("#wrong-2-quote")).to_have_value(re.compile("The third congress met in 1955"))
    tab.get_by_role("button", name="Save and accept").click()
    expect(tab.get_by_text("Saved as version 2 and accepted.")).to_be_visible()
    tab.get_by_role("button", name="Undo: accepted one").click()
    expect(tab.get_by_text("1 question put back as before.")).to_be_visible()
    tab.context.close()
