"""Submitting, the result, and practising mistakes."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Flask

from tests.small_bank import load_small_bank, small_bank
from tests.web.browser import Browser
from tests.web.learn.taking import Taking, take


def test_submitting_names_what_is_not_answered(gus: Browser) -> None:
    taking = take(gus, "timed")
    taking.answer(2)
    page = gus.get(f"{taking.path}/submit").text
    assert "2 of 3 questions have no answer yet." in page
    assert 'aria-label="Question 1, not answered"' in page
    assert 'aria-label="Question 2, saved"' in page
    assert 'href="questions/1"' in page
    assert "data-deadline" in page
    taking.answer(1)
    taking.answer(3)
    page = gus.get(f"{taking.path}/submit").text
    assert "Ready to submit?" in page
    assert "not answered" not in page.partition("<form")[0].partition("<ol")[2]


def test_the_result_counts_every_question(gus: Browser) -> None:
    taking = take(gus, "exam")
    taking.answer(1)
    taking.answer(2, rightly=False)
    assert gus.get(f"{taking.path}/result").status_code == 404
    response = gus.post(f"{taking.path}/submit")
    assert response.location == f"{taking.path}/result"
    page = gus.get(response.location).text
    assert "1 of 8 points" in page
    assert "Not passed" in page
    assert "Practise my mistakes (7)" in page
    assert page.count('class="line"') == 8
    assert page.count("not answered") == 6
    assert "Ben came from [ … ]." in page


def test_submitting_twice_is_submitting_once(gus: Browser) -> None:
    taking = take(gus, "exam")
    gus.post(f"{taking.path}/submit")
    assert gus.post(f"{taking.path}/submit").location == f"{taking.path}/result"
    assert gus.get(f"{taking.path}/submit").location == f"{taking.path}/result"


def test_only_what_was_not_right_and_the_way_into_the_text(gus: Browser) -> None:
    taking = take(gus, "first")
    for number in range(1, 9):
        taking.answer(number, rightly=number != 3)
    page = gus.get(f"{taking.path}/result").text
    assert f'href="{taking.path}/result?show=missed#questions">Only the 1 not right' in page
    missed = gus.get(f"{taking.path}/result?show=missed").text
    assert missed.count('class="line"') == 1
    assert f'href="{taking.path}/answers/3"' in missed
    assert f'href="{taking.path}/result#questions">All 8 questions' in missed
    (document,) = re.findall(r'href="(/learn/documents/\d+)">The article</a>', page)
    assert gus.get(document).status_code == 200
    take(gus, "exam")  # a closed quiz on it is begun
    assert "/learn/documents/" not in gus.get(f"{taking.path}/result").text


def test_a_perfect_result_has_nothing_to_practise(gus: Browser) -> None:
    taking = take(gus, "first")
    for number in range(1, 9):
        taking.answer(number)
    page = gus.get(f"{taking.path}/result").text
    assert "100<small>" in page
    assert "Practise" not in page
    assert gus.post(f"{taking.path}/practise").status_code == 409


def test_a_quiz_off_the_shelf_is_not_offered_again(app: Flask, gus: Browser, tmp_path: Path) -> None:
    taking = take(gus, "once")
    taking.answer(1)
    assert "Try again" in gus.get(f"{taking.path}/result").text
    data = small_bank()
    data["bank"]["quizzes"] = [quiz for quiz in data["bank"]["quizzes"] if quiz["slug"] != "once"]
    load_small_bank(app, tmp_path, data)
    assert "Try again" not in gus.get(f"{taking.path}/result").text


def test_mistakes_are_practised(gus: Browser) -> None:
    taking = take(gus, "first")
    for number in range(1, 9):
        taking.answer(number, rightly=number not in {2, 5})
    response = gus.post(f"{taking.path}/practise")
    practice = Taking(gus, response.location)
    assert "Question 1 of 2" in practice.question(1).text
    practice.answer(1)
    practice.answer(2)
    page = gus.get(f"{practice.path}/result").text
    assert '<p class="eyebrow">Practice</p>' in page
    assert "Try again" not in page


def test_the_way_of_an_attempt(gus: Browser) -> None:
    taking = take(gus, "timed")
    assert gus.get(taking.path).location == f"{taking.path}/questions/1"
    for number in (1, 2, 3):
        taking.answer(number)
    assert gus.get(taking.path).location == f"{taking.path}/submit"
    gus.post(f"{taking.path}/submit")
    assert gus.get(taking.path).location == f"{taking.path}/result"


def test_a_stranger_is_asked_to_sign_in(visitor: Browser, gus: Browser) -> None:
    path = take(gus, "first").path
    assert visitor.get(path).location.startswith("/account/sign-in?next=")
