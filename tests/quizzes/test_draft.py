from decimal import Decimal

import pytest
from sqlalchemy import func, select

from quizapp.banks.models import Question
from quizapp.quizzes import operations, queries
from quizapp.quizzes.arranging import Arrangement, Chosen
from quizapp.quizzes.errors import NoSuchQuiz, NotChoosable, RefusedSettings, StaleDraft, TooManyQuestions
from quizapp.quizzes.models import Quiz, QuizDraftItem
from quizapp.quizzes.settings import QuizSettings
from quizapp.storage.database import db
from tests.composing import Teacher
from tests.many_questions import make_bank_of
from tests.small_bank import IN_ORDER


def add(tess: Teacher, quiz: int, ids: list[int], revision: int | None = None) -> int:
    return tess.doing(lambda: operations.add_questions(quiz, tess.id, ids, revision=revision, now=tess.now))


def put(tess: Teacher, quiz: int, ids: list[int], revision: int | None = None) -> None:
    items = [Chosen(question) for question in ids]
    tess.doing(lambda: operations.put_questions(quiz, tess.id, items, revision=revision, now=tess.now))


def test_a_quiz_begins_with_what_was_chosen_for_her_classes(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    composed = tess.composer(quiz)
    assert (composed.settings.title, composed.audience, composed.state) == ("Lagoons", "classes", "composed")
    assert [one.stem for one in composed.questions] == [
        "According to the article, when was the pact signed?",
        "Where was the pact signed?",
    ]
    assert [one.key_text for one in composed.questions] == ["4 April 1949", "Lagoon City"]
    assert tess.slug(quiz).startswith("~")


def test_a_quiz_of_somebody_else_is_not_there(tess: Teacher, theo: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    acts = [
        lambda: queries.composer(quiz, theo.id),
        lambda: operations.add_questions(quiz, theo.id, theo.ids(IN_ORDER[2:3]), revision=None, now=theo.now),
        lambda: operations.change_settings(quiz, theo.id, QuizSettings("Mine"), "link", revision=1, now=theo.now),
        lambda: operations.arrange_questions(quiz, theo.id, Arrangement(removed=1), revision=None, now=theo.now),
        lambda: operations.publish_quiz(quiz, theo.id, now=theo.now),
        lambda: operations.archive_quiz(quiz, theo.id, now=theo.now),
        lambda: operations.unarchive_quiz(quiz, theo.id),
        lambda: operations.renew_link(quiz, theo.id),
        lambda: operations.release_results(quiz, theo.id, now=theo.now),
        lambda: operations.withhold_results(quiz, theo.id),
        lambda: operations.take_newest(quiz, theo.id, now=theo.now),
    ]
    before = tess.composer(quiz)
    for act in acts:
        with pytest.raises(NoSuchQuiz):
            theo.doing(act)
    assert tess.composer(quiz) == before


def test_only_accepted_questions_of_its_bank_can_be_chosen(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:1])
    [other] = tess.ids(IN_ORDER[1:2])
    for state in ("draft", "retired", "hidden"):
        tess.set_state(other, state)
        with pytest.raises(NotChoosable):
            add(tess, quiz, [other])
    with pytest.raises(NotChoosable):
        add(tess, quiz, [987654])
    tess.set_state(other, "accepted")
    assert add(tess, quiz, [other, other, *tess.ids(IN_ORDER[:1])]) == 1
    assert tess.order(quiz) == tess.ids(IN_ORDER[:2])


def test_a_bank_she_may_not_read_is_no_source(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:1])
    elsewhere = tess.doing(another_bank)
    with pytest.raises(NotChoosable):
        add(tess, quiz, [elsewhere])


def another_bank() -> int:
    bank = make_bank_of(5, None, slug="other")
    query = select(Question.id).where(Question.bank_id == bank, Question.state == "accepted")
    return db.session.scalars(query).first() or 0


def test_order_points_and_removal(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:3])
    first, second, third = tess.ids(IN_ORDER[:3])
    wanted = Arrangement(order=(third, first, second), points={first: Decimal("2.5")}, moved=second, by=-1)
    tess.doing(lambda: operations.arrange_questions(quiz, tess.id, wanted, revision=1, now=tess.now))
    questions = tess.composer(quiz).questions
    assert [(one.question_id, one.points) for one in questions] == [(third, 1), (second, 1), (first, Decimal("2.5"))]
    wanted = Arrangement(removed=second)
    tess.doing(lambda: operations.arrange_questions(quiz, tess.id, wanted, revision=2, now=tess.now))
    assert tess.order(quiz) == [third, first]


