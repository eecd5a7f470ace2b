from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select, update

from quizapp.attempts.errors import QuestionCorrected
from quizapp.attempts.models import Attempt, AttemptItem
from quizapp.attempts.operations import Saved, submit_answer
from quizapp.attempts.operations.reviews import reviews_in
from quizapp.attempts.queries import OpenQuestion
from quizapp.practice.models import Memory
from quizapp.practice.operations import rebuild_memories
from quizapp.regrading import queries
from quizapp.regrading.errors import ChangedMeanwhile, NothingToChange, NotPermitted, RefusedReason
from quizapp.regrading.models import Regrade, Remark
from quizapp.regrading.operations import note_seen
from quizapp.storage.database import db
from tests.correcting import WHY, Corrector
from tests.learning import Learner

DATE, FLAGS = "pact.date.choice", "flags.raised.multiple"
MAY, JUNE = "4 May 1949", "4 June 1949"


def memories(learner: Learner) -> list[tuple[object, ...]]:
    query = select(Memory.question_id, Memory.state, Memory.due).where(Memory.learner_id == learner.id)
    return learner.reading(lambda: sorted(tuple(row) for row in db.session.execute(query)))


def rebuilt(learner: Learner) -> list[tuple[object, ...]]:
    learner.doing(lambda: rebuild_memories(learner.id, reviews_in(Attempt.learner_id == learner.id)))
    return memories(learner)


def weigh(attempt: int, points: str) -> None:
    db.session.execute(update(AttemptItem).where(AttemptItem.attempt_id == attempt).values(points=Decimal(points)))


def stale_save(learner: Learner, attempt: int, seen: OpenQuestion) -> Saved:
    return submit_answer(
        attempt,
        seen.number,
        learner.id,
        seen.given,
        token="stale",
        revision=seen.revision,
        sure=None,
        version_id=seen.version_id,
        now=learner.now,
    )


def test_a_corrected_key_changes_exactly_the_marks_it_showed(tess: Corrector, ana: Learner, ben: Learner) -> None:
    first, second = ana.take("first"), ben.take("first", wrong={1})  # ben chose 4 May
    skipped = ana.start("first", "another")
    ana.give(skipped, 1, None)
    before = ana.result(first)
    tess.swap_key(DATE, MAY)
    order = tess.order(DATE, "replace")
    shown = tess.look(order)
    assert (shown.judged, shown.changed, shown.rising, shown.falling, shown.stuck_count) == (3, 2, 1, 1, 0)
    assert [(row.whose.given_text, row.points_before, row.points_after) for row in shown.rows] == [
        ("4 April 1949", 1, 0),
        (MAY, 0, 1),
    ]
    kept = tess.regrade(order)
    assert [verdict for _, _, verdict in tess.marks(DATE)] == ["wrong", "right", "unanswered"]
    assert ana.result(first).points == before.points - 1
    assert [row.verdict for row in ben.result(second).rows] == ["right"] * len(before.rows)
    assert ben.explained(second, 1).key_text == "4 April 1949"  # as it was asked
    assert memories(ana) == rebuilt(ana)
    assert memories(ben) == rebuilt(ben)
    logged = tess.reading(lambda: queries.regrade_logged(kept, tess.id))
    assert (logged.by, logged.reason, logged.judged, logged.changed, logged.rising, logged.falling) == (
        *("Tess", WHY, 3, 2),
        *(1, 1),
    )
    with pytest.raises(NothingToChange):
        tess.regrade(order)
    assert (tess.count(Regrade), tess.count(Remark)) == (1, 2)


