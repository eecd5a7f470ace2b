from __future__ import annotations

import re
from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import select, update

from quizapp.disputes.models import Dispute
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.small_bank import ARTICLE
from tests.web.browser import Browser
from tests.web.learn.taking import take

LINK = "Something wrong here?"


def rows(app: Flask) -> list[Dispute]:
    with app.app_context():
        return list(db.session.scalars(select(Dispute).order_by(Dispute.id)))


def decide(app: Flask, state: str) -> None:
    with app.app_context(), transaction():
        said = {"state": state, "word": "Read on.", "decided_at": datetime.now(UTC)}
        db.session.execute(update(Dispute).where(Dispute.state == "open").values(said))


def test_a_learner_says_what_is_wrong_and_where_the_text_shows_it(app: Flask, gus: Browser, ana: Browser) -> None:
    taking = take(gus, "open")  # its documents may be read at any time
    taking.send(1, {"skip": "yes"})
    answer = f"{taking.path}/answers/1"
    page = gus.get(answer).text
    (path,) = re.findall(rf'<a class="button-quiet" href="([^"]+)">{re.escape(LINK)}', page)
    form = gus.get(path).text
    assert form.count('name="place"') > 5
    assert 'class="quoted cited"' in form
    typed = {"words": "The flag was red.", "find": "red flag", "do": "find"}
    found = gus.post(path, typed)
    assert found.status_code == 200
    assert ">The flag was red.</textarea>" in found.text
    assert "1 sentence holds these words" in found.text
    (place,) = re.findall(r'value="(\d+:\d+-\d+)"', found.text)
    kept = gus.post(path, {"words": "The flag was red.", "place": place, "do": "read"}).text
    assert f'value="{place}" checked' in kept
    assert "No sentence that you may read" in gus.post(path, {"find": "no such words", "do": "find"}).text
    assert rows(app) == []
    empty = gus.post(path, {"words": " ", "place": place})
    assert (empty.status_code, rows(app)) == (422, [])
    assert 'id="words-error"' in empty.text
    assert f'value="{place}" checked' in empty.text
    amiss = gus.post(path, {"words": "The flag was red.", "place": "1:0-99999"})
    assert amiss.status_code == 422
    assert 'id="place-error"' in amiss.text
    assert ">The flag was red.</textarea>" in amiss.text
    assert gus.post(path, {"words": "The flag was red.", "place": place}).location == f"{answer}#dispute"
    (row,) = rows(app)
    start = ARTICLE.index("The red flag was raised by Avalon.")
    assert (row.words, row.exact, row.start) == ("The flag was red.", "The red flag was raised by Avalon.", start)
    assert gus.get(path).location == f"{answer}#dispute"
    assert gus.post(path, {"words": "Again."}).location == f"{answer}#dispute"
    assert len(rows(app)) == 1
    told = gus.get(answer).text
    assert "You said that something is wrong here" in told
    assert LINK not in told
    for browser in (ana, Browser(app).be_guest("Flo")):
        assert browser.get(path).status_code == 404
        assert browser.post(path, {"words": "Mine."}).status_code == 404
        assert browser.post(f"/learn/disputes/{row.id}/withdraw").status_code == 404


def test_what_was_decided_is_told_until_it_was_seen(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    taking.answer(1, rightly=False)
    answer, path = f"{taking.path}/answers/1", taking.path.replace("attempts", "disputes/new") + "/1"
    gus.post(path, {"words": "Both are right."})
    number = rows(app)[0].id
    gus.post(f"/learn/disputes/{number}/withdraw")
    assert gus.post(f"/learn/disputes/{number}/withdraw").status_code == 303
    assert LINK in gus.get(answer).text
    assert "You have objected to nothing" in gus.get("/learn/disputes/").text
    gus.post(path, {"words": "Both <b>are</b> right."})
    number = rows(app)[1].id
    assert "Both &lt;b&gt;are&lt;/b&gt; right." in gus.get("/learn/disputes/").text
    assert "objection" not in gus.get("/").text
    decide(app, "declined")
    for page in ("/", "/learn/history/"):
        assert "Your objection was decided" in gus.get(page).text
    late = gus.post(f"/learn/disputes/{number}/withdraw", follow_redirects=True).text
    assert "It has been decided meanwhile" in late
    assert "I have read it" in late
    assert gus.post(f"/learn/disputes/{number}/see").location == f"{answer}#dispute"
    page = gus.get(answer).text
    assert "It was looked at, and it stands" in page
    assert "Read on." in page
    assert "I have read it" not in page
    assert "objection" not in gus.get("/").text
    assert "it stands" in gus.get("/learn/disputes/").text


def test_nothing_can_be_disputed_before_it_may_be_shown(gus: Browser) -> None:
    taking = take(gus, "exam")
    taking.answer(1)
    path = taking.path.replace("attempts", "disputes/new") + "/1"
    assert gus.get(path).status_code == 404
    assert gus.post(path, {"words": "It tells."}).status_code == 404
    assert gus.post(path, {"find": "pact", "do": "find"}).status_code == 404
