from decimal import Decimal

import pytest
from sqlalchemy import update

from quizapp.attempts.errors import NotShownYet
from quizapp.attempts.given import Given
from quizapp.attempts.models import Answer
from quizapp.attempts.queries import MarkShown, Part
from quizapp.documents.queries import PassageCard
from quizapp.storage.database import db
from tests.learning import Learner
from tests.small_bank import ARTICLE


def card_text(card: PassageCard | None) -> str:
    return f"{card.before}[{card.exact}]{card.after}" if card else ""


def part(parts: tuple[Part, ...], text: str) -> Part:
    return next(row for row in parts if row.text == text)


def test_nothing_is_explained_before_it_may_be(ana: Learner) -> None:
    first, exam = ana.start("first"), ana.start("exam")
    ana.answer(first, 1)
    ana.answer(exam, 1)
    ana.explained(first, 1)
    for attempt, number in ((first, 2), (exam, 1), (exam, 2)):
        with pytest.raises(NotShownYet):
            ana.explained(attempt, number)
    ana.submit(exam)
    assert ana.explained(exam, 1).mark.verdict == "right"
    left_out = ana.explained(exam, 2)
    assert (left_out.mark, left_out.given_text) == (MarkShown(Decimal(0), Decimal(1), "unanswered"), "")


def test_a_choice_is_explained_with_every_option_in_the_order_shown(ana: Learner) -> None:
    attempt = ana.start("first")
    shown = ana.asked(attempt, 1).prompt.options
    ana.give(attempt, 1, Given(chosen=(shown.index("4 May 1949") + 1,)), sure=False)
    explained = ana.explained(attempt, 1)
    assert explained.mark == MarkShown(Decimal(0), Decimal(1), "wrong")
    assert (explained.given_text, explained.key_text, explained.sure) == ("4 May 1949", "4 April 1949", False)
    assert explained.why == "Why pact.date.choice."
    assert tuple(row.text for row in explained.parts) == shown
    may, june, april = (part(explained.parts, f"4 {month} 1949") for month in ("May", "June", "April"))
    assert (may.chosen, may.right, may.reason) == (True, False, "Another source says so.")
    assert card_text(may.card).startswith("A later paper says that the pact was signed a month later, on [4 May 1949]")
    assert (june.chosen, june.right, june.reason, june.card) == (False, False, "The sources do not say this.", None)
    assert (april.chosen, april.right, april.reason, april.card) == (False, True, "", None)
    assert [card_text(card) for card in explained.cards] == [
        "The pact was signed on [4 April 1949] in Lagoon City."
    ]  # fmt: skip
    (witness,) = explained.witnesses
    assert (witness.role, witness.value, witness.note) == ("disputes", "4 May 1949", "A month later.")
    assert (witness.short_title, witness.exact) == ("the paper", "4 May 1949")
    assert explained.next_number == 2


def test_every_card_is_the_text_at_its_place(ana: Learner) -> None:
    attempt = ana.take("first", wrong=set(range(1, 9)))
    for number in range(1, 9):
        explained = ana.explained(attempt, number)
        assert explained.cards
        for card in (*explained.cards, *(row.card for row in explained.parts if row.card)):
            if card.title == "The Lagoon Pact":
                assert ARTICLE[card.start : card.end] == card.exact
                assert card.before + card.exact + card.after in ARTICLE