def test_by_each_policy_nobody_gets_other_points_than_it_says(tess: Corrector, ana: Learner, ben: Learner) -> None:
    attempt, _ = ana.take("first", wrong={3}), ben.take("first", wrong={1})
    tess.swap_key(DATE, MAY)
    assert ana.reading(lambda: queries.corrected(attempt, 1, ana.id)) is None
    tess.regrade(tess.order(DATE, "never_lower"))
    assert [verdict for _, _, verdict in tess.marks(DATE)] == ["right", "right"]
    explained = ana.reading(lambda: queries.corrected(attempt, 1, ana.id))
    assert explained is not None  # whoever kept the points of a wrong key learns what is right
    assert (explained.mark.verdict, explained.key_text, explained.given_text) == ("right", MAY, "4 April 1949")
    assert [(part.text, part.chosen, part.right) for part in explained.parts if part.chosen or part.right] == [
        ("4 April 1949", True, False),
        (MAY, False, True),
    ]
    tess.regrade(tess.order(DATE, "replace"))  # the stricter policy afterwards judges by the key alone
    assert [verdict for _, _, verdict in tess.marks(DATE)] == ["wrong", "right"]
    tess.regrade(tess.order(DATE, "replace", new=1))  # and the version that was answered gives the first marks back
    assert [verdict for _, _, verdict in tess.marks(DATE)] == ["right", "wrong"]
    assert ana.reading(lambda: queries.corrected(attempt, 1, ana.id)) is None
    tess.regrade(tess.order(DATE, "give_all", new=None))
    assert [(points, verdict) for _, points, verdict in tess.marks(DATE)] == [(1, "right"), (1, "wrong")]
    with pytest.raises(NotPermitted):
        tess.look(tess.order(DATE, "replace", new=None))
    assert memories(ana) == rebuilt(ana)
    gains = ben.reading(lambda: queries.gains_of(ben.id))
    assert list(gains.values()) == [1]
    assert tess.count(Regrade) == 4


