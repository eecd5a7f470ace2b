"""Practising what is due."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from flask import Flask

from quizapp.web.clock import set_clock
from tests.web.browser import Browser
from tests.web.learn.taking import Taking, take


def tomorrow(app: Flask) -> None:
    set_clock(app, lambda: datetime.now(UTC) + timedelta(days=1))


def test_the_header_says_how_much_is_due_but_not_while_answering(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    for number in (2, 3):
        taking.answer(number, rightly=False)
    assert "due</b>" not in gus.get("/").text
    tomorrow(app)
    link = '<a href="/learn/practice/">Practice <b>2 due</b></a>'
    assert link in gus.get("/").text
    assert "Practice" not in taking.question(1).text
    assert "Practice" not in gus.get(f"{taking.path}/answers/2").text


def test_a_round_is_started_in_one_click(app: Flask, gus: Browser) -> None:
    take(gus, "first").answer(2, rightly=False)
    tomorrow(app)
    assert "1 question is due." in gus.get("/learn/practice/").text
    practice = Taking(gus, gus.post("/learn/practice/").location)
    assert "Question 1 of 1" in practice.question(1).text
    practice.answer(1)
    assert "due</b>" not in gus.get("/").text
    assert "100<small>" in gus.get(f"{practice.path}/result").text


def test_what_comes_first_and_what_comes_next_is_said(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    taking.send(2, {"text": "elsewhere", "sure": "yes"})
    taking.answer(3)
    page = gus.get("/learn/practice/").text
    assert "All 2 questions you have answered can wait." in page
    tomorrow(app)
    page = gus.get("/learn/practice/").text
    assert "2 questions are due. One of them comes first: you were sure" in page
    practice = Taking(gus, gus.post("/learn/practice/").location)
    assert "Where was" in practice.question(1).text
    for number in (1, 2):
        practice.answer(number)
    page = gus.get("/learn/practice/").text
    assert re.search(r"<p>\d more comes? due in the next (24 hours|7 days)", page)
    assert page.count("<rect") == page.count("<tr><th") - 1 >= 1
    assert "you would likely know about <b>2 of 2</b>" in page


def test_nothing_due(gus: Browser, visitor: Browser) -> None:
    assert "Nothing is due now" in gus.get("/learn/practice/").text
    assert gus.post("/learn/practice/").location == "/learn/practice/"
    assert visitor.get("/learn/practice/").location.startswith("/account/sign-in")
