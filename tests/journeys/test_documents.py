"""From a file to drafts in a real browser: refused at once where that is known, followed while it is worked on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import watched
from tests.journeys.looks import judge
from tests.serving import running

MILL = (
    "The mill at Wendham was built by Thomas Archer in 1712. It ground corn for forty villages.\n\n"
    "log in or register\n\n"
    "In 1780 the mill was sold to the Harrow Company for 900 pounds.\n"
)
PASSWORD = "tulip under the bridge"


@pytest.fixture
def tess(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Give the tab of the first teacher of a new installation."""
    with running(tmp_path / "data") as serving:
        context = browser.new_context(base_url=serving.address, reduced_motion="reduce")
        complaints: list[str] = []
        tab = watched(context, complaints)
        link = re.search(r"http://\S+/account/invitation/\S+", serving.printed)
        assert link
        tab.goto(link[0])
        for name, value in {
            "display_name": "Tess",
            "username": "tess",
            "password": PASSWORD,
            "again": PASSWORD,
        }.items():
            tab.fill(f"[name={name}]", value)
        tab.keyboard.press("Enter")
        tab.wait_for_url(lambda url: "invitation" not in url)
        yield tab
        context.close()
        assert complaints == []


def test_from_a_file_to_drafts(tess: Page) -> None:
    tess.goto("/teach/documents/new")
    judge(tess)
    photo = {"name": "photo.pdf", "mimeType": "application/pdf", "buffer": b"\x89PNG...."}
    tess.set_input_files("#files", [photo])
    tess.fill("[name=title]", "The mill")
    tess.get_by_role("button", name="Read it and draft questions").click()
    expect(tess.locator("#files-error")).to_contain_text("photo.pdf: it is a picture.")
    expect(tess.locator("[name=title]")).to_have_value("The mill")
    mill = {"name": "mill.txt", "mimeType": "text/plain", "buffer": MILL.encode()}
    tess.set_input_files("#files", [mill])
    expect(tess.locator("#files-error")).to_be_hidden()
    tess.set_input_files("#files", [mill, photo])
    expect(tess.locator("#files-error")).to_contain_text("Will be left out: photo.pdf: it is a picture.")
    expect(tess.get_by_label("Name of the one new bank")).to_be_hidden()
    tess.get_by_label("Into which bank").select_option("one")
    expect(tess.get_by_label("Name of the one new bank")).to_be_visible()
    tess.get_by_label("Into which bank").select_option("new")
    tess.get_by_role("button", name="Read it and draft questions").click()
    tess.wait_for_url("**/jobs/*")
    # Nobody presses anything: the page follows the work by itself.
    expect(tess.get_by_role("button", name="Review the questions")).to_be_visible(timeout=60_000)
    expect(tess.get_by_role("heading", name="One file was left out")).to_be_visible()
    judge(tess)
    tess.get_by_role("button", name="Open the document").click()
    expect(tess.get_by_role("heading", level=1)).to_have_text("The mill")
    judge(tess)
    tess.get_by_role("button", name=re.compile("Put it back.*log in")).click()
    expect(tess.get_by_role("status")).to_contain_text("The line is back.")
    expect(tess.get_by_role("button", name=re.compile("Leave it out again.*log in"))).to_be_visible()


def test_a_place_in_another_part_is_found(tess: Page) -> None:
    lines = [f"Line {number} says that something happened there." for number in range(120)]
    text = "\n".join(lines)
    tess.goto("/teach/documents/new")
    tess.fill("[name=text]", text)
    tess.fill("[name=title]", "Many lines")
    tess.get_by_role("button", name="Read it and draft questions").click()
    tess.wait_for_url("**/jobs/*")
    tess.get_by_role("button", name="Open the document").click(timeout=60_000)
    place = text.index("Line 100 ")
    tess.goto(f"{tess.url}#p{place}")
    tess.reload()
    expect(tess.locator(f"#p{place}")).to_be_visible()