def test_points_left_out_are_given_but_nothing_is_said_to_be_known(tess: Corrector, ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.doing(lambda: weigh(attempt, "2.5"))
    ana.submit(attempt)
    tess.regrade(tess.order(DATE, "give_all", new=None))
    assert [(points, verdict) for _, points, verdict in tess.marks(DATE)] == [(Decimal("2.5"), "unanswered")]
    assert ana.result(attempt).points == Decimal("2.5")
    assert memories(ana) == []


def test_who_was_given_the_points_is_told_by_the_corrected_key_what_was_right(tess: Corrector, ben: Learner) -> None:
    ben.take("first", wrong={1})
    tess.regrade(tess.order(DATE, "give_all", new=None))
    tess.swap_key(DATE, MAY)
    order = tess.order(DATE, "never_lower")
    shown = tess.look(order)
    assert (shown.changed, shown.rising, shown.falling) == (1, 0, 0)
    tess.regrade(order)
    assert [(points, verdict) for _, points, verdict in tess.marks(DATE)] == [(1, "right")]
    assert memories(ben) == rebuilt(ben)
    with pytest.raises(NothingToChange):
        tess.regrade(order)


def test_shares_are_exact_to_the_place_they_are_kept_at(tess: Corrector, ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.doing(lambda: weigh(attempt, "0.7"))
    ana.answer(attempt, 6)  # Avalon and Brolin
    ana.submit(attempt)
    options = [{"text": text, "right": text != "Elba"} for text in ("Elba", "Brolin", "Corin", "Avalon")]
    tess.correct(FLAGS, {"options": options})
    tess.regrade(tess.order(FLAGS, "replace"))
    assert [(points, verdict) for _, points, verdict in tess.marks(FLAGS)] == [(Decimal("0.4667"), "partly")]
    with pytest.raises(NothingToChange):
        tess.regrade(tess.order(FLAGS, "replace"))


def test_what_the_other_version_does_not_have_stays_and_is_said(tess: Corrector, ana: Learner, ben: Learner) -> None:
    ana.take("first"), ben.take("first", wrong={1})
    tess.correct(DATE, {"options": [{"text": "4 April 1949"}, {"text": JUNE, "right": True}]})
    shown = tess.look(tess.order(DATE, "replace"))
    assert (shown.changed, shown.stuck_count, [(row.text, row.count) for row in shown.stuck]) == (1, 1, [(MAY, 1)])
    tess.regrade(tess.order(DATE, "replace"))
    assert [verdict for _, _, verdict in tess.marks(DATE)] == ["wrong", "wrong"]
    assert tess.count(Remark) == 1


def test_open_attempts_go_on_with_the_corrected_question(tess: Corrector, ana: Learner, ben: Learner) -> None:
    going, untouched = ana.start("exam"), ben.start("first")
    ana.answer(going, 1, right=False)
    shown_before = ana.asked(going, 1)
    tess.swap_key(DATE, MAY)
    order = tess.order(DATE, "never_lower")
    assert (tess.look(order).moving, tess.look(order).changed) == (2, 0)
    assert (tess.look(tess.order(DATE, "replace", new=1)).moving, tess.look(order).waiting) == (0, 0)
    older = tess.order(DATE, "replace")
    tess.swap_key(DATE, JUNE)
    assert (tess.look(older).moving, tess.look(older).waiting) == (0, 2)  # nobody is asked what was overtaken
    tess.swap_key(DATE, MAY)
    order = tess.order(DATE, "never_lower", new=4)
    tess.regrade(order)
    assert ana.asked(going, 1).given == shown_before.given
    assert ana.asked(going, 1).prompt == shown_before.prompt  # nothing jumps while it is read
    with pytest.raises(QuestionCorrected):  # the page was opened before
        ana.doing(lambda: stale_save(ana, going, shown_before))
    ben.answer(untouched, 1)
    ana.submit(going)
    assert [verdict for _, _, verdict in tess.marks(DATE)] == ["right", "right"]
    assert ben.explained(untouched, 1).key_text == MAY
    assert tess.count(Remark) == 0  # nobody had been told anything else


def test_what_was_handed_in_and_not_shown_is_judged_and_not_told(tess: Corrector, ana: Learner) -> None:
    attempt = ana.take("exam", wrong={1})
    held = Attempt.id == attempt
    ana.doing(lambda: db.session.execute(update(Attempt).where(held).values(state="handed_in", feedback="on_release")))
    tess.swap_key(DATE, MAY)
    tess.regrade(tess.order(DATE, "replace"))
    ana.doing(lambda: db.session.execute(update(Attempt).where(held).values(state="submitted")))
    assert ana.reading(lambda: queries.remarks_told(ana.id)) == ()
    changed = ana.reading(lambda: queries.marked_again(attempt))
    assert [(one.number, one.verdict_before, one.verdict_after) for one in changed.changes] == [(1, "wrong", "right")]


def test_a_learner_is_told_until_she_has_seen_it(tess: Corrector, ana: Learner, ben: Learner) -> None:
    attempt = ana.take("first", wrong={1})
    ben.take("first", wrong={1})
    tess.swap_key(DATE, MAY)
    tess.regrade(tess.order(DATE, "replace"))
    (told,) = ana.reading(lambda: queries.remarks_told(ana.id))
    assert (told.attempt_id, told.number, told.points_before, told.points_after, told.reason) == (attempt, 1, 0, 1, WHY)
    ana.doing(lambda: note_seen(attempt, ana.id, number=2, now=ana.now))
    ana.doing(lambda: note_seen(attempt, ben.id, now=ana.now))
    assert ana.reading(lambda: queries.remarks_told(ana.id)) == (told,)
    ana.doing(lambda: note_seen(attempt, ana.id, number=1, now=ana.now))
    assert ana.reading(lambda: queries.remarks_told(ana.id)) == ()
    assert len(ben.reading(lambda: queries.remarks_told(ben.id))) == 1


def test_an_answer_that_came_in_since_stops_the_run(tess: Corrector, ana: Learner, ben: Learner) -> None:
    ana.take("first", wrong={1})
    tess.swap_key(DATE, MAY)
    order = tess.order(DATE, "replace")
    seen = tess.look(order).fingerprint
    ben.take("first", wrong={1})
    with pytest.raises(ChangedMeanwhile):
        tess.regrade(order, seen)
    assert tess.count(Regrade) == 0
    assert [verdict for _, _, verdict in tess.marks(DATE)] == ["wrong", "wrong"]
    ana.take("first")  # an answer whose mark stays does not matter, but this one falls
    with pytest.raises(ChangedMeanwhile):
        tess.regrade(order, seen)
    tess.regrade(order)
    assert [verdict for _, _, verdict in tess.marks(DATE)] == ["right", "right", "wrong"]


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 501, "a\x00b"])
def test_nothing_is_done_without_a_reason(tess: Corrector, ana: Learner, reason: str) -> None:
    ana.take("first", wrong={1})
    tess.swap_key(DATE, MAY)
    with pytest.raises(RefusedReason):
        tess.regrade(tess.order(DATE, "replace"), reason=reason)
    assert tess.count(Regrade) == tess.count(Remark) == 0
