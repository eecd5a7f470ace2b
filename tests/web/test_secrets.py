"""Nothing that tells a key reaches the browser before its question is answered: not in any page, header or cookie."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask, Response, session
from sqlalchemy import select

from quizapp.attempts import operations
from quizapp.attempts.models import AttemptItem
from quizapp.documents.models import Document
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.access import KEY
from quizapp.web.access_table import Row, Who
from tests.small_bank import load_small_bank
from tests.web.browser import Browser
from tests.web.canary_bank import KINDS, canary_bank, secrets_of, word, words_of
from tests.web.crawler import Seen, crawl, leaks, told_by
from tests.web.scene import NOW

pytestmark = pytest.mark.sqlite_only

ALL = range(1, len(KINDS) + 1)
CRAWLED = {1, 5, 8, 9}  # after these answers the whole site is looked at, after the others their own page
ANSWERS: dict[str, dict[str, str]] = {
    "choice": {"chosen": "1"},
    "multiple": {"chosen": "1"},
    "true_false": {"chosen": "1"},
    "matching": {"matched-1": "1", "matched-2": "2", "matched-3": "3"},
    "ordering": {"place-1": "1", "place-2": "2", "place-3": "3"},
    "number": {"text": "12"},
    "date": {"text": "4 April 1949"},
}


@pytest.fixture
def loaded(app: Flask, tmp_path: Path) -> Flask:
    load_small_bank(app, tmp_path, canary_bank())
    return app


@pytest.fixture
def guest(loaded: Flask) -> Browser:
    return Browser(loaded).be_guest()


@pytest.fixture
def student(loaded: Flask) -> Browser:
    return Browser(loaded).sign_up("ana")


def quiz_path(app: Flask, slug: str) -> str:
    with app.app_context():
        return f"/learn/quizzes/{db.session.scalars(select(Quiz.id).where(Quiz.slug == slug)).one()}"


def start(browser: Browser, slug: str) -> str:
    """Start a quiz and return the attempt's address."""
    location = browser.post(f"{quiz_path(browser.app, slug)}/start").location
    assert location is not None
    return location


def seeds(app: Flask, attempt: str = "") -> Iterator[str]:
    """Every address somebody could guess."""
    yield from ("/", "/learn/history/", "/account/")
    with app.app_context():
        documents = db.session.scalars(select(Document.id)).all()
        yield from (f"/learn/quizzes/{quiz_id}" for quiz_id in db.session.scalars(select(Quiz.id)))
    for document in documents:
        yield from (f"/learn/documents/{document}", f"/learn/documents/{document}?mark=0-90")
    if attempt:
        yield from (attempt, f"{attempt}/submit", f"{attempt}/result")
        for number in ALL:
            yield from (f"{attempt}/questions/{number}", f"{attempt}/answers/{number}")


def answer(browser: Browser, attempt: str, number: int, **headers: str) -> Seen:
    path = f"{attempt}/questions/{number}"
    fields = ANSWERS.get(KINDS[number - 1], {"text": "nothing at all"})
    return told_by(browser, path, browser.post(path, {**fields, "revision": "0", "token": path}, headers=headers))


def refused(browser: Browser, attempt: str, number: int) -> Iterator[Seen]:
    """What is told when an answer cannot be taken."""
    path = f"{attempt}/questions/{number}"
    for fields in ({}, {"chosen": "99"}, {"text": ""}, {"text": "x\0y"}, {"place-1": "1"}, {"matched-1": "77"}):
        for headers in ({}, {"Accept": "text/html-fragment"}):
            yield told_by(browser, path, browser.post(path, {**fields, "revision": "0"}, headers=headers))
    yield told_by(browser, path, browser.post_without_token(path, {"text": "kept"}))
    for end in ("practise", "answers", "result"):
        yield told_by(browser, f"{attempt}/{end}", browser.post(f"{attempt}/{end}"))


