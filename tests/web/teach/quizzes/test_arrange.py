from decimal import Decimal

import pytest

from tests.small_bank import IN_ORDER
from tests.web.teach.quizzes.conftest import Desk


@pytest.fixture
def quiz(tess: Desk) -> int:
    return tess.teacher.begin(IN_ORDER[:3])


def test_a_question_is_moved_and_its_button_keeps_the_focus(tess: Desk, quiz: int) -> None:
    first, second, third = tess.teacher.order(quiz)
    text = tess.follow(tess.send(quiz, "/questions", act=f"up-{third}"))
    assert tess.teacher.order(quiz) == [first, third, second]
    assert f'value="up-{third}" data-focus>' in text
    text = tess.follow(tess.send(quiz, "/questions", act=f"up-{third}"))
    assert tess.teacher.order(quiz) == [third, first, second]
    assert f'value="down-{third}" data-focus>' in text, "at the top only the way down is left"


def test_taking_one_out_goes_on_at_its_neighbour(tess: Desk, quiz: int) -> None:
    first, second, third = tess.teacher.order(quiz)
    for gone, neighbour in ((second, third), (third, first)):
        text = tess.follow(tess.send(quiz, "/questions", act=f"remove-{gone}"))
        assert f'value="remove-{neighbour}" data-focus>' in text
    assert "data-focus" not in tess.follow(tess.send(quiz, "/questions", act=f"remove-{first}"))


def test_every_button_saves_the_points_that_were_typed(tess: Desk, quiz: int) -> None:
    first, second, _ = tess.teacher.order(quiz)
    tess.send(quiz, "/questions", act=f"remove-{second}", **{f"points-{first}": "2,5"})
    questions = tess.teacher.composer(quiz).questions
    assert next((one.question_id, one.points) for one in questions) == (first, Decimal("2.5"))
    assert len(questions) == 2


def test_points_that_cannot_be_are_said_and_kept(tess: Desk, quiz: int) -> None:
    first, second, _ = tess.teacher.order(quiz)
    before = tess.teacher.composer(quiz)
    answer = tess.send(quiz, "/questions", act=f"up-{second}", **{f"points-{first}": "a lot"})
    assert answer.status_code == 422
    assert f'name="points-{first}" value="a lot"' in answer.text
    assert "Write points above 0 and up to 100" in answer.text
    assert tess.teacher.composer(quiz) == before


def test_an_order_is_saved_as_it_was_dragged(tess: Desk, quiz: int) -> None:
    first, second, third = tess.teacher.order(quiz)
    tess.send(quiz, "/questions", act="save", order=f"{third},{first},{second}")
    assert tess.teacher.order(quiz) == [third, first, second]


def test_the_last_change_can_be_taken_back(tess: Desk, quiz: int) -> None:
    before = tess.teacher.order(quiz)
    text = tess.follow(tess.send(quiz, "/questions", act=f"remove-{before[1]}"))
    assert "Question 2 was taken out." in text
    assert "Taken back." in tess.follow(tess.send(quiz, "/undo"))
    assert tess.teacher.order(quiz) == before
    tess.send(quiz, "/undo")
    assert tess.teacher.order(quiz) == [before[0], before[2]], "and taking back can be taken back"


def test_taking_back_over_a_later_change_is_refused(tess: Desk, quiz: int) -> None:
    first, second, third = tess.teacher.order(quiz)
    tess.send(quiz, "/questions", act=f"remove-{second}")
    tess.teacher.offer(quiz)
    assert "Question 2 was taken out." not in tess.open(quiz).text
    assert "cannot be taken back any more" in tess.follow(tess.send(quiz, "/undo"))
    assert tess.teacher.order(quiz) == [first, third]
    other = tess.teacher.begin(IN_ORDER[:2])
    assert "cannot be taken back any more" in tess.follow(tess.send(other, "/undo"))


def test_a_second_window_sees_what_changed_and_keeps_what_was_typed(tess: Desk, quiz: int) -> None:
    first, second, third = tess.teacher.order(quiz)
    tess.send(quiz, "/questions", act=f"remove-{third}")
    shown = f"{first},{second},{third}"
    answer = tess.send(quiz, "/questions", act=f"up-{second}", order=shown, revision=1, **{f"points-{first}": "7"})
    assert answer.status_code == 409
    assert "The quiz was changed meanwhile, in another window." in answer.text
    assert "Since then 0 came in and 1 went out." in answer.text
    assert f'name="points-{first}" value="7"' in answer.text
    assert f'name="points-{third}"' not in answer.text
    assert tess.teacher.order(quiz) == [first, second]


def test_without_the_sessions_token_nothing_is_done_and_the_points_stay(tess: Desk, quiz: int) -> None:
    first, *_ = tess.teacher.order(quiz)
    before = tess.teacher.composer(quiz)
    fields = {"act": f"remove-{first}", "revision": 1, f"points-{first}": "7"}
    answer = tess.browser.post_without_token(f"/teach/quizzes/{quiz}/questions", fields)
    assert answer.status_code == 400
    assert f'name="points-{first}" value="7"' in answer.text
    assert tess.teacher.composer(quiz) == before


def test_another_question_takes_the_place_and_the_points_of_one(tess: Desk, quiz: int) -> None:
    first, second, third = tess.teacher.order(quiz)
    text = tess.follow(tess.send(quiz, "/questions", act=f"other-{second}", **{f"points-{second}": "3"}))
    questions = tess.teacher.composer(quiz).questions
    other = questions[1]
    assert [one.question_id for one in questions] == [first, other.question_id, third]
    assert other.question_id != second
    assert (other.points, other.alternative_to, other.is_accepted) == (Decimal(3), None, True)
    assert "Question 2 was exchanged for another one." in text
    assert f'value="other-{other.question_id}" title="Another one" data-focus>' in text
    tess.send(quiz, "/undo")
    assert tess.teacher.order(quiz) == [first, second, third]


def test_where_the_bank_has_no_other_question_nothing_is_changed(tess: Desk) -> None:
    quiz = tess.teacher.begin()
    before = tess.teacher.composer(quiz)
    answer = tess.send(quiz, "/questions", act=f"other-{before.questions[0].question_id}")
    assert (answer.status_code, "no further question in the bank" in answer.text) == (409, True)
    assert tess.send(quiz, "/questions", act="other-987654").status_code == 409
    assert tess.teacher.composer(quiz) == before


def test_another_one_over_a_later_change_is_refused(tess: Desk, quiz: int) -> None:
    first, second, third = tess.teacher.order(quiz)
    tess.send(quiz, "/questions", act=f"remove-{third}")
    answer = tess.send(quiz, "/questions", act=f"other-{first}", revision=1)
    assert (answer.status_code, "The quiz was changed meanwhile" in answer.text) == (409, True)
    assert tess.teacher.order(quiz) == [first, second]
