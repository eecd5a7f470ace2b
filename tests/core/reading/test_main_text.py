from quizapp.core.reading.main_text import lines_outside

FIRST = "The Rhine is a river that begins in the Alps and flows north."
SECOND = "It reaches the sea near Rotterdam after many hundred kilometres."


def test_lines_of_the_main_text_are_inside_whatever_their_marks() -> None:
    shown = ["Menu", "The Rhine", FIRST, "- Basel", "City | People", SECOND, "Terms"]
    main = "\n".join(["The Rhine", FIRST, "- Basel", "| City | People |", SECOND])
    assert lines_outside(shown, main) == {0, 6}


def test_a_short_line_counts_only_where_the_main_text_has_it() -> None:
    shown = ["Basel", FIRST, "Basel", SECOND, "Basel"]
    assert lines_outside(shown, "\n".join([FIRST, "Basel", SECOND])) == {0, 4}


def test_a_paragraph_cut_in_lines_by_the_main_text_is_inside() -> None:
    assert lines_outside([FIRST, "Terms and more"], FIRST + " And more of it.") == {1}


def test_without_a_main_text_nothing_is_outside() -> None:
    assert lines_outside(["Basel", "Bonn"], "") == frozenset()
    assert lines_outside(["Basel", "Bonn"], "quite another text") == frozenset()