def unanswered(numbers: Iterator[int] | range) -> Callable[[str], frozenset[str]]:
    """What may not be told, by page, while these questions are not answered."""
    left = set(numbers)

    def secrets(path: str) -> frozenset[str]:
        own = re.search(r"/questions/(\d+)$", path)
        here = int(own[1]) if own else 0
        own_choices = path == "/account/data/download"  # what was chosen of what is offered, and no more
        return frozenset().union(*(secrets_of(number, on_its_page=own_choices or number == here) for number in left))

    return secrets


def test_before_an_attempt_nothing_is_told(loaded: Flask) -> None:
    for browser in (Browser(loaded), Browser(loaded).be_guest(), Browser(loaded).sign_up("ana")):
        seen = list(crawl(browser, seeds(loaded)))
        assert len(seen) > 10
        assert leaks(seen, unanswered(ALL)) == []


@pytest.mark.parametrize(("role", "slug"), [("guest", "each"), ("student", "end")])
def test_before_any_answer_only_what_is_offered_is_told(guest: Browser, student: Browser, role: str, slug: str) -> None:
    learner = {"guest": guest, "student": student}[role]
    attempt = start(learner, slug)
    seen = list(crawl(learner, seeds(learner.app, attempt)))
    seen += [told for number in ALL for told in refused(learner, attempt, number)]
    seen += list(crawl(Browser(learner.app), seeds(learner.app, attempt)))
    seen += list(crawl(Browser(learner.app).be_guest("Flo"), seeds(learner.app, attempt)))
    assert len([one for one in seen if one.status == 200 and "/questions/" in one.path]) >= 2 * len(KINDS)
    assert leaks(seen, unanswered(ALL)) == []


def test_an_answer_tells_only_of_its_own_question(student: Browser) -> None:
    attempt = start(student, "each")
    for number in ALL:
        headers = {"Accept": "text/html-fragment"} if number % 2 else {}
        seen = [answer(student, attempt, number, **headers)]
        if number in CRAWLED:
            seen += list(crawl(student, seeds(student.app, attempt)))
            assert word(number, "BECAUSE") in "".join(one.told for one in seen)
        assert leaks(seen, unanswered(range(number + 1, len(KINDS) + 1))) == []


def test_before_submitting_no_answer_tells_anything(guest: Browser) -> None:
    attempt = start(guest, "end")
    seen = [answer(guest, attempt, number) for number in ALL]
    assert {one.status for one in seen} == {303}
    seen += list(crawl(guest, seeds(guest.app, attempt)))
    assert leaks(seen, unanswered(ALL)) == []
    guest.post(f"{attempt}/submit")
    told = "".join(one.told for one in crawl(guest, seeds(guest.app, attempt)))
    assert [number for number in ALL if word(number, "BECAUSE") not in told] == []


def test_the_words_are_there_to_be_found() -> None:
    for number, kind in enumerate(KINDS, 1):
        assert len(words_of(number)) > 7, kind
        assert secrets_of(number, on_its_page=True) < words_of(number) or kind in {
            "true_false",
            "short_text",
            "number",
            "date",
            "cloze",
        }


# --- twins: a leak of each sort is seen ---


def leak_page(app: Flask) -> None:
    app.add_url_rule("/leak", "leak", lambda: f"<p data-key='{word(1, 'BECAUSE')}'>")
    rows = app.extensions[KEY]
    app.extensions[KEY] = {**rows, ("leak", "GET"): Row("leak", "GET", Who.EVERYONE)}
    page = app.jinja_env.get_template("public/shelf/index.html")
    source = Path(page.filename or "").read_text(encoding="utf-8")
    add_template(app, "public/shelf/index.html", source.replace("{% block main %}", "{% block main %}<a href='/leak'>"))


def leak_attribute(app: Flask) -> None:
    page = Path(app.jinja_env.get_template("kinds/choice/question.html").filename or "").read_text(encoding="utf-8")
    add_template(app, "kinds/choice/question.html", page + f"<i data-right='{word(1, 'PASSAGE')}'></i>")


