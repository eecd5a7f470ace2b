from __future__ import annotations

import re
from pathlib import Path

from flask import Flask
from sqlalchemy import select, update

from quizapp.accounts.models import Person
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.web.clock import set_clock
from tests.history.simulated import simulate
from tests.history.test_suspects import the_wrong_key
from tests.small_bank import NOW, load_small_bank
from tests.web.teach.teaching import teacher


def test_a_question_to_look_at_is_one_click_from_its_figures(app: Flask, tmp_path: Path) -> None:
    set_clock(app, lambda: NOW)
    tess = teacher(app, "tess")
    load_small_bank(app, tmp_path)
    assert "Questions to look at" not in tess.get("/teach/").text
    with app.app_context(), transaction():
        simulate("exam", 80, answers=the_wrong_key)
        owner = db.session.scalars(select(Person.id).where(Person.username == "tess")).one()
        db.session.execute(update(Quiz).where(Quiz.slug == "exam").values(owner_id=owner))
        quiz = db.session.scalars(select(Quiz.id).where(Quiz.slug == "exam")).one()
    page = tess.get("/teach/").text
    assert "Questions to look at" in page
    assert f'href="/teach/results/quizzes/{quiz}"' in page
    (question,) = re.findall(r'<a href="(/teach/results/questions/\d+)">According to the article, when was', page)
    assert tess.get(question).status_code == 200
    (path,) = re.findall(r'action="(/teach/questions-to-look-at/\d+)"', page)
    assert "It stands" in tess.post(path, follow_redirects=True).text
    assert "Questions to look at" not in tess.get("/teach/").text
    assert tess.post(path).status_code == 303  # twice is once
