"""A teacher selects words in a text and has a question of them in three acts."""

from __future__ import annotations

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
from tests.marking_bank import make_marking_bank
from tests.serving import running
from tests.web.browser import PASSWORD

pytestmark = pytest.mark.browser
SELECT = """words => {
  const walker = document.createTreeWalker(document.querySelector("[data-marking], [data-sentence]"), 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
}"""


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int, int]]:
    """Serve Tess a bank of hers with two documents: the address, the bank and the leaflet."""
    root = tmp_path_factory.mktemp("marking")
    with running(root / "data") as serving:
        app = create_app(settings_for(root / "data"))
        with app.app_context(), transaction():
            tess = accounts.sign_up("tess", "Tess", hash_password(PASSWORD), now=datetime.now(UTC), is_teacher=True)
            mills = make_marking_bank(tess.id)
        yield serving.address, mills.bank_id, mills.leaflet


def select(tab: Page, words: str) -> None:
    """Select words as a hand with a mouse would leave them."""
    tab.evaluate(SELECT, words)


def test_select_choose_accept(browser: Browser, desk: tuple[str, int, int], complaints: list[str]) -> None:
    address, _, leaflet = desk
    tab = opened(browser, address, complaints)
    tab.goto(f"/teach/documents/{leaflet}")
    # When a hand begins to select, the server makes itself ready, so that the page of the words comes at once.
    with tab.expect_response(lambda answer: "passage=0" in answer.url, timeout=60_000):
        tab.get_by_text("The old mill was built").click(position={"x": 5, "y": 5})
    select(tab, "1712")
    expect(tab.get_by_role("region", name="Selected words")).to_be_visible()
    tab.keyboard.press("m")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Ask about “1712”")
    tab.get_by_role("button", name="Accept").click()
    expect(tab.get_by_role("status")).to_have_text("1 question accepted.")
    expect(tab.locator("mark")).to_have_text("1712")
    expect(tab.get_by_role("list", name="Facts found here")).to_contain_text("built in 1712 by Hans Carvel")


def test_other_words_of_the_sentence_are_marked_by_selecting_them(
    browser: Browser, desk: tuple[str, int, int], complaints: list[str]
) -> None:
    address, _, leaflet = desk
    tab = opened(browser, address, complaints)
    tab.goto(f"/teach/documents/{leaflet}/mark?start=49&end=53")
    select(tab, "Hans Carvel")
    tab.get_by_role("link", name="Ask about this").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Ask about “Hans Carvel”")
    card = tab.locator("[data-mark-card]").filter(has=tab.get_by_text("True or false"))
    expect(card.get_by_role("checkbox")).not_to_be_checked()
    card.get_by_role("textbox").first.fill("The old mill was built by Greta Holm.")
    expect(card.get_by_role("checkbox")).to_be_checked()


def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: Browser, desk: tuple[str, int, int], complaints: list[str]
) -> None:
    address, bank, leaflet = desk
    tab = opened(browser, address, complaints)
    tab.goto(f"/teach/documents/{leaflet}/mark?start=49&end=53")
    tab.get_by_role("button", name="Accept").click()
    tab.goto(f"/teach/banks/{bank}/facts")
    fact = tab.locator(".fact-rows a").first.get_attribute("href")
    marking = f"/teach/documents/{leaflet}/mark"
    paths = [f"{marking}?start=49&end=53", f"{marking}?passage=1", f"{marking}?start=1&end=60"]
    for path in (
        *paths,
        f"/teach/banks/{bank}/facts",
        *(f"{fact}{end}" for end in ("", "/merge", "/stance", "/renew")),
    ):
        tab.goto(path)
        judge(tab)
