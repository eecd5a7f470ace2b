from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.reading.anchors import holds
from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.core.reading.moved import MovedSentences

OLD = "One was built in 1712. Two was sold in 1780 for pounds.\n\nThree burnt down in 1801. Four stands still today."


def read(text: str) -> ReadDocument:
    return read_document(text.encode(), "a.txt")


def place(new: str, words: str, old: str = OLD) -> str | None:
    start = old.index(words)
    anchor = MovedSentences(read(old), read(new)).place(start, start + len(words))
    if anchor is not None:
        assert holds(read(new).text, anchor)
    return anchor.exact if anchor else None


def test_words_are_found_where_their_sentence_stands_now() -> None:
    new = "A new beginning was written here.\n\n" + OLD
    assert place(new, "in 1712") == "in 1712"
    assert place(new, "sold in 1780 for pounds.") == "sold in 1780 for pounds."


def test_a_changed_sentence_holds_its_words_no_more() -> None:
    new = OLD.replace("One was built", "One was burnt")
    assert place(new, "in 1712") is None
    assert place(new, "in 1780") == "in 1780"


def test_words_of_two_sentences_move_only_if_both_still_follow_one_another() -> None:
    both = "in 1712. Two was sold"
    assert place("Begin here now.\n" + OLD, both) == both
    assert place(OLD.replace("Two was sold in 1780 for pounds.", "Two was lost."), both) is None
    assert place(OLD.replace("1712. Two", "1712. Half of it was lost. Two"), both) is None


def test_a_sentence_that_moved_is_found_where_it_stands_once() -> None:
    new = (
        "Four stands still today. Three burnt down in 1801.\n\nOne was built in 1712. Two was sold in 1780 for pounds."
    )
    assert [place(new, words) for words in ("in 1712", "in 1801", "still today")] == [
        "in 1712",
        "in 1801",
        "still today",
    ]


def test_the_shape_of_quote_marks_and_spaces_changes_no_sentence() -> None:
    old = 'He said "it was built in 1712" and left the town.'
    new = "He said “it was built in 1712” and left  the town."
    assert place(new, "built in 1712", old) == "built in 1712"
    assert place(new, '"it was built in 1712"', old) == "“it was built in 1712”"


def test_words_outside_every_sentence_have_no_place() -> None:
    text = "log in or register\n\n" + OLD
    assert place(text, "log in", text) is None


def test_what_is_new_is_told() -> None:
    moved = MovedSentences(read(OLD), read(OLD + " Five came in 1999 by train."))
    assert [read(OLD + " Five came in 1999 by train.").text[row.start : row.end] for row in moved.fresh] == [
        "Five came in 1999 by train."
    ]


@given(st.lists(st.sampled_from(["The mill burnt.", "It was sold.", "He came back.", "A fire broke out."]), max_size=8))
def test_a_place_always_holds_the_same_words(sentences: list[str]) -> None:
    new = read(" ".join(["Here it begins now.", *sentences]))
    old = read("It was sold. The mill burnt. He came back.")
    moved = MovedSentences(old, new)
    for passage in old.passages:
        anchor = moved.place(passage.start, passage.end)
        if anchor:
            assert anchor.exact == old.text[passage.start : passage.end]
            assert holds(new.text, anchor)