def leak_offer_elsewhere(app: Flask) -> None:
    page = Path(app.jinja_env.get_template("kinds/number/question.html").filename or "").read_text(encoding="utf-8")
    add_template(app, "kinds/number/question.html", page + word(1, "KEYA"))


def leak_header(app: Flask) -> None:
    @app.after_request
    def tell(response: Response) -> Response:
        response.headers["X-Debug"] = word(2, "REASON")
        return response


def leak_cookie(app: Flask) -> None:
    app.before_request(lambda: session.update(draft=word(3, "TRUTH")))


def add_template(app: Flask, name: str, source: str) -> None:
    from jinja2 import ChoiceLoader, DictLoader

    app.jinja_env.loader = ChoiceLoader([DictLoader({name: source}), app.jinja_env.loader])  # type: ignore[list-item]
    if app.jinja_env.cache is not None:
        app.jinja_env.cache.clear()


@pytest.mark.parametrize("leak", [leak_page, leak_attribute, leak_offer_elsewhere, leak_header, leak_cookie])
def test_the_test_sees_a_leak(loaded: Flask, leak: Callable[[Flask], None]) -> None:
    leak(loaded)
    browser = Browser(loaded).be_guest()
    attempt = start(browser, "end")
    assert leaks(crawl(browser, seeds(loaded, attempt)), unanswered(ALL)) != []


# --- the place and the looks of an option say nothing ---


@pytest.mark.parametrize("number", [1, 2])
def test_every_option_looks_like_every_other(loaded: Flask, number: int) -> None:
    browser = Browser(loaded).be_guest()
    page = browser.get(f"{start(browser, 'each')}/questions/{number}").text
    labels = re.findall(r'<label class="option">.*?</label>', page, re.S)
    assert len(labels) == len(canary_bank()["questions"]["questions"][number - 1]["content"]["options"])
    looks = {re.sub(rf"ZQ{number}[A-Z]+|(?<=\D){place}(?=\D)", "•", label) for place, label in enumerate(labels, 1)}
    assert len(looks) == 1


ATTEMPTS = 300


def places_of_the_key(app: Flask, slug: str) -> dict[str, list[int]]:
    """Where the key of the choice question, and the first pair and item, stood in many attempts."""
    places: dict[str, list[int]] = {"choice": [], "matching": [], "ordering": []}
    with app.app_context(), transaction():
        from quizapp.accounts.operations import make_guest

        quiz = db.session.scalars(select(Quiz.id).where(Quiz.slug == slug)).one()
        for seed in range(ATTEMPTS):
            guest = make_guest("Gus", now=NOW).person.id
            attempt = operations.start_attempt(quiz, guest, now=NOW, seed=f"seed {seed}")
            orders = dict(
                db.session.execute(
                    select(AttemptItem.position, AttemptItem.option_order).where(AttemptItem.attempt_id == attempt)
                ).all()
            )
            places["choice"].append(orders[1].index(1))
            places["matching"].append(orders[8].index(0))
            places["ordering"].append(orders[9].index(0))
    return places


def chi_square(places: list[int], options: int) -> float:
    expected = len(places) / options
    return sum((places.count(place) - expected) ** 2 / expected for place in range(options))


def test_where_the_key_stands_has_nothing_to_do_with_being_right(loaded: Flask) -> None:
    """The seeds are fixed, so this never fails by chance; the bounds are those of p = 0.001."""
    places = places_of_the_key(loaded, "each")
    assert chi_square(places["choice"], 3) < 13.8
    assert chi_square(places["matching"], 4) < 16.3
    assert {0, 1, 2} == set(places["ordering"])


def test_the_test_sees_a_key_that_stands_first() -> None:
    assert chi_square([0] * ATTEMPTS, 3) > 13.8
