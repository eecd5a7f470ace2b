from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.queries import cited_places, contents, folder_hash_of
from quizapp.core.kinds import Choice, Number
from quizapp.documents.queries import passage_cards
from quizapp.storage.database import db
from tests.small_bank import SLUG


def version_of(key: str) -> int:
    return db.session.scalars(select(QuestionVersion.id).join(Question).where(Question.key == key)).one()


def test_contents_come_by_version(loaded: Flask, statements: list[str]) -> None:
    with loaded.app_context():
        choice, number = version_of("pact.date.choice"), version_of("pact.states.number")
        statements.clear()
        found = contents([choice, number])
    assert len(statements) == 1
    assert isinstance(found[choice], Choice)
    assert isinstance(found[number], Number)
    assert len(found) == 2


def test_places_come_apart_by_what_they_are_cited_for(loaded: Flask) -> None:
    with loaded.app_context():
        places = cited_places(version_of("pact.date.choice"))
        groups = [places.key, places.parts, places.witnesses]
        assert [[card.exact for card in passage_cards(group)] for group in groups] == [
            ["4 April 1949"],
            ["4 May 1949"],
            ["4 May 1949"],
        ]
    (witness,) = places.witnesses
    assert (witness.role, witness.value, witness.note) == ("disputes", "4 May 1949", "A month later.")


def test_the_hash_of_a_bank_that_is_not_there(loaded: Flask) -> None:
    with loaded.app_context():
        assert folder_hash_of("nowhere") is None
        assert len(folder_hash_of(SLUG) or "") == 64
