from __future__ import annotations

from tests.web.browser import Browser


def test_it_works(ana: Browser) -> None:
    answer = ana.post("/account/sign-out")
    assert (answer.status_code, answer.location) == (303, "/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert ana.name() == ""


def test_the_old_cookie_opens_nothing_any_more(ana: Browser, visitor: Browser) -> None:
    copied = ana.cookie()
    assert visitor.with_cookie(copied).name() == "Ana"
    ana.post("/account/sign-out")
    assert visitor.with_cookie(copied).name() == ""


def test_other_devices_stay(ana: Browser, visitor: Browser) -> None:
    visitor.sign_in("ana")
    ana.post("/account/sign-out")
    assert (ana.name(), visitor.name()) == ("", "Ana")


def test_the_next_one_at_the_computer_sees_nothing_of_the_one_before(ana: Browser) -> None:
    """F34: a computer in a lab."""
    ana.post("/account/name", {"display_name": "Ana Anaconda"})
    ana.post("/account/sign-out")
    ana.sign_up("ben")
    for path in ("/account/", "/", "/learn/history/"):
        answer = ana.get(path)
        assert "Anaconda" not in answer.text
        assert answer.headers["Cache-Control"] == "no-store"


def test_whoever_is_not_signed_in_may_press_it_too(visitor: Browser) -> None:
    assert visitor.post("/account/sign-out").status_code == 303


def test_opening_the_address_does_not_sign_out(ana: Browser) -> None:
    assert ana.get("/account/sign-out").status_code == 405
    assert ana.name() == "Ana"


def test_another_sites_form_does_not_sign_out(ana: Browser) -> None:
    assert ana.post_without_token("/account/sign-out").status_code == 400
    assert ana.name() == "Ana"
