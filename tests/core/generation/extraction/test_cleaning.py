import pytest

from quizapp.core.generation.extraction.cleaning import clean_sentence
from quizapp.core.generation.extraction.hygiene import first_fault


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("However, NATO (the alliance) grew.[12]", "NATO grew."),
        ("He was, however, late.", "He was late."),
        ("Eight years later, in 1909, it opened.", "In 1909, it opened."),
        ("And Spain was also beaten.", "Spain was beaten."),
        ("It rose by 5% in 1901:121,154.", "It rose by 5% in 1901."),
    ],
)
def test_asides_and_connectives_are_cut(text: str, cleaned: str) -> None:
    assert clean_sentence(text, 0, len(text)).text == cleaned


def test_each_letter_knows_its_place_in_the_source() -> None:
    source = "Before. However, Rome (the city) fell in 476. After."
    found = clean_sentence(source, 8, 45)
    start, end = found.source_span(0, len(found.text))
    assert source[start:end] == "Rome (the city) fell in 476."


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Athens, is the capital city of Greece.", "a comma between subject and verb"),
        ("In 1902 that Norton came back home.", "'In 1902 that'"),
        ("Attrition,, was high in the north.", "doubled or stray punctuation"),
        ("It was called the the end of it.", "a doubled word"),
        ("What happened in the year 1954?", "it does not end like a sentence"),
        ("Their plan would please you all.", "it talks to the reader"),
        ("Rome fell in 476; nobody noticed.", "a semicolon or colon"),
        ('It has a "white flight" of its own.', ""),
        ('He said that "if this pact was aimed against us, the USSR would join."', ""),
        ('The air was a "great pestilence that came down from above" to all.', ""),
        ("The city was founded in 1608 by Champlain.", ""),
    ],
)
def test_faults_of_the_source_are_named(text: str, fault: str) -> None:
    assert first_fault(text) == fault
