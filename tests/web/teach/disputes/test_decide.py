from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.disputes.models import Dispute
from quizapp.storage.database import db
from quizapp.teaching import operations
from tests.small_bank import NOW, load_small_bank
from tests.web.browser import Browser
from tests.web.learn.taking import take
from tests.web.teach.teaching import Room, make_room


@pytest.fixture
def room(app: Flask, tmp_path: Path) -> Room:
    """Give Tess with her class, and the small bank on the shelf."""
    load_small_bank(app, tmp_path / "banks")
    return make_room(app)


def objector(room: Room, name: str) -> Browser:
    """Sign somebody up, put them into the class, let them take what is set and object to the first question."""
    browser = Browser(room.app).sign_up(name)
    person = room.person(name)
    room.doing(lambda: operations.enrol(room.id, person, now=NOW))
    taking = take(browser, "first")
    taking.answer(1, rightly=False)
    path = taking.path.replace("attempts", "disputes/new") + "/1"
    assert browser.post(path, {"words": f"{name} & says: <both>.", "place": ""}).status_code == 303
    return browser


def rows(room: Room) -> list[Dispute]:
    with room.app.app_context():
        return list(db.session.scalars(select(Dispute).order_by(Dispute.id)))


def test_a_teacher_decides_for_all_who_say_the_same_with_a_word(room: Room) -> None:
    tess, theo = room.tess, room.theo
    assert "Nobody has objected" in tess.get("/teach/disputes/").text
    room.assign("first", closes_at=NOW + timedelta(days=9))
    bea, cas = objector(room, "bea"), objector(room, "cas")
    first, second = (row.id for row in rows(room))
    desk = tess.get("/teach/").text
    assert "2 learners object" in desk
    assert f'href="/teach/disputes/{first}"' in desk
    assert "Disputed" not in theo.get("/teach/").text
    for path in (f"/teach/disputes/{first}",):
        assert theo.get(path).status_code == theo.post(path, {"decision": "upheld"}).status_code == 404
    assert tess.get("/teach/disputes/").text.count('<li class="line">') == 2
    page = tess.get(f"/teach/disputes/{first}").text
    assert "bea &amp; says: &lt;both&gt;." in page
    assert "Of 1 other answer in 4b" in re.sub(r"\s+", " ", page)
    (standing,) = re.findall(r'name="standing" value="([^"]+)"', page)
    typed = {"standing": standing, "word": "See the note.", "other": str(second), "also": "yes"}
    assert tess.post(f"/teach/disputes/{first}", typed).status_code == 422
    without = tess.post(f"/teach/disputes/{first}", {**typed, "word": " ", "decision": "declined"})
    assert without.status_code == 422
    assert 'id="word-error"' in without.text
    assert {row.state for row in rows(room)} == {"open"}
    done = tess.post(f"/teach/disputes/{first}", {**typed, "decision": "declined"}, follow_redirects=True)
    assert "Declined for 2 learners, who are told." in done.text
    assert [row.state for row in rows(room)] == ["declined", "declined"]
    late = tess.post(f"/teach/disputes/{first}", {**typed, "decision": "upheld", "word": "Mine."})
    assert late.status_code == 409
    assert "somebody else decided" in late.text
    assert ">Mine.</textarea>" in late.text
    for browser in (bea, cas):
        assert "Your objection was decided" in browser.get("/").text
    assert "Disputed" not in tess.get("/teach/").text


def test_what_is_upheld_leads_on_to_putting_it_right(room: Room) -> None:
    room.assign("first")
    bea = objector(room, "bea")
    (row,) = rows(room)
    path = f"/teach/disputes/{row.id}"
    upheld = room.tess.post(path, {"standing": "open", "word": "", "decision": "upheld"}, follow_redirects=True).text
    assert "belongs to a bank that you may not edit" in upheld
    (anew,) = re.findall(r'class="button" href="([^"]+)">Give the points to all', upheld)
    assert anew.endswith(f"dispute_id={row.id}")
    anew = anew.replace("&amp;", "&")
    (fingerprint,) = re.findall(r'name="fingerprint" value="([^"]+)"', room.tess.get(anew).text)
    asked = {"policy": "give_all", "reason": "Both are right.", "fingerprint": fingerprint, "dispute_id": str(row.id)}
    assert "1 answer judged anew." in room.tess.post(anew, asked, follow_redirects=True).text
    stands = room.tess.get(path).text
    assert "The answers to this question were judged anew" in stands
    assert 'name="decision"' not in stands
    refused = room.tess.post(path, {"standing": "open", "word": "No.", "decision": "declined"})
    assert refused.status_code == 409
    told = bea.get(bea.post(f"/learn/disputes/{row.id}/see").location).text
    assert "You were right" in told
    assert "The answers to this question were judged anew" in told
    found = room.tess.get("/teach/disputes/?state=upheld&page=99").text
    assert found.count('<li class="line">') == 1
    assert "Nothing waits for you" in room.tess.get("/teach/disputes/?state=open").text
