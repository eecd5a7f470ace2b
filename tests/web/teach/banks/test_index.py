from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from tests.web.browser import Browser


def test_an_empty_list_teaches_the_next_step(tess: Browser) -> None:
    page = tess.get("/teach/banks/").text
    assert "You have no bank of your own yet" in page
    assert 'href="/teach/documents/new"' in page


def test_it_lists_hers_and_the_installations_but_not_anothers(
    loaded: Flask, tess: Browser, theo: Browser, many: Callable[[int], int]
) -> None:
    bank = many(20)
    page = tess.get("/teach/banks/").text
    assert f'href="/teach/banks/{bank}"' in page
    assert "8 accepted" in page
    assert "4 to review" in page
    assert "A small bank" in page
    assert "You have no bank of your own yet" not in page
    others = theo.get("/teach/banks/").text
    assert "Many questions" not in others
    assert "A small bank" in others


def test_banks_put_away_stand_apart(tess: Browser, many: Callable[[int], int]) -> None:
    bank = many(5)
    assert tess.post(f"/teach/banks/{bank}/archive").status_code == 303
    assert f'href="/teach/banks/{bank}"' not in tess.get("/teach/banks/").text
    assert f'href="/teach/banks/{bank}"' in tess.get("/teach/banks/?archived=yes").text
    assert "This bank is put away" in tess.get(f"/teach/banks/{bank}").text
    tess.post(f"/teach/banks/{bank}/restore")
    assert f'href="/teach/banks/{bank}"' in tess.get("/teach/banks/").text
