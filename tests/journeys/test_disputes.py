"""A learner selects the words that show what is wrong, and an admin upholds it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect

from quizapp.accounts import operations as accounts
from quizapp.accounts.passwords import hash_password
from quizapp.app import create_app
from quizapp.storage.transaction import transaction
from tests.conftest import settings_for
from tests.journeys.conftest import watched
from tests.journeys.looks import judge
from tests.journeys.signed_in import opened
from tests.serving import running
from tests.small_bank import load_small_bank
from tests.web.browser import PASSWORD

pytestmark = pytest.mark.browser
SELECT = """words => {
  for (const one of document.querySelectorAll("[data-picker] [data-words]")) {
    const at = one.textContent.indexOf(words);
    if (at >= 0) return getSelection().setBaseAndExtent(one.firstChild, at, one.firstChild, at + words.length);
  }
}"""


@pytest.fixture
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the small bank, with Tess as an admin."""
    root = tmp_path_factory.mktemp("disputes")
    with running(root / "data") as serving:
        app = create_app(settings_for(root / "data"))
        load_small_bank(app, root)
        with app.app_context(), transaction():
            hashed = hash_password(PASSWORD)
            accounts.sign_up("tess", "Tess", hashed, now=datetime.now(UTC), is_teacher=True, is_admin=True)
        yield serving.address


def test_words_selected_are_sent_along_and_the_decision_comes_back(
    browser: Browser, school: str, complaints: list[str]
) -> None:
    ana = watched(browser.new_context(base_url=school, reduced_motion="reduce"), complaints)
    ana.goto("/")
    ana.get_by_role("link", name="The open quiz").click()
    ana.get_by_label("name").fill("Ana")
    ana.get_by_role("button", name="Start").click()
    ana.get_by_role("button", name="I don’t know: show me").click()
    ana.get_by_role("link", name="Something wrong here?").click()
    ana.get_by_label("What is wrong, in your own words").fill("It was heard everywhere.")
    ana.get_by_label("Find a sentence").fill("news everywhere")
    ana.keyboard.press("Enter")
    expect(ana.get_by_role("status")).to_have_text("1 sentence holds these words.")
    ana.evaluate(SELECT, "news was heard")
    expect(ana.get_by_role("radio", name="Selected: news was heard")).to_be_checked()
    judge(ana)
    ana.get_by_role("button", name="Send it").click()
    expect(ana.get_by_role("region", name="You said that something is wrong here")).to_contain_text("news was heard")
    judge(ana)
    tess = opened(browser, school, complaints)
    tess.goto("/teach/")
    tess.get_by_role("region", name="Disputed questions").get_by_role("link").first.click()
    expect(tess.get_by_role("heading", level=1, name="Ana says that something is wrong")).to_be_visible()
    expect(tess.locator("mark").last).to_have_text("news was heard")
    judge(tess)
    tess.get_by_label("A word to Ana").fill("So it was.")
    tess.get_by_role("button", name="Uphold: it is wrong").click()
    expect(tess.get_by_role("link", name="Give the points to all")).to_be_visible()
    judge(tess)
    tess.get_by_role("link", name="← Disputed questions").click()
    judge(tess)
    ana.goto("/")
    judge(ana)
    ana.get_by_role("button", name="See why").click()
    expect(ana.get_by_role("region", name="You were right: something was wrong here")).to_contain_text("So it was.")
    ana.goto("/learn/disputes/")
    judge(ana)
