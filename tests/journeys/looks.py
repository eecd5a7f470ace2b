"""What is held of every page in every look: axe finds nothing, and nothing sticks out of the window."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

WIDE: ViewportSize = {"width": 1280, "height": 720}
NARROW: ViewportSize = {"width": 320, "height": 640}
LOOKS = {"dark": WIDE, "light, 320 px": NARROW, "light": WIDE}
AGAIN = "async () => (await axe.run()).violations"


def judge(tab: Page) -> None:
    """Let axe judge the page in light, in dark and in a telephone's window, with everything that opens opened."""
    tab.wait_for_load_state()
    tab.eval_on_selector_all("main details", "all => all.forEach((one) => { one.open = true; })")
    Axe().run(tab, options={"runOnly": ["document-title"]})  # brings axe into the page
    for look, size in LOOKS.items():
        tab.emulate_media(color_scheme="dark" if look == "dark" else "light")
        tab.set_viewport_size(size)
        found = tab.evaluate(AGAIN)
        assert [(tab.url, look, rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), (tab.url, look)
