from dataclasses import replace
from decimal import Decimal
from threading import Thread

import pytest
from sqlalchemy import select

from quizapp.attempts.operations import start_attempt
from quizapp.quizzes import operations
from quizapp.quizzes.arranging import Arrangement
from quizapp.quizzes.errors import NoSuchQuiz, NotPublishable
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.quizzes.queries import shelf
from quizapp.storage.database import db
from tests.composing import Teacher
from tests.learning import Learner, keys_of
from tests.small_bank import IN_ORDER


def start(learner: Learner, quiz: int) -> int:
    return learner.doing(lambda: start_attempt(quiz, learner.id, now=learner.now, seed="s"))


def arrange(tess: Teacher, quiz: int, wanted: Arrangement) -> None:
    tess.doing(lambda: operations.arrange_questions(quiz, tess.id, wanted, revision=None, now=tess.now))


def editions(tess: Teacher, quiz: int) -> list[tuple[int, bool]]:
    query = select(Edition.number, Edition.is_current).where(Edition.quiz_id == quiz).order_by(Edition.number)
    return tess.reading(lambda: [tuple(row) for row in db.session.execute(query)])  # type: ignore[misc]


def on_shelf(tess: Teacher) -> list[str]:
    return tess.reading(lambda: [entry.title for entry in shelf() if entry.title == "Lagoons"])


def test_publishing_freezes_the_settings_and_every_newest_version(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2], feedback="at_end", pick=1, time_limit_seconds=600, description="Read first.")
    first, second = tess.order(quiz)
    tess.reword(first, "When did they sign the pact?")
    arrange(tess, quiz, Arrangement(points={second: Decimal("2.5")}))
    assert tess.publish(quiz)
    edition = tess.reading(lambda: db.session.scalars(select(Edition).where(Edition.quiz_id == quiz)).one())
    assert (edition.number, edition.is_current, edition.title, edition.feedback) == (1, True, "Lagoons", "at_end")
    assert (edition.pick, edition.time_limit_seconds, edition.description) == (1, 600, "Read first.")
    query = select(EditionItem.slot, EditionItem.points).where(EditionItem.edition_id == edition.id)
    items = tess.reading(lambda: [tuple(row) for row in db.session.execute(query.order_by(EditionItem.position))])
    assert items == [("pact.date", Decimal(1)), ("pact.place", Decimal("2.5"))]
    composed = tess.composer(quiz)
    assert (composed.state, composed.edition_number) == ("published", 1)
    assert not any(one.is_changed for one in composed.questions)


def test_an_attempt_keeps_the_edition_it_began(tess: Teacher, ana: Learner) -> None:
    quiz = tess.begin(IN_ORDER[:3])
    tess.publish(quiz)
    tess.offer(quiz)
    attempt = start(ana, quiz)
    first, second, _ = tess.order(quiz)
    tess.reword(first, "When did they sign the pact?")
    arrange(tess, quiz, Arrangement(removed=second))
    assert tess.composer(quiz).state == "changed"
    tess.publish(quiz)
    assert editions(tess, quiz) == [(1, False), (2, True)]
    assert ana.reading(lambda: keys_of(attempt)) == IN_ORDER[:3]
    assert ana.asked(attempt, 1).stem == "According to the article, when was the pact signed?"
    assert start(ana, quiz) == attempt, "who has begun goes on"
    for number in (1, 2, 3):
        ana.answer(attempt, number)
    later = start(ana, quiz)
    assert ana.reading(lambda: keys_of(later)) == [IN_ORDER[0], IN_ORDER[2]]
    assert ana.asked(later, 1).stem == "When did they sign the pact?"
    assert ana.explained(attempt, 1).stem == "According to the article, when was the pact signed?"


