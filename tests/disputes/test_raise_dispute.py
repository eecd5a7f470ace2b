from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.accounts.errors import TooManyTries
from quizapp.attempts.errors import NoSuchAttempt, NotShownYet
from quizapp.disputes import errors, operations, queries
from quizapp.disputes.queries.choosing import choosable
from tests.disputes.conftest import School
from tests.small_bank import ARTICLE


def test_only_an_own_answer_that_is_explained_can_be_disputed_and_only_once(school: School) -> None:
    ana, ben = school.ana, school.ben
    exam, first = ana.start("exam"), ana.start("first")
    ana.answer(exam, 1)
    with pytest.raises(NotShownYet):  # feedback comes at the end
        school.dispute(ana, exam)
    with pytest.raises(NotShownYet):  # not answered yet
        school.dispute(ana, first)
    ana.answer(first, 1, right=False)
    with pytest.raises(NoSuchAttempt):
        school.dispute(ben, first)
    for words in ("  \n ", "x" * 1001, "a\x00b"):
        with pytest.raises(errors.NothingSaid):
            school.dispute(ana, first, words=words)
    dispute = school.dispute(ana, first, words=" Both are right. ")
    assert school.row(dispute).words == "Both are right."
    with pytest.raises(errors.AlreadyDisputed):
        school.dispute(ana, first)
    ana.submit(exam)
    assert school.dispute(ana, exam) != dispute


def test_what_is_withdrawn_can_be_said_anew_and_what_is_decided_stands(school: School) -> None:
    ana = school.ana
    attempt = ana.take("first", wrong={1, 2})
    dispute = school.dispute(ana, attempt)
    with pytest.raises(errors.NoSuchDispute):
        school.doing(lambda: operations.withdraw(dispute, school.ben.id))
    for _ in range(2):
        school.doing(lambda: operations.withdraw(dispute, ana.id))
    assert school.row(dispute).state == "withdrawn"
    assert school.reading(lambda: queries.dispute_of_answer(attempt, 1, ana.id)) is None
    assert school.deciders() == {"tess": [], "theo": [], "ada": []}
    with pytest.raises(errors.NoSuchDispute):
        school.decide(dispute, school.ada)
    again = school.dispute(ana, attempt)
    school.decide(again, school.ada, "declined", "The article says so.")
    with pytest.raises(errors.AlreadyDisputed):
        school.doing(lambda: operations.withdraw(again, ana.id))
    with pytest.raises(errors.AlreadyDisputed):
        school.dispute(ana, attempt)


def test_an_hour_takes_so_many(school: School) -> None:
    ana = school.ana
    attempts = [ana.take("first", seed=seed) for seed in ("a", "b")]
    answers = [(attempt, number) for attempt in attempts for number in range(1, 9)]
    for attempt, number in answers[:12]:
        school.dispute(ana, attempt, number)
    with pytest.raises(TooManyTries):
        school.dispute(ana, *answers[12])
    assert school.reading(lambda: queries.own_disputes(ana.id)).total == 12
    ana.wait(hours=1)
    school.dispute(ana, *answers[12])


def test_a_passage_is_chosen_where_the_learner_may_read(school: School) -> None:
    ana = school.ana
    attempt = ana.start("first")  # a closed quiz: the reader opens after the last answer
    ana.answer(attempt, 1, right=False)

    def found() -> queries.Choosable:
        return choosable(ana.explained(attempt, 1), attempt, 1, ana.id)

    shut = school.reading(found)
    assert [document.id for document in shut.documents] == []
    shown = [one.text for one in shut.shown]
    assert shown[0] == "The pact was signed on 4 April 1949 in Lagoon City."
    assert len(shown) == 2  # and the one that rules an option out, of the other document
    place = shut.shown[0].place
    assert school.reading(lambda: queries.passage_chosen(shut, place)) is not None
    elsewhere = f"{shut.shown[0].document_id}:{ARTICLE.index('The red flag')}-{ARTICLE.index(' The blue flag')}"
    for wrong in (elsewhere, "1:5-3", "9999:0-3", "x", f"{shut.shown[0].document_id}:0-99999"):
        with pytest.raises(errors.NoSuchPassage):
            school.reading(lambda one=wrong: queries.passage_chosen(shut, one))
    ana.submit(attempt)
    may_read = school.reading(found)
    assert [document.title for document in may_read.documents] == ["The Lagoon Pact", "A paper"]
    chosen = school.reading(lambda: queries.passage_chosen(may_read, elsewhere))
    assert chosen is not None
    assert chosen.text == "The red flag was raised by Avalon."
    inside = f"{chosen.document_id}:{chosen.start + 5}-{chosen.start + 9}"  # "ed f" means the words
    assert school.reading(lambda: queries.passage_chosen(may_read, inside)).text == "red flag"  # type: ignore[union-attr]
    assert school.reading(lambda: queries.passage_chosen(may_read, "")) is None


def test_the_sentences_to_choose_from_are_found_by_words_or_read_on(school: School) -> None:
    ana = school.ana
    attempt = ana.take("first", wrong={1})

    def look(**asked: object) -> list[str]:
        def act() -> list[str]:
            found = choosable(ana.explained(attempt, 1), attempt, 1, ana.id)
            stretch = queries.panel(found, **{"document_id": None, "at": None, "looked_for": "", **asked}).stretch  # type: ignore[arg-type]
            return [one.text for one in stretch.sentences]

        return school.reading(act)

    assert look()[:2] == ["The Lagoon Pact", "The pact was signed on 4 April 1949 in Lagoon City."]
    assert look(looked_for="flag DORN") == ["The green flag was raised by Dorn alone."]
    assert look(looked_for="news was  heard everywhere.\n\nThe signers were") == [
        "news was heard everywhere.\n\nThe signers were"
    ]
    assert look(looked_for="no such words at all") == []
    long_after = ARTICLE.index("The green flag")
    assert look(document_id=None, at=long_after) == look()  # of the passage's document, for none was named
    document = school.reading(lambda: choosable(ana.explained(attempt, 1), attempt, 1, ana.id)).documents[0].id
    assert look(document_id=document, at=long_after)[-1] == "The green flag was raised by Dorn alone."


def test_a_decision_is_told_until_it_was_seen(school: School) -> None:
    ana = school.ana
    attempt = ana.take("first", wrong={1})
    dispute = school.dispute(ana, attempt)
    told = lambda: [one.id for one in school.reading(lambda: queries.decisions_to_see(ana.id))]  # noqa: E731
    school.doing(lambda: operations.see_decision(dispute, ana.id, now=ana.now))
    assert told() == []
    school.decide(dispute, school.ada)
    assert told() == [dispute]
    assert school.reading(lambda: queries.decisions_to_see(school.ben.id)) == ()
    school.doing(lambda: operations.see_decision(dispute, ana.id, now=ana.now + timedelta(hours=1)))
    assert told() == []
    school.decide(dispute, school.ada, "declined", "On second thoughts.")  # told again
    assert told() == [dispute]
    seen = school.reading(lambda: queries.dispute_of_answer(attempt, 1, ana.id))
    assert seen is not None
    assert (seen.state, seen.word, seen.decided_by) == ("declined", "On second thoughts.", "Ada")
