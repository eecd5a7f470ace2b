from __future__ import annotations

from tests.web.browser import Browser


def test_it_works(ana: Browser, visitor: Browser, other_browser: Browser) -> None:
    visitor.sign_in("ana")
    other_browser.sign_up("ben")
    answer = ana.post("/account/sign-out/everywhere")
    assert (answer.status_code, answer.location) == (303, "/account/")
    assert (ana.name(), visitor.name(), other_browser.name()) == ("Ana", "", "Ben")


def test_a_guest_keeps_the_link(gus: Browser, visitor: Browser) -> None:
    before = link_of(gus)
    visitor.post(before)
    gus.post("/account/sign-out/everywhere")
    assert (gus.name(), visitor.name()) == ("Gus", "")
    assert link_of(gus) == before


def link_of(guest: Browser) -> str:
    return guest.get("/account/").text.partition('readonly value="http://localhost')[2].partition('"')[0]