def test_what_changes_nothing_makes_no_revision(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    first, _ = tess.ids(IN_ORDER[:2])
    wanted = Arrangement(moved=first, by=-1)
    tess.doing(lambda: operations.arrange_questions(quiz, tess.id, wanted, revision=1, now=tess.now))
    assert tess.composer(quiz).revision == 1


def test_a_page_that_is_behind_changes_nothing(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    tess.offer(quiz)
    before = tess.composer(quiz)
    assert before.revision == 2
    late = [
        lambda: operations.change_settings(quiz, tess.id, QuizSettings("Other"), "link", revision=1, now=tess.now),
        lambda: operations.arrange_questions(quiz, tess.id, Arrangement(removed=1), revision=1, now=tess.now),
        lambda: operations.put_questions(quiz, tess.id, [], revision=1, now=tess.now),
        lambda: operations.publish_quiz(quiz, tess.id, revision=1, now=tess.now),
    ]
    for act in late:
        with pytest.raises(StaleDraft):
            tess.doing(act)
    assert tess.composer(quiz) == before


def test_settings_that_cannot_be_are_refused_whole(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    before = tess.composer(quiz)
    wanted = QuizSettings("Other", feedback="after_due", pick=0)
    with pytest.raises(RefusedSettings) as refused:
        tess.doing(lambda: operations.change_settings(quiz, tess.id, wanted, "link", revision=1, now=tess.now))
    assert set(refused.value.messages) == {"feedback", "pick"}
    assert tess.composer(quiz) == before
    with pytest.raises(RefusedSettings):
        tess.begin(title=" ")
    assert tess.reading(lambda: db.session.scalar(select(func.count(Quiz.id)).where(Quiz.owner_id.is_not(None)))) == 1


def test_a_quiz_can_be_put_as_it_was_with_what_was_retired_since(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:3])
    ids = tess.order(quiz)
    tess.set_state(ids[0], "retired")
    put(tess, quiz, [ids[2], ids[0]], revision=1)
    assert tess.order(quiz) == [ids[2], ids[0]]
    put(tess, quiz, [ids[2]])
    with pytest.raises(NotChoosable):
        put(tess, quiz, ids)
    assert tess.order(quiz) == [ids[2]]


def test_a_quiz_holds_only_so_many(tess: Teacher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.quizzes.operations.draft.MOST_QUESTIONS", 2)
    quiz = tess.begin(IN_ORDER[:2])
    with pytest.raises(TooManyQuestions):
        add(tess, quiz, tess.ids(IN_ORDER[2:3]))
    assert len(tess.order(quiz)) == 2


def test_what_was_reworded_is_told_until_it_was_seen(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    first, _ = tess.order(quiz)
    tess.reword(first, "When did they sign the pact?")
    assert [one.is_changed for one in tess.composer(quiz).questions] == [True, False]
    tess.doing(lambda: operations.take_newest(quiz, tess.id, now=tess.now))
    assert [one.is_changed for one in tess.composer(quiz).questions] == [False, False]


def test_what_she_reworded_herself_is_no_news(tess: Teacher, theo: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    first, second = tess.order(quiz)
    tess.reword(first, "When did they sign the pact?", author_id=tess.id)
    tess.reword(second, "In what city was it signed?", author_id=theo.id)
    assert [one.is_changed for one in tess.composer(quiz).questions] == [False, True]


def test_alternatives_are_known_by_the_first_of_their_slot(tess: Teacher) -> None:
    quiz = tess.begin(["pact.place.short_text", "pact.date.choice", "pact.date.date"])
    composed = tess.composer(quiz)
    assert [one.alternative_to for one in composed.questions] == [None, None, 2]
    assert (composed.slots, composed.asked, composed.has_alternatives) == (2, 2, True)


def test_noise_stays_as_it_is(tess: Teacher, theo: Teacher) -> None:
    mine, other = tess.begin(IN_ORDER[:3]), theo.begin(IN_ORDER[:2])
    put(tess, mine, tess.ids(IN_ORDER[4:5]))
    assert theo.order(other) == theo.ids(IN_ORDER[:2])
    assert tess.reading(lambda: db.session.scalar(select(func.count()).select_from(QuizDraftItem))) == 3
