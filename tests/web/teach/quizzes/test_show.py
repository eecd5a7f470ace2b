import re

from quizapp.quizzes import operations
from tests.small_bank import IN_ORDER
from tests.web.teach.quizzes.conftest import Desk


def test_the_composer_shows_the_questions_in_order_with_their_keys(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:3])
    text = tess.open(quiz).text
    stems = re.findall(r'<p class="chosen-stem">([^<]+)</p>', text)
    assert stems == [question.stem for question in tess.teacher.composer(quiz).questions]
    assert "</span> 4 April 1949</p>" in text
    assert "about 2 minutes" in text
    assert "<b>Published</b>" not in text


def test_what_stops_publishing_is_said_with_a_way_out(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.set_state(tess.teacher.order(quiz)[1], "retired")
    text = tess.open(quiz).text
    assert "Question 2 is not accepted, or no longer." in text
    assert '<button class="button" disabled aria-describedby="stopped">Publish</button>' in text
    assert f"/teach/questions/{tess.teacher.order(quiz)[1]}" in text


def test_an_empty_quiz_says_what_to_do(tess: Desk) -> None:
    text = tess.open(tess.teacher.begin([])).text
    assert "There is no question in the quiz yet." in text
    assert "Choose from the bank" in text


def test_what_covers_the_text_is_told(tess: Desk) -> None:
    text = tess.open(tess.teacher.begin(["signers.ben.cloze"])).text
    assert "1 different facts" not in text
    assert "1 fact, of 4 that the bank asks about." in text
    assert "The article: 1 of 4 paragraphs" in text
    assert "The paper: 0 of 1 paragraph<" in text


def test_after_publishing_the_next_steps_are_there(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    assert "Set it to a class" not in tess.open(quiz).text
    tess.teacher.publish(quiz)
    text = tess.open(quiz).text
    assert f"quiz_id={quiz}" in text
    assert "Set it to a class" in text
    assert "Show the link" not in text
    tess.teacher.offer(quiz, "link")
    assert "Show the link" in tess.open(quiz).text


def test_a_changed_quiz_says_which_edition_is_taken(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.publish(quiz)
    tess.teacher.reword(tess.teacher.order(quiz)[0], "When was it signed?")
    text = tess.open(quiz).text
    assert "Changed since edition 1" in text
    assert "Publish the changes" in text
    assert "Question 1 is worded otherwise than when you last saw it here." in text
    page = tess.follow(tess.send(quiz, "/seen"))
    assert "worded otherwise" not in page
    assert "Changed since edition 1" in page, "seeing is not publishing"


def test_a_bank_that_is_not_shared_any_more_closes_the_composer_only(tess: Desk, theo: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.publish(quiz)
    give_bank_away(tess, theo.teacher.id)
    text = tess.open(quiz).text
    assert "is not shared with you any more" in text
    assert "When was the pact signed" not in text
    for page in ("/choose", "/preview/1", "/paper", "/key"):
        assert tess.open(quiz, page).status_code == 404
    for page in ("/publish", "/choose", "/draw", "/questions", "/undo"):
        assert tess.send(quiz, page).status_code == 404
    assert tess.send(quiz, "/archive").status_code == 303
    assert tess.teacher.composer(quiz).state == "archived"


def give_bank_away(desk: Desk, owner_id: int) -> None:
    from quizapp.banks.models import Bank
    from quizapp.storage.database import db

    def give() -> None:
        db.session.get_one(Bank, desk.teacher.bank).owner_id = owner_id

    desk.teacher.doing(give)


def test_results_on_release_have_their_button(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2], feedback="on_release")
    assert "Show results now" not in tess.open(quiz).text
    tess.teacher.publish(quiz)
    assert "0 attempts wait for results" in tess.open(quiz).text
    assert "Hold new results back again" in tess.follow(tess.send(quiz, "/release"))
    assert tess.teacher.composer(quiz).released_at is not None
    assert "Show results now" in tess.follow(tess.send(quiz, "/withhold"))


def test_as_many_statements_for_one_question_as_for_eight(tess: Desk, statements: list[str]) -> None:
    counts = []
    for keys in (IN_ORDER[:1], IN_ORDER):
        quiz = tess.teacher.begin(keys)
        tess.open(quiz)
        statements.clear()
        tess.open(quiz)
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_a_quiz_archived_can_be_offered_again(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.publish(quiz)
    teacher = tess.teacher
    teacher.doing(lambda: operations.archive_quiz(quiz, teacher.id, now=teacher.now))
    assert "This quiz is archived: nobody can begin it." in tess.open(quiz).text
    assert "<b>Published</b>" in tess.follow(tess.send(quiz, "/unarchive"))
