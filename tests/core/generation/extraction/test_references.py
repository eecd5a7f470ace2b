from collections import Counter

import pytest

from quizapp.core.generation.extraction.references import Known, named_by_letters, pointing_faults
from quizapp.core.generation.language.syntax import parse_sentence


def faults(text: str, known: Known | None = None) -> list[tuple[str, bool]]:
    return [(fault.text, fault.fatal) for fault in pointing_faults(parse_sentence(text), known or Known())]


@pytest.mark.parametrize(
    "text",
    [
        "He was elected khan of the Mongols in 1186.",
        "This treaty was signed by Belgium and France.",
        "It was ratified in Belgium in 1948.",
        "They pushed further into Russia.",
        "Three years later Byron returned to Harrow.",
        "The former was built in 1901 by the French.",
        "The images were from tapes in Canada.",
    ],
)
def test_what_points_outside_turns_a_sentence_away(text: str) -> None:
    assert any(fatal for _, fatal in faults(text))


@pytest.mark.parametrize(
    "text",
    [
        "Byron fell in love with Mary Chaworth while he was at school.",
        "Throughout its existence, Warsaw has been a city of many cultures.",
        "The city of Rome was built on seven hills.",
        "It is estimated that 500 people died in London in 1665.",
        "The first settlement was founded in Virginia in 1607.",
    ],
)
def test_what_is_named_in_the_sentence_may_be_pointed_at(text: str) -> None:
    assert faults(text) == []


def test_a_word_for_now_is_a_doubt() -> None:
    assert faults("Brazil is currently the second producer of soybeans.") == [
        ("'currently' depends on when it was written", False)
    ]


def test_the_title_and_the_subject_of_the_document_are_known() -> None:
    text = "The plague was present in Paris in 1466."
    assert faults(text) == [("'the plague' is not said to be which", True)]
    assert faults(text, Known(title=frozenset({"plague"}))) == []
    assert faults(text, Known(counts=Counter({"plague": 8}))) == []


def test_words_in_a_quotation_point_where_the_speaker_points() -> None:
    assert faults('In 1951, Gromyko said that "this pact was aimed at us."') == []


def test_letters_that_name_a_firm_need_not_be_spelled_out() -> None:
    text = "The tower was drawn by the architecture firm ODKA in 1990. ODKA and RSTQ built it."
    assert named_by_letters(text) == {"ODKA"}
    syntax = parse_sentence("ODKA and RSTQ built the Mill Tower in 1990.")
    said = [fault.text for fault in pointing_faults(syntax, Known(letters=named_by_letters(text)))]
    assert said == ["'RSTQ' is never spelled out"]
