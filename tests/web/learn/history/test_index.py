"""What a learner did."""

from __future__ import annotations

import re

from tests.web.browser import Browser
from tests.web.learn.taking import take


def test_an_empty_history_says_what_to_do(gus: Browser) -> None:
    page = gus.get("/learn/history/").text
    assert "Nothing here yet" in page
    assert '<a class="button" href="/">Choose a quiz</a>' in page
    assert "<svg" not in page


def test_attempts_trend_and_facts(gus: Browser) -> None:
    for rightly in (False, True):
        taking = take(gus, "timed")
        for number in (1, 2, 3):
            taking.answer(number, rightly=rightly or number == 2)
        gus.post(f"{taking.path}/submit")
    begun = take(gus, "first")
    begun.answer(6, rightly=False)
    page = gus.get("/learn/history/").text
    assert "2 attempts finished; the best 100&nbsp;%" in page
    chart = page.partition("<figure")[2].partition("</figure")[0]
    assert chart.count('<circle class="dot') == 2
    assert page.count("<tr><td>") == 2
    assert "go on: 1 of 8" in page
    assert page.index("go on: 1 of 8") < page.index('<span class="note">100&nbsp;%')
    weak, _, strong = page.partition("These you know")
    assert "Avalon and Brolin raised flags." in weak.partition("Look at these again")[2]
    assert "The pact was signed on 4 April 1949." in strong


def test_how_sure_one_was_is_said_drawn_and_counted(gus: Browser) -> None:
    assert "How sure, and how right" not in gus.get("/learn/history/").text
    taking = take(gus, "first")
    for number in (1, 2, 3):
        taking.send(number, {**taking.right(number), "sure": "yes" if number < 3 else "no"})
    page = gus.get("/learn/history/").text
    assert "Of the 2 answers you were sure of, 2 were right." in page
    assert "Of the 1 you were not sure of, 1 was right." in page
    assert page.count("too few to say") == 3
    assert '<rect class="bar' not in page
    for _ in range(4):
        taking = take(gus, "timed")
        for number in (1, 2, 3):
            taking.send(number, {**taking.right(number), "sure": "yes"})
        gus.post(f"{taking.path}/submit")
    page = gus.get("/learn/history/").text
    assert "Of the 14 answers you were sure of, 14 were right." in page
    assert '<rect class="bar few"' in page
    assert "78 to 100&nbsp;%" in page


def test_what_is_known_leads_into_the_text_and_to_the_answer(gus: Browser) -> None:
    taking = take(gus, "once")
    taking.answer(1, rightly=False)
    page = gus.get("/learn/history/").text
    known = page.partition("in the text itself")[2].partition("</section>")[0]
    assert "Of 1 thing you were asked about it: 0 right, 1 not right" in known
    assert gus.get(re.findall(r'href="(/learn/documents/\d+)"', known)[0]).status_code == 200
    assert f'href="{taking.path}/answers/1">Your last answer' in page


def test_attempts_come_by_twenty(gus: Browser) -> None:
    for _ in range(21):
        gus.post(f"{take(gus, 'timed').path}/submit")
    page = gus.get("/learn/history/").text
    every = page.partition("Every attempt")[2]
    assert every.count("<li>") == 20
    assert 'href="/learn/history/?page=2#attempts"' in every
    for odd in ("2", "99"):
        last = gus.get(f"/learn/history/?page={odd}").text.partition("Every attempt")[2]
        assert last.count("<li>") == 1
    assert gus.get("/learn/history/?page=x").text.partition("Every attempt")[2].count("<li>") == 20


def test_other_peoples_attempts_are_theirs(gus: Browser, ana: Browser) -> None:
    take(gus, "once").answer(1)
    assert "Nothing here yet" in ana.get("/learn/history/").text


def test_as_many_statements_for_three_attempts_as_for_one(gus: Browser, statements: list[str]) -> None:
    counts = []
    for _ in range(3):
        taking = take(gus, "timed")
        taking.answer(1)
        gus.post(f"{taking.path}/submit")
        statements.clear()
        gus.get("/learn/history/")
        counts.append(len(statements))
    assert counts[0] == counts[-1]
