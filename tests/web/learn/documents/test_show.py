"""The document reader."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from tests.web.browser import Browser
from tests.web.learn.taking import take


def link(page: str) -> str:
    """Return the way from a page to the document, from the passage of the key where there is one."""
    found = re.search(r'href="(/learn/documents/[^"]+)"', page.rpartition('id="verdict"')[2])
    assert found
    return found[1].replace("&amp;", "&")


def test_the_words_looked_for_are_marked_in_their_place(gus: Browser) -> None:
    taking = take(gus, "open")
    page = gus.get(link(gus.get(taking.answer(1).location).text)).text
    assert len(re.findall(r'<mark id="here"', page)) == 1
    assert "The Lagoon Pact" in page
    assert "An article. Nobody signed it." in page
    assert f'<a href="{taking.path}/questions/1">← Back to the question</a>' in page


def test_what_was_asked_stands_in_the_margin(gus: Browser) -> None:
    taking = take(gus, "once")
    address = link(gus.get(taking.answer(1).location).text)
    page = gus.get(address.partition("?")[0]).text
    assert 'class="facts"' in page
    assert "The pact was signed on 4 April 1949." in page
    assert 'class="asked right"' in page


def test_what_is_known_is_counted_and_what_was_missed_is_one_click_away(gus: Browser) -> None:
    taking = take(gus, "first")
    for number in range(1, 9):
        taking.answer(number, rightly=number != 6)
    address = link(gus.get(f"{taking.path}/answers/1").text).partition("?")[0]
    page = gus.get(address).text
    legend = page.partition('class="legend')[2].partition("</section>")[0]
    assert "Of 4 things you were asked about it" in legend
    assert [f"{n} {word}<" in legend for n, word in ((3, "right"), (0, "partly right"), (1, "not right"))] == [True] * 3
    (place,) = re.findall(r'<a href="([^"]+)#here" aria-label="Place 1 of 1">1</a>', legend)
    assert '<mark id="here" tabindex="-1">The red flag was raised by Avalon.</mark>' in gus.get(place).text
    missed = page.partition('aria-label="What you missed here"')[2]
    assert "Avalon and Brolin raised flags." in missed.partition("</ul>")[0]
    assert f'href="{taking.path}/answers/6">Your answer' in missed
    assert "3 of 3 right." in page


def test_a_closed_quiz_opens_its_documents_after_the_last_answer(gus: Browser) -> None:
    taking = take(gus, "open")
    address = link(taking.question(1).text).partition("?")[0]
    gus.post(f"{taking.path}/submit")
    closed = take(gus, "first")
    response = gus.get(address)
    assert response.status_code == 404
    assert "You have begun “The first quiz”" in response.text
    assert f'href="{closed.path}/submit"' in response.text
    assert "Closed now, because you have begun another quiz" in gus.get(f"/learn/quizzes/{quiz_of(gus, 'open')}").text
    for number in range(1, 9):
        closed.answer(number)
    assert gus.get(address).status_code == 200
    assert "Closed now" not in gus.get(f"/learn/quizzes/{quiz_of(gus, 'open')}").text


def quiz_of(browser: Browser, slug: str) -> int:
    with browser.app.app_context():
        return db.session.scalars(select(Quiz.id).where(Quiz.slug == slug)).one()


@pytest.mark.parametrize("query", ["?mark=x", "?mark=9-1", "?mark=0-99999999", "?back=1", "?back=99999.1", "?mark="])
def test_an_odd_address_still_shows_the_text(gus: Browser, query: str) -> None:
    address = link(take(gus, "open").question(1).text).partition("?")[0]
    assert gus.get(address + query).status_code == 200


def test_a_document_that_is_not_there(gus: Browser) -> None:
    assert gus.get("/learn/documents/999").status_code == 404