def test_a_slip_of_the_finger_says_how_it_was_read(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.give(attempt, 2, Given(text="  Lagon City "))
    explained = ana.explained(attempt, 2)
    assert (explained.mark.verdict, explained.given_text, explained.read_as) == ("right", "Lagon City", "Lagoon City")
    assert explained.parts == ()


def test_a_foreseen_wrong_answer_is_explained(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.give(attempt, 2, Given(text="Avalon"))
    ana.give(attempt, 3, Given(text="eleven"))
    place, states = ana.explained(attempt, 2), ana.explained(attempt, 3)
    assert (place.mark.verdict, place.read_as) == ("wrong", "")
    (foreseen,) = place.parts
    assert (foreseen.text, foreseen.reason) == ("Avalon", "Ana came from there.")
    assert card_text(foreseen.card) == "The signers were [Ana of Avalon], Ben of Brolin and Cyd of Corin."
    assert states.key_text == "12 states"
    assert [(row.text, row.reason) for row in states.parts] == [("11", "So many were guests.")]


def test_an_unforeseen_answer_has_no_part(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.give(attempt, 2, Given(text="Nowhere at all"))
    assert ana.explained(attempt, 2).parts == ()


def test_a_judgement_is_explained_with_the_correction(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.give(attempt, 5, Given(chosen=(1,)))
    explained = ana.explained(attempt, 5)
    true, false = explained.parts
    assert (explained.given_text, explained.key_text) == ("True", "False")
    assert (true.text, true.chosen, true.right, true.reason) == ("True", True, False, "It met in 1952.")
    assert card_text(true.card) == "[The second congress met in 1952]."
    assert (false.text, false.chosen, false.right, false.reason, false.card) == ("False", False, True, "", None)


def test_several_ticks_are_explained_one_by_one(ana: Learner) -> None:
    attempt = ana.start("first")
    shown = ana.asked(attempt, 6).prompt.options
    ana.give(attempt, 6, Given(chosen=(shown.index("Avalon") + 1, shown.index("Corin") + 1)))
    explained = ana.explained(attempt, 6)
    assert explained.mark.verdict == "wrong"  # one right less one wrong
    assert set(explained.given_text.split("; ")) == {"Avalon", "Corin"}
    told = {row.text: (row.chosen, row.right, bool(row.card)) for row in explained.parts}
    assert told == {
        "Avalon": (True, True, False),
        "Brolin": (False, True, False),
        "Corin": (True, False, True),
        "Elba": (False, False, False),
    }


def test_pairs_are_explained_each_with_its_passage(ana: Learner) -> None:
    attempt = ana.start("first")
    rights = ana.asked(attempt, 7).prompt.rights
    given = (rights.index("Avalon") + 1, rights.index("Dorn") + 1, None)
    ana.give(attempt, 7, Given(matched=given))
    explained = ana.explained(attempt, 7)
    assert explained.given_text == "Ana: Avalon; Ben: Dorn; Cyd: —"
    told = [(row.text, row.given, row.key, row.chosen, row.right) for row in explained.parts]
    assert told == [
        ("Ana", "Avalon", "Avalon", True, True),
        ("Ben", "Dorn", "Brolin", True, False),
        ("Cyd", "", "Corin", False, False),
        ("Dorn", "", "", True, False),
    ]
    assert card_text(explained.parts[1].card) == "The signers were Ana of Avalon, [Ben of Brolin] and Cyd of Corin."
    assert explained.parts[3].reason == "It raised a flag."
    assert card_text(explained.parts[3].card) == "The green flag was [raised by Dorn] alone."


def test_an_order_is_explained_from_first_to_last(ana: Learner) -> None:
    attempt = ana.start("first")
    shown = ana.asked(attempt, 8).prompt.options
    put = {"Middle": 1, "Founding": 2, "Closing": 3}
    ana.give(attempt, 8, Given(places=tuple(put[text] for text in shown)))
    explained = ana.explained(attempt, 8)
    assert explained.given_text == "1. Middle; 2. Founding; 3. Closing"
    assert explained.mark.verdict == "partly"
    told = [(row.text, row.given, row.key, row.when, row.right) for row in explained.parts]
    assert told == [
        ("Founding", "2", "1", "1950", False),
        ("Middle", "1", "2", "1952", False),
        ("Closing", "3", "3", "1955", True),
    ]
    assert all(row.card for row in explained.parts)


def test_the_stored_mark_stands_whatever_the_grader_says_today(ana: Learner) -> None:
    attempt = ana.take("first")
    ana.doing(lambda: db.session.execute(update(Answer).values(verdict="partly", points=Decimal("0.5"))))
    assert ana.explained(attempt, 2).mark == MarkShown(Decimal("0.5"), Decimal(1), "partly")


def test_explaining_takes_the_same_few_statements_for_every_kind(ana: Learner, statements: list[str]) -> None:
    attempt = ana.take("first", wrong={1, 2, 3})
    counts = set()
    for number in range(1, 9):
        statements.clear()
        ana.explained(attempt, number)
        counts.add(len(statements))
    assert counts == {5}
