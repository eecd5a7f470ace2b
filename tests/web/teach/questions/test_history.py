from __future__ import annotations

from flask import Flask

from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.questions.test_change import PLACE, STEM, sent, versions


def test_it_says_who_changed_what_and_brings_a_version_back(app: Flask, tess: Browser, mended: TeachersBank) -> None:
    question = mended.questions[PLACE]
    address, history = f"/teach/questions/{question}/edit", f"/teach/questions/{question}/history"
    tess.post(address, sent(tess, address, stem=STEM, accept="Lagoon City\nLagoon", do="save"))
    page = tess.get(history).text
    assert "Version 2, as it is now" in page
    assert "Tess" in page
    assert "Drafted by the program" in page
    assert "<ins>" in page
    assert "<del>" in page
    answer = tess.post(f"/teach/questions/{question}/restore", {"number": "1", "based-on": "2"})
    assert "Version 1 is back, as version 3." in tess.get(answer.location).text
    first, _, third = versions(app, question)
    assert (third.stem, third.content) == (first.stem, first.content)


def test_bringing_back_over_something_newer_is_refused(app: Flask, tess: Browser, mended: TeachersBank) -> None:
    question = mended.questions[PLACE]
    address = f"/teach/questions/{question}/edit"
    tess.post(address, sent(tess, address, stem=STEM, do="save"))
    tess.post(address, sent(tess, address, stem="Where did the states sign it?", do="save"))
    answer = tess.post(f"/teach/questions/{question}/restore", {"number": "1", "based-on": "2"})
    assert "another version was saved meanwhile" in tess.get(answer.location).text
    assert len(versions(app, question)) == 3
    assert tess.post(f"/teach/questions/{question}/restore", {"number": "9", "based-on": "3"}).status_code == 404


def test_a_long_history_has_pages(tess: Browser, mended: TeachersBank, statements: list[str]) -> None:
    question = mended.questions[PLACE]
    address = f"/teach/questions/{question}/edit"
    fields = sent(tess, address, do="save")
    for number in range(1, 13):
        tess.post(address, {**fields, "stem": f"{STEM} ({number})", "based-on": str(number)})
    statements.clear()
    page = tess.get(f"/teach/questions/{question}/history").text
    assert len(statements) <= 7
    assert "Version 13, as it is now" in page
    assert "Version 4" in page
    assert "Version 3<" not in page
    assert "Version 3<" in tess.get(f"/teach/questions/{question}/history?from=3").text
