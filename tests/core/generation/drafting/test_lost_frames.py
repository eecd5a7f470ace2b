"""What a statement takes for told, what a name must keep, and the years that its own words rule out."""

import pytest

from quizapp.core.generation.extraction.aside_statements import aside_statements
from quizapp.core.generation.extraction.frame import frame_of
from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.kinds import key_text
from tests.core.generation.drafting.test_hanging import options
from tests.core.generation.drafting.test_standing import drafted, ready


@pytest.mark.parametrize(
    "text",
    [
        "John Corbet served from September 22, 1817, until March 3, 1825.",
        "Production of an initial batch of 250 began near Oxford in 1951.",
        "Czech composer Carlo Rossi played the organ of Oxford at his funeral.",
        "The wind farm, a joint venture of Oxford and Turin, has 14 turbines in the North Sea.",
        "Carlo Rossi has built 14 turbines in Denmark so far with plans to install 62.",
        "The Marlow Company was founded on 4 May 1891, by Gerard Corbet and his father Paolo Corbet.",
        "In 1850 the school of Marlow was headed by Paolo Verdi who studied the sheep of Turin.",
    ],
)
def test_what_is_taken_for_told_is_not_ready(text: str) -> None:
    assert ready(text) == []


def test_a_doubt_about_an_office_names_the_words_that_lack_it() -> None:
    doubts = {row.doubt for row in drafted("John Corbet of Marlow was appointed in 1817 by Carlo Rossi from Oxford.")}
    assert any("'was appointed in' does not say as what" in doubt for doubt in doubts)


def test_a_word_said_twice_is_not_ready() -> None:
    text = "The program on Sundays commenced in Oxford in 1928, with host John Corbet hosting the Happy Station show."
    assert not [row for row in ready(text) if "hosting" in row.stem]


def test_a_first_name_whose_bearer_is_named_in_full_is_not_ready() -> None:
    text = "Frederik Corbet was a son of John Milton. Frederik, a banker from Turin, bought the mill of Oxford in 1891."
    assert not [row for row in ready(text) if "1891" in row.citations[0].quote]


def test_a_comma_between_a_deed_and_its_doer_is_cut() -> None:
    text = "The Marlow Company was founded in 1891, by Gerard Corbet and his father Paolo Corbet."
    assert ready(text)
    assert not [row for row in drafted(text) if ", by" in row.stem]


def test_a_deed_told_of_two_years_is_not_ready() -> None:
    text = (
        "In 1850, Carlo Rossi failed the oral part of the Oxford exams. "
        "In 1856, Carlo Rossi again failed the oral part."
    )
    assert not [row for row in ready(text) if key_text(row.content) in {"1850", "1856"}]


@pytest.mark.parametrize("word", ["Production", "Diplomatic contact"])
def test_a_common_word_loses_its_capital_inside_a_question(word: str) -> None:
    text = f"{word} between Oxford and Marlow began in 1951."
    frame = frame_of(parse_sentence(text), text)
    assert frame is not None
    assert frame.subject.startswith(word[0].lower())


def test_a_name_keeps_its_capital_inside_a_question() -> None:
    text = "Diplomatic contact with Marlow was made in 1951. There the Diplomatic was built."
    frame = frame_of(parse_sentence(text[:47]), text)
    assert frame is not None
    assert frame.subject.startswith("D")


def test_the_year_that_names_a_war_is_not_asked() -> None:
    found = drafted("The War of 1812 ruined the merchants of Oxford and of Turin in Marlow.")
    assert "1812" not in {key_text(row.content) for row in found}


def test_a_sentence_without_its_subject_is_refused() -> None:
    assert drafted("Participated in the printing of a Bible in the town of Bamberg near Turin around 1459.") == ()


def test_what_stands_behind_a_name_is_not_said_of_it_where_another_thing_is_meant() -> None:
    text = "The brilliant diplomacy with Spain, which led to the Marlow Treaty of 1819, was largely praised in Oxford."
    assert [*aside_statements(parse_sentence(text))] == []


@pytest.mark.parametrize("town", ["Oxford", "Turin", "Cardiff"])
def test_years_before_what_a_sentence_presupposes_are_no_options(town: str) -> None:
    text = (
        "Marlow Radio was absorbed shortly after liberation when its two stations were nationalised in 1947 "
        f"by the town of {town}. John Corbet was born in 1944 and Anna Neri in 1951."
    )
    rows = [row for row in drafted(text) if "liberation" in row.stem]
    assert rows
    assert not {"1943", "1944", "1945"} & {year for row in rows for year in options(row)}


def test_a_second_time_of_the_same_verb_is_not_put_into_one_question() -> None:
    text = "Marlow Radio was sold by the town of Oxford in 1947. John Corbet was born in 1944 and Anna Neri in 1951."
    assert not [row for row in drafted(text) if row.stem.startswith("In what year was John")]


def test_somebody_between_two_parents_is_their_child() -> None:
    text = "In 1822 Carlo Rossi was the son of Anton and Rosine Rossi from the town of Marlow."
    assert "son" not in {key_text(row.content) for row in drafted(text)}
