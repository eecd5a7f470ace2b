from __future__ import annotations

from tests.web.browser import Browser


def link_of(guest: Browser) -> str:
    return guest.get("/account/").text.partition('readonly value="http://localhost')[2].partition('"')[0]


def test_it_works(gus: Browser, visitor: Browser) -> None:
    link = link_of(gus)
    assert "Go on as <bdi>Gus</bdi>?" in visitor.get(link).text
    assert visitor.name() == ""
    answer = visitor.post(link)
    assert (answer.status_code, answer.location) == (303, "/")
    assert (visitor.name(), gus.name()) == ("Gus", "Gus")
    assert link_of(visitor) == link


def test_the_address_of_the_link_is_told_to_no_other_page(gus: Browser, visitor: Browser) -> None:
    assert visitor.get(link_of(gus)).headers["Referrer-Policy"] == "no-referrer"


def test_the_link_alone_does_nothing(gus: Browser, visitor: Browser) -> None:
    link = link_of(gus)
    assert visitor.post_without_token(link).status_code == 400
    assert visitor.name() == ""


def test_a_wrong_link_is_as_if_there_were_none(visitor: Browser) -> None:
    assert visitor.get("/account/resume/nonsense").status_code == 404
    assert visitor.post("/account/resume/nonsense").status_code == 404
    assert visitor.get("/account/resume/a%00b").status_code == 404


def test_a_new_link_replaces_the_old_one(gus: Browser, visitor: Browser) -> None:
    old = link_of(gus)
    assert gus.post("/account/resume").location == "/account/"
    new = link_of(gus)
    assert new != old
    assert visitor.get(old).status_code == 404
    assert visitor.post(new).status_code == 303
    assert visitor.name() == "Gus"


def test_whoever_is_somebody_else_here_is_told(gus: Browser, ana: Browser, other_browser: Browser) -> None:
    link = link_of(gus)
    assert "You are <bdi>Ana</bdi> here now" in ana.get(link).text
    assert "that guest’s link" in other_browser.be_guest("Flo").get(link).text
    assert "has this guest’s answers already" in gus.get(link).text
    ana.post(link)
    assert ana.name() == "Gus"


def test_an_account_has_no_link(ana: Browser) -> None:
    assert ana.post("/account/resume").status_code == 404
