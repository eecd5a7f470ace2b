"""An answer explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from tests.small_bank import load_small_bank, small_bank
from tests.web.browser import Browser
from tests.web.learn.taking import take


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("rightly", [True, False])
def test_the_passage_stands_under_every_answer(gus: Browser, number: int, rightly: bool) -> None:
    taking = take(gus, "first")
    page = gus.get(taking.answer(number, rightly=rightly).location).text
    assert ("Right." in page) is rightly
    assert "<mark>" in page
    assert '<figure class="passage' in page
    assert "A press, 2020 · article" in page
    assert len(page.encode()) <= 11 * 1024


def test_a_wrong_option_is_explained_and_the_others_are_on_demand(gus: Browser) -> None:
    taking = take(gus, "first")
    page = gus.get(taking.answer(1, rightly=False).location).text
    assert "Not quite." in page
    assert "<h2>Why not “4 " in page
    assert page.count("<details") == 2  # and how it was marked
    assert ">why not?</span>" in page
    assert "your answer</span>" in page


def test_another_source_is_heard(gus: Browser) -> None:
    taking = take(gus, "first")
    page = gus.get(taking.answer(1).location).text
    assert "The paper says otherwise: 4 May 1949" in page
    assert "A month later." in page


def test_a_foreseen_wrong_answer_is_explained(gus: Browser) -> None:
    taking = take(gus, "first")
    page = gus.get(taking.send(2, {"text": "avalon"}).location).text
    assert "Why not “Avalon”?" in page
    assert "Ana came from there." in page


def test_a_slip_of_the_finger_is_told(gus: Browser) -> None:
    taking = take(gus, "first")
    page = gus.get(taking.send(2, {"text": "Lagoom City"}).location).text
    assert "Right." in page
    assert "A slip of the finger was forgiven: read as “Lagoon City”." in page


def test_how_it_was_marked_when_and_in_which_version_is_told(app: Flask, gus: Browser, tmp_path: Path) -> None:
    taking = take(gus, "first")
    taking.answer(1)
    page = gus.get(f"{taking.path}/answers/1").text
    assert "1 of 1 point. Multiple choice: full marks for the right option, none for another." in page
    assert "as the question read then: version 1.</p>" in page
    data = small_bank()
    data["questions"]["questions"][0]["stem"] = "By the article, when was the pact signed?"
    load_small_bank(app, tmp_path / "again", data)
    page = gus.get(f"{taking.path}/answers/1").text
    assert "According to the article, when was the pact signed?" in page
    assert "version 1. It has been changed since; what you see here is what you were asked." in page


def test_the_reader_opens_only_where_it_may(gus: Browser, ana: Browser) -> None:
    closed = take(gus, "first")
    assert "Read in context" not in gus.get(closed.answer(1).location).text
    opened = take(ana, "open")
    assert "Read in context" in ana.get(opened.answer(1).location).text


def test_before_the_answer_there_is_nothing(gus: Browser) -> None:
    assert gus.get(f"{take(gus, 'first').path}/answers/1").status_code == 404


def test_the_way_on(gus: Browser) -> None:
    taking = take(gus, "first")
    assert f'href="{taking.path}/questions/2" data-next>Next question' in gus.get(taking.answer(1).location).text
    for number in range(2, 9):
        taking.answer(number)
    page = gus.get(f"{taking.path}/answers/8").text
    assert f'href="{taking.path}/result" data-next>See your result' in page
    assert 'rel="prev"' in page
    assert 'rel="next"' not in page


def test_a_right_option_not_ticked_is_told_apart(gus: Browser) -> None:
    taking = take(gus, "first")
    ticked = taking.right(6)["chosen"][:1]
    page = gus.get(taking.send(6, {"chosen": ticked}).location).text
    assert page.count("your answer, right</span>") == 1
    assert page.count("right; you missed it</span>") == 1


def test_a_spare_of_a_matching_is_no_mistake(gus: Browser) -> None:
    page = gus.get(take(gus, "first").answer(7).location).text
    spare = page.partition("Dorn")[2].partition("</summary>")[0]
    assert "it belongs to none of these" in spare
    assert "option-why wrong" not in page
    assert "left out" not in page
