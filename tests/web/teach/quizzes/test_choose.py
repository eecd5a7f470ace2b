import pytest
from flask import Flask

from quizapp.quizzes import operations
from quizapp.quizzes.settings import QuizSettings
from tests.many_questions import make_bank_of
from tests.small_bank import IN_ORDER
from tests.web.teach.quizzes.conftest import Desk


@pytest.fixture
def quiz(tess: Desk) -> int:
    return tess.teacher.begin(IN_ORDER[:2])


def test_accepted_questions_are_listed_with_what_the_quiz_holds(tess: Desk, quiz: int) -> None:
    [draft] = tess.teacher.ids(["signers.ben.cloze"])
    tess.teacher.set_state(draft, "draft")
    text = tess.open(quiz, "/choose").text
    assert "8 accepted questions." in text
    assert "Ben came from" not in text
    held, _ = tess.teacher.order(quiz)
    assert f'value="{held}" checked disabled>' in text
    assert "In the quiz, as question 1" in text
    assert "Asks for the same as question 1" in text


def test_they_are_searched_by_words_kind_and_document(tess: Desk, quiz: int) -> None:
    assert "2 accepted questions found." in tess.open(quiz, "/choose?text=congress").text
    assert "1 accepted question found." in tess.open(quiz, "/choose?kind=ordering").text
    text = tess.open(quiz, "/choose?text=zebra").text
    assert "Nothing found" in text
    assert 'value="zebra"' in text


def test_what_is_ticked_is_added_behind_the_rest(tess: Desk, quiz: int) -> None:
    before = tess.teacher.order(quiz)
    new = tess.teacher.ids(["flags.raised.multiple", "signers.ben.cloze"])
    answer = tess.browser.post(f"/teach/quizzes/{quiz}/choose", {"question": new, "text": "a", "page": "1"})
    assert "text=a" in answer.location
    assert "2 questions added. The quiz holds 4 now." in tess.follow(answer)
    assert tess.teacher.order(quiz) == [*before, *new]


def test_nothing_ticked_and_what_is_gone_are_said(tess: Desk, quiz: int) -> None:
    before = tess.teacher.order(quiz)
    assert "tick the questions you want first" in tess.follow(tess.send(quiz, "/choose"))
    [gone] = tess.teacher.ids(["signers.ben.cloze"])
    tess.teacher.set_state(gone, "retired")
    text = tess.follow(tess.send(quiz, "/choose", question=gone))
    assert "not accepted any more, so none was added" in text
    assert "tick the questions" not in text
    assert tess.teacher.order(quiz) == before


def test_more_are_drawn_by_kind(tess: Desk, quiz: int) -> None:
    text = tess.follow(tess.send(quiz, "/draw", count="5", kind="ordering"))
    assert "Only 1 question could be drawn" in text
    assert tess.teacher.order(quiz)[2:] == tess.teacher.ids(["congresses.order.ordering"])
    assert "no further question of that sort" in tess.follow(tess.send(quiz, "/draw", count="5", kind="ordering"))


def test_others_are_drawn_in_their_stead_and_can_be_taken_back(tess: Desk, quiz: int) -> None:
    before = tess.teacher.order(quiz)
    text = tess.follow(tess.send(quiz, "/draw", instead="1", number="2"))
    assert "2 questions drawn in the stead of the others." in text
    assert 'name="number" value="3"' in text, "the next draw is another one"
    drawn = tess.teacher.order(quiz)
    assert len(drawn) == 2
    tess.send(quiz, "/undo")
    assert tess.teacher.order(quiz) == before


def test_drawing_over_a_later_change_is_refused(tess: Desk, quiz: int) -> None:
    before = tess.teacher.order(quiz)
    tess.teacher.offer(quiz)
    assert "changed meanwhile" in tess.follow(tess.send(quiz, "/draw", instead="1", revision="1"))
    assert tess.teacher.order(quiz) == before


def test_a_quiz_that_is_full_says_so(tess: Desk, quiz: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.quizzes.operations.draft.MOST_QUESTIONS", 2)
    [new] = tess.teacher.ids(["signers.ben.cloze"])
    assert "holds at most 200 questions" in tess.follow(tess.send(quiz, "/choose", question=new))


@pytest.mark.sqlite_only
def test_a_large_bank_is_paged_and_takes_as_many_statements(loaded: Flask, tess: Desk, statements: list[str]) -> None:
    counts = []
    teacher = tess.teacher
    for size in (40, 2000):
        bank = teacher.doing(lambda size=size: make_bank_of(size, teacher.id, slug=f"many~{size}"))
        quiz = teacher.doing(
            lambda bank=bank: operations.begin_quiz(bank, teacher.id, QuizSettings("Many"), now=teacher.now)
        )
        statements.clear()
        page = tess.open(quiz, "/choose")
        counts.append(len(statements))
        assert page.text.count('class="pick"') <= 30
    assert counts[0] == counts[1]


def test_how_hard_questions_are_is_known_from_answers_only(tess: Desk, quiz: int) -> None:
    assert "No further question is known to be so hard" in tess.follow(tess.send(quiz, "/draw", level="hard"))
    assert "drawn" in tess.follow(tess.send(quiz, "/draw", level="impossible", count="1"))
