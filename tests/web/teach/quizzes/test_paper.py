import re

from tests.small_bank import IN_ORDER
from tests.web.teach.quizzes.conftest import Desk


def test_the_paper_asks_every_question_and_tells_no_key(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER)
    page = tess.open(quiz, "/paper")
    assert page.status_code == 200
    assert page.text.count('class="paper-question"') == 8
    for line in ("Name", "Class", "Date", "of 8"):
        assert line in page.text
    assert "Lagoon City" not in page.text, "the key of what is typed"
    assert "Why " not in page.text
    assert not re.search(r"1950|1952", page.text), "when the items of an ordering were"
    assert "Ben came from" in page.text
    assert 'class="gap-line"' in page.text


def test_two_keys_give_one_paper(tess: Desk) -> None:
    """Whatever is right, the paper is the same: nothing in it can tell."""
    quiz = tess.teacher.begin(["congresses.second.true_false"])
    before = tess.open(quiz, "/paper").text
    flip_statement(tess)
    after = tess.open(quiz, "/paper").text
    assert before == after


def flip_statement(tess: Desk) -> None:
    from sqlalchemy import update

    from quizapp.banks.models import QuestionVersion
    from quizapp.storage.database import db

    statement = update(QuestionVersion).where(QuestionVersion.kind == "true_false").values(content={"key": True})
    tess.teacher.doing(lambda: db.session.execute(statement))


def test_the_key_stands_apart_with_its_passages(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER)
    text = tess.open(quiz, "/key").text
    assert "<b>2</b> Lagoon City</li>" in text
    assert "<mark>in Lagoon City</mark>" in text
    assert "Why pact.place.short_text." in text


def test_form_b_has_another_order_and_a_key_of_its_own(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER)
    stems = [re.findall(r'class="paper-stem">([^<]+)', tess.open(quiz, f"/paper?form={form}").text) for form in "AB"]
    assert sorted(stems[0]) == sorted(stems[1])
    assert stems[0] != stems[1]
    keys = re.findall(r'class="paper-stem">([^<]+)', tess.open(quiz, "/key?form=B").text)
    assert keys[0].partition(" [")[0] == stems[1][0].strip()
    assert tess.open(quiz, "/paper?form=Z").text == tess.open(quiz, "/paper").text
