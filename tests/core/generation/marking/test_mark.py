"""What may be marked, and what is refused in words."""

from __future__ import annotations

import pytest

from quizapp.core.generation.marking import CannotMark, find_mark, find_words
from tests.core.generation.marking.text import TEXT, document, place_of


def test_edges_are_set_right() -> None:
    start, end = place_of(" 1712 ")
    assert find_mark(document(), start, end).words == "1712"
    start, end = place_of("Carvel.")
    assert find_mark(document(), start, end).words == "Carvel"
    start, end = place_of("ans Carv")
    assert find_mark(document(), start, end).words == "Hans Carvel"


def test_a_number_is_not_cut_at_its_comma() -> None:
    text = "Some 12,500.5 people came to the fair of Brolin in May."
    start = text.index("12")
    assert find_mark(document(text), start, start + 2).words == "12,500.5"
    assert find_mark(document(text), start + 7, start + 8).words == "12,500.5"


@pytest.mark.parametrize(
    ("phrase", "words", "said"),
    [
        ("Hans Carvel. A second mill", "", "over the end of a sentence"),
        ("Log in or register", "register", "left out of the document (page furniture)"),
        (" by ", " ", "Select the words"),
        ("It ground", "It", "only points at something"),
        ("that slows", "that", "only points at something"),
        ("in a letter", "in a", "says nothing that could be asked"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(phrase: str, words: str, said: str) -> None:
    with pytest.raises(CannotMark) as refused:
        find_mark(document(), *place_of(phrase, words))
    assert said in str(refused.value)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (5, 5), (9, 3), (0, 10**7)])
def test_a_place_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(CannotMark, match="no such place"):
        find_mark(document(), start, end)


def test_a_heading_can_be_marked() -> None:
    assert find_mark(document(), *place_of("mills of the Wend", "Wend")).passage.kind == "heading"


def test_a_stretch_without_an_end_is_refused() -> None:
    text = "word " * 400 + "1712."
    with pytest.raises(CannotMark, match="far too long"):
        find_mark(document(text), 0, 4)


def test_typed_words_are_found_in_their_passage() -> None:
    read = document()
    mark = find_mark(read, *place_of("Hans Carvel"))
    assert find_words(read, mark.passage, "hans  carvel") == place_of("Hans Carvel")
    assert find_words(read, mark.passage, "1712") == place_of("1712")
    with pytest.raises(CannotMark, match="does not hold the words “Greta”"):
        find_words(read, mark.passage, "Greta")
    with pytest.raises(CannotMark, match="Select the words"):
        find_words(read, mark.passage, "  ")


def test_typed_words_mean_whole_words_first() -> None:
    text = "Millers mill in the mill of Brolin every year."
    read = document(text)
    assert find_words(read, read.passages[0], "mill") == (8, 12)


def test_quote_marks_are_typed_as_one_likes() -> None:
    text = "He called it “the king’s folly” in a letter of May."
    read = document(text)
    start, end = find_words(read, read.passages[0], "the king's folly")
    assert read.text[start:end] == "the king’s folly"


def test_the_text_is_what_the_tests_think() -> None:
    assert TEXT[slice(*place_of("1712"))] == "1712"
