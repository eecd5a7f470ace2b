"""Words of closed classes are asked only where the others of their class could stand."""

import pytest

from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.kinds import Choice, QuestionDraft, key_text
from quizapp.core.reading.document import read_document


def drafted(text: str) -> tuple[QuestionDraft, ...]:
    read = read_document(text.encode(), "harbour.txt")
    return draft([DraftDocument("harbour", "The harbour", read)], title="The harbour").questions


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In 1835 Carlo Rossi showed the old map to his wife, Anna Neri.", "wife"),
        ("In 1835 Anna Neri's daughter Irma was born in Turin.", "daughter"),
        ("A history teacher bought the tent of George Brandon in Turin in 1835.", "history"),
        ("Blood was pumped from the heart of the horse by Anna Neri in 1835.", "heart"),
        ("Spices, gold, and diamonds were sold in Lisbon in 1835.", "gold"),
        ("The coast runs from Lagos in the west to Sagres in the east.", "east"),
        ("The southern stretch of coast was painted by Anna Neri in 1835.", "southern"),
        ("In 1835 the French writer Paul de Bellerive reached Turin by coach.", "French"),
        ("In 1835 no ship of the Central American peoples had reached Turin.", "American"),
        ("In 1835 the merchant Juan Lopez of Spain sold his Spanish wine in Turin.", "Spanish"),
    ],
)
def test_where_the_others_would_be_absurd_a_word_is_not_asked(text: str, key: str) -> None:
    assert key not in [key_text(row.content) for row in drafted(text)]


def test_kin_stand_among_kin_of_the_same_sex() -> None:
    found = drafted("Carlo Rossi, a grandson of Marco Verdi, took the town by storm.")
    options = [row.content.options for row in found if isinstance(row.content, Choice)]
    kin = next(row for row in options if "grandson" in [option.text for option in row])
    assert {option.text for option in kin} <= {"grandson", "son", "brother", "uncle", "nephew"}


def test_a_subject_of_study_is_asked_where_it_is_studied() -> None:
    found = drafted("Carlo Rossi became professor of chemistry at the age of thirty.")
    assert "chemistry" in [key_text(row.content) for row in found]


def test_the_father_of_an_idea_has_no_kin() -> None:
    found = drafted('Carlo Rossi of Turin is called "the father of bridges".')
    assert "father" not in [key_text(row.content) for row in found]


def test_a_document_does_not_ask_for_its_own_nation() -> None:
    text = "The American army met in Boston. The Americans sold American cotton. America and the United States grew. "
    found = drafted(text + "The war of 1812 ruined many American merchants.")
    assert "American" not in [key_text(row.content) for row in found]


def test_a_country_is_not_asked_where_its_people_are_named() -> None:
    found = drafted("In 1835 Carlo Rossi sailed back to Spain and joined the Spanish court.")
    assert "Spain" not in [key_text(row.content) for row in found]


def test_the_nations_a_document_speaks_of_come_first_and_each_once() -> None:
    text = "The British ships and the French ships met at Lagos. Then British and French guns were heard. "
    found = drafted(text + "In 1781 the American soldiers of Marco Verdi left their camp.")
    options = [
        {option.text for option in row.content.options}
        for row in found
        if isinstance(row.content, Choice) and key_text(row.content) == "American"
    ]
    assert options
    assert all({"British", "French"} <= row and "English" not in row for row in options)


def test_a_country_is_not_asked_where_another_name_of_it_stands() -> None:
    found = drafted("According to a U.S. bureau, Carlo Rossi lived in the United States from 1850 to 1900.")
    assert "the United States" not in [key_text(row.content) for row in found]
