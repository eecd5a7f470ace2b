"""What a learner did."""

from __future__ import annotations

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
    assert page.count('<circle class="dot') == 2
    assert page.count("<tr><td>") == 2
    assert "go on: 1 of 8" in page
    assert page.index("go on: 1 of 8") < page.index('<span class="note">100&nbsp;%')
    weak, _, strong = page.partition("These you know")
    assert "Avalon and Brolin raised flags." in weak.partition("Look at these again")[2]
    assert "The pact was signed on 4 April 1949." in strong


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
