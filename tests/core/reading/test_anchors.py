import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.reading.anchors import Anchor, Context, find_quote, holds, in_context, make_anchor
from quizapp.core.reading.errors import QuoteAmbiguous, QuoteNotFound
from quizapp.core.reading.spans import Drop

TEXT = "NATO was formed in 1949. Stalin said “no”, and that\nwas it. The pact followed in 1955. Share this."


def test_an_anchor_keeps_the_words_and_32_characters_on_each_side() -> None:
    assert make_anchor(TEXT, 19, 23) == Anchor(
        19, 23, "1949", "NATO was formed in ", ". Stalin said “no”, and that\nwas"
    )


@pytest.mark.parametrize("span", [(0, 0), (5, 4), (-1, 3), (0, 999)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="There is no span"):
        make_anchor(TEXT, *span)


def test_an_exact_quote_is_found_at_its_place() -> None:
    found = find_quote(TEXT, "formed in 1949")
    assert (found.start, found.end, found.exact) == (9, 23, "formed in 1949")
    assert holds(TEXT, found)
    assert not holds(TEXT.replace("1949", "1950"), found)


def test_white_space_and_quote_marks_are_folded_and_the_documents_own_words_returned() -> None:
    assert find_quote(TEXT, '"no", and that was it').exact == "“no”, and that\nwas it"
    assert find_quote("It is Moscow's.", "Moscow’s").exact == "Moscow's"
    assert find_quote("The café.", "cafe\u0301").exact == "café"
    assert find_quote("He said ''no''.", '"no"').exact == "''no''"


def test_nothing_else_is_folded() -> None:
    for quote in ("nato was formed", "formed in 1949, ", "formed, in 1949", "was it The pact"):
        with pytest.raises(QuoteNotFound):
            find_quote(TEXT, quote + "x" if quote.endswith(" ") else quote)


def test_a_quote_that_stands_twice_must_say_which() -> None:
    with pytest.raises(QuoteAmbiguous, match="stand 2 times"):
        find_quote("He won in 1949. She won in 1950.", "won in")


def test_a_sentence_repeated_word_for_word_is_found_where_it_stands_first() -> None:
    text = "One. He won in 1949. Two.\nHe won in 1949.\nThree. He won in 1949. He left."
    for quote in ("He won in 1949.", "won in"):
        assert find_quote(text, quote).start == text.index(quote)
    for quote in ("He won in 1949.", "in 1949"):
        with pytest.raises(QuoteAmbiguous):
            find_quote("He won in 1949. And so he said He won in 1949. He left.", quote)


def test_whole_words_are_meant_before_parts_of_words() -> None:
    assert find_quote("The Russian Rus came.", "Rus").start == 12


def test_a_quote_in_a_dropped_span_is_not_found() -> None:
    at = TEXT.index("Share")
    with pytest.raises(QuoteNotFound):
        find_quote(TEXT, "Share this", spans_out=[Drop(at, len(TEXT), "sharing buttons")])
    twice = "Share it. They share it."
    assert find_quote(twice + " Share it.", "Share it", spans_out=[Drop(0, 9, "x")]).start == 25


def test_an_empty_quote_is_not_found() -> None:
    with pytest.raises(QuoteNotFound, match="empty"):
        find_quote(TEXT, " \n ")


def test_a_quote_is_shown_inside_its_sentence() -> None:
    text = "One is here. Dr. Smith came in 1949 to Bonn. Three is there.\nNext line."
    anchor = find_quote(text, "came in 1949")
    assert in_context(text, anchor) == Context("Dr. Smith ", "came in 1949", " to Bonn.")
    assert in_context(text, anchor, around=1) == Context(
        "One is here. Dr. Smith ", "came in 1949", " to Bonn. Three is there."
    )


def test_a_quote_over_two_sentences_shows_both() -> None:
    text = "He came in 1949. He left in 1950. The end."
    assert in_context(text, find_quote(text, "1949. He left")) == Context("He came in ", "1949. He left", " in 1950.")


def test_dropped_sentences_are_no_context() -> None:
    text = "He came. Check out our video. He left."
    drop = Drop(9, 29, "call to action")
    assert in_context(text, find_quote(text, "left"), around=1, drops=[drop]).before.startswith("He ")
    assert in_context(text, find_quote(text, "came"), around=0, drops=[drop]).after == "."


@given(st.text(alphabet="ab \n.\"'“’", min_size=1, max_size=60), st.data())
def test_any_span_is_found_again_or_is_ambiguous(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    if not quote.strip():
        return
    try:
        found = find_quote(text, quote)
    except QuoteAmbiguous:
        return
    assert holds(text, found)
    assert found.exact == quote.strip()