def test_publishing_what_is_published_makes_no_edition(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    assert tess.publish(quiz)
    assert not tess.publish(quiz)
    arrange(tess, quiz, Arrangement(points={tess.order(quiz)[0]: Decimal(3)}))
    assert tess.composer(quiz).state == "changed"
    arrange(tess, quiz, Arrangement(points={tess.order(quiz)[0]: Decimal(1)}))
    assert tess.composer(quiz).state == "published", "what was changed back is not changed"
    assert editions(tess, quiz) == [(1, True)]


def test_what_is_empty_or_not_accepted_is_refused(tess: Teacher) -> None:
    with pytest.raises(NotPublishable) as refused:
        tess.publish(tess.begin([]))
    assert refused.value.waiting == ()
    quiz = tess.begin(IN_ORDER[:3])
    ids = tess.order(quiz)
    for state in ("retired", "draft"):
        tess.set_state(ids[1], state)
        with pytest.raises(NotPublishable) as refused:
            tess.publish(quiz)
        assert refused.value.waiting == (ids[1],)
    assert editions(tess, quiz) == []


def test_archiving_takes_it_from_the_shelf_and_attempts_go_on(tess: Teacher, ana: Learner) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    tess.publish(quiz)
    tess.offer(quiz)
    attempt = start(ana, quiz)
    assert on_shelf(tess) == ["Lagoons"]
    tess.doing(lambda: operations.archive_quiz(quiz, tess.id, now=tess.now))
    archived_at = tess.now
    tess.wait(days=1)
    tess.doing(lambda: operations.archive_quiz(quiz, tess.id, now=tess.now))
    kept = tess.reading(lambda: db.session.get_one(Quiz, quiz).archived_at)
    assert kept == archived_at, "what is archived stays archived since then"
    assert (on_shelf(tess), tess.composer(quiz).state) == ([], "archived")
    ana.answer(attempt, 1)
    with pytest.raises(NoSuchQuiz):
        start(Learner(tess.app, "Ben"), quiz)
    tess.doing(lambda: operations.unarchive_quiz(quiz, tess.id))
    assert on_shelf(tess) == ["Lagoons"]
    assert tess.composer(quiz).state == "published"


def test_a_link_comes_with_the_audience_and_can_be_renewed(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    assert tess.composer(quiz).link_secret is None
    tess.offer(quiz, "link")
    first = tess.composer(quiz).link_secret
    assert first
    assert len(first) == 12
    tess.offer(quiz, "classes")
    tess.offer(quiz, "link")
    assert tess.composer(quiz).link_secret == first, "printed links stay good"
    tess.doing(lambda: operations.renew_link(quiz, tess.id))
    assert tess.composer(quiz).link_secret not in {None, first}


def test_results_are_released_once_and_held_back_again(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2], feedback="on_release")
    tess.publish(quiz)
    tess.doing(lambda: operations.release_results(quiz, tess.id, now=tess.now))
    moment = tess.now
    tess.wait(hours=1)
    tess.doing(lambda: operations.release_results(quiz, tess.id, now=tess.now))
    assert tess.composer(quiz).released_at == moment
    tess.doing(lambda: operations.withhold_results(quiz, tess.id))
    assert tess.composer(quiz).released_at is None


def test_who_may_take_it_holds_at_once_and_the_rest_with_the_next_edition(tess: Teacher, ana: Learner) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    tess.publish(quiz)
    composed = tess.composer(quiz)
    settings = replace(composed.settings, title="Other", feedback="at_end")
    tess.doing(
        lambda: operations.change_settings(
            quiz, tess.id, settings, "everyone", revision=composed.revision, now=tess.now
        )
    )
    assert on_shelf(tess) == ["Lagoons"]
    assert ana.overview(start(ana, quiz)).feedback == "after_each"


def test_loading_the_bank_again_leaves_a_teachers_quiz_alone(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    tess.publish(quiz)
    tess.offer(quiz)
    tess.doing(lambda: operations.archive_other_quizzes(tess.bank, [], now=tess.now))
    assert on_shelf(tess) == ["Lagoons"]


def test_nobody_changes_a_question_while_it_is_frozen(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    first, _ = tess.order(quiz)
    other = Thread(target=lambda: tess.set_state(first, "draft"))

    def publish_beside_another() -> bool:
        is_new = operations.publish_quiz(quiz, tess.id, now=tess.now)
        other.start()
        other.join(timeout=0.5)
        return is_new and other.is_alive()

    assert tess.doing(publish_beside_another), "whoever changes it waits"
    other.join(timeout=20)
    assert not tess.composer(quiz).questions[0].is_accepted
