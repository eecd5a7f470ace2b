"""A teacher with a class in one browser, and a pupil with a card in another."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from quizapp.accounts import operations as accounts
from quizapp.accounts.passwords import hash_password
from quizapp.app import create_app
from quizapp.storage.transaction import transaction
from tests.conftest import settings_for
from tests.journeys.conftest import watched
from tests.journeys.looks import judge
from tests.journeys.signed_in import opened
from tests.journeys.walking import fill, send
from tests.serving import running
from tests.small_bank import load_small_bank
from tests.web.browser import PASSWORD

pytestmark = pytest.mark.browser
HOME = {"timezone_id": "Asia/Kathmandu"}  # where Tess lives
NAMES = ["Anna Müller", "Ben Okafor", "محمد علي", *(f"Kim Lee {number}" for number in range(1, 7))]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small bank to a teacher, Tess."""
    root = tmp_path_factory.mktemp("school")
    with running(root / "data") as serving:
        app = create_app(settings_for(root / "data"))
        load_small_bank(app, root)
        with app.app_context(), transaction():
            accounts.sign_up("tess", "Tess", hash_password(PASSWORD), now=datetime.now(UTC), is_teacher=True)
        yield serving.address


def make_class(tab: Page, name: str) -> str:
    """Make a class with pupils, and return its address; the tab then shows their cards."""
    tab.goto("/teach/classes/new")
    tab.get_by_label("Name of the class").fill(name)
    tab.get_by_role("button", name="Make the class").click()
    address = tab.url
    tab.get_by_role("link", name="Add pupils from a list").click()
    tab.get_by_label("Names, one pupil on each line").fill("\n".join(NAMES))
    tab.get_by_role("button", name="Look through it").click()
    tab.get_by_role("button", name=re.compile(r"^Add \d+ pupils$")).click()
    expect(tab.get_by_role("heading", name="Sign-in cards")).to_be_visible()
    return address


def test_from_a_list_to_a_pupil_who_hands_in(browser: Browser, school: str, complaints: list[str]) -> None:
    tess = opened(browser, school, complaints, **HOME)
    address = make_class(tess, "History 9b")
    code = tess.locator(".card", has_text="Anna Müller").locator(".card-code").inner_text()
    tess.goto(address)
    # The clock of the teacher's browser is the class's.
    expect(tess.get_by_text("Asia/Kathmandu").first).to_be_visible()
    tess.get_by_role("link", name="Set a quiz").first.click()
    quizzes = tess.get_by_label("Quiz", exact=True)
    quizzes.select_option(quizzes.locator("option", has_text="The exam quiz").get_attribute("value"))
    tess.get_by_role("button", name="Set the quiz").click()
    expect(tess.get_by_role("link", name="9 not started")).to_be_visible()

    anna = watched(browser.new_context(base_url=school, reduced_motion="reduce"), complaints)
    anna.goto("/account/card")
    anna.get_by_label("The code on your card").fill(code.lower())
    anna.keyboard.press("Enter")
    expect(anna.get_by_role("heading", name="Hello, Anna Müller")).to_be_visible()
    anna.get_by_label("Your new password").fill(PASSWORD)
    anna.get_by_label("The same password again").fill(PASSWORD)
    anna.keyboard.press("Enter")
    anna.get_by_role("region", name="Set for you").get_by_role("link", name="The exam quiz").click()
    anna.get_by_role("button", name="Start the quiz").click()
    fill(anna)
    send(anna)
    expect(anna).to_have_url(re.compile(r"/questions/2$"))
    anna.get_by_role("link", name="All questions, and submit").click()
    anna.get_by_role("button", name="Submit as it is").click()
    expect(anna).to_have_url(re.compile(r"/result$"))

    tess.reload()
    expect(tess.get_by_role("row", name=re.compile("Anna Müller handed in"))).to_be_visible()
    tess.get_by_role("link", name="8 not started").click()
    expect(tess.get_by_role("link", name="Anna Müller")).to_have_count(0)
    tess.goto(f"{address}/cards")
    expect(tess.locator(".card")).to_have_count(8)


def test_eight_cards_stand_on_a_sheet(browser: Browser, school: str, complaints: list[str]) -> None:
    tess = opened(browser, school, complaints, **HOME)
    make_class(tess, "Paper")
    for size in ("A4", "Letter"):
        sheets = PdfReader(io.BytesIO(tess.pdf(format=size))).pages
        assert [sheet.extract_text().count("Choose a password") for sheet in sheets] == [8, 1]


def test_every_page_in_every_look(browser: Browser, school: str, complaints: list[str]) -> None:
    tab = opened(browser, school, complaints, **HOME)
    address = make_class(tab, "Looks")
    judge(tab)
    for path in ("/teach/classes/", "/teach/classes/new", f"{address}/edit", f"{address}/add", address):
        tab.goto(path)
        judge(tab)
    tab.get_by_role("button", name="Make it").click()
    judge(tab)
    code = tab.locator(".join-code").inner_text()
    tab.get_by_role("link", name="Show it on the wall").click()
    judge(tab)
    tab.goto(f"{address}/add")
    tab.get_by_label("Names, one pupil on each line").fill("Zoe\nx, !!\nAnna Müller")
    tab.get_by_role("button", name="Look through it").click()
    judge(tab)
    tab.goto(address)
    tab.get_by_role("link", name="Anna Müller").click()
    judge(tab)
    tab.get_by_role("button", name="Make a link").click()
    judge(tab)
    tab.goto(f"/teach/assignments/new?class_id={address.rsplit('/', 1)[1]}")
    judge(tab)
    tab.get_by_label("Due: Time").fill("12:00")
    tab.get_by_role("button", name="Set the quiz").click()
    expect(tab.get_by_role("alert")).to_be_visible()
    judge(tab)
    tab.get_by_label("Due: Day").fill("2099-01-01")
    tab.get_by_role("button", name="Set the quiz").click()
    expect(tab.get_by_text("The quiz is set.")).to_be_visible()
    judge(tab)
    tab.get_by_role("link", name="Anna Müller").click()
    expect(tab.get_by_role("heading", name="Other times for")).to_be_visible()
    judge(tab)
    tab.get_by_role("link", name="Looks").click()
    tab.get_by_role("link", name="First steps").click()
    tab.get_by_role("link", name="Change times and results").click()
    judge(tab)
    pupil = watched(browser.new_context(base_url=school, reduced_motion="reduce"), complaints)
    for path in ("/account/join", f"/account/join/{code}", "/account/join/wrong", "/account/card"):
        pupil.goto(path)
        judge(pupil)


def test_it_all_works_without_scripts(browser: Browser, school: str, complaints: list[str]) -> None:
    tab = opened(browser, school, complaints, **HOME, java_script_enabled=False)
    tab.goto("/teach/classes/new")
    tab.get_by_label("Name of the class").fill("Plain")
    tab.get_by_label("Time zone").fill("europe/berlin")
    tab.get_by_role("button", name="Make the class").click()
    expect(tab.get_by_text("Europe/Berlin")).to_be_visible()
    make_class(tab, "Plain too")
    expect(tab.get_by_text("Use your browser’s menu to print this page.")).to_be_visible()
