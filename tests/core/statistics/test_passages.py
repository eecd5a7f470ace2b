from __future__ import annotations

from quizapp.core.statistics.passages import AskedPlace, passage_figures

SPANS = [(0, 10), (11, 20), (30, 40)]


def test_what_is_asked_lies_over_the_passages_it_touches() -> None:
    asked = [
        AskedPlace(2, 5, 1, 20, 5.0, 20.0),
        AskedPlace(8, 15, 2, 10, 9.0, 10.0),
        AskedPlace(8, 15, 2, 10, 9.0, 10.0),
    ]
    first, second, third = passage_figures(SPANS, asked)
    assert (first.questions, first.answers, first.share, first.level) == (2, 30, 14 / 30, "weak")
    assert [one.question_id for one in first.answered] == [1, 2]  # the weakest first
    assert (second.questions, second.answers, second.share, second.level) == (1, 10, 0.9, "strong")
    assert (third.questions, third.share, third.level) == (0, None, "unasked")


def test_levels() -> None:
    def level(answers: int, points: float) -> str:
        return passage_figures([(0, 9)], [AskedPlace(0, 3, 1, answers, points, float(answers))])[0].level

    assert level(0, 0.0) == "unanswered"
    assert level(9, 9.0) == "few"
    assert (level(10, 4.9), level(10, 5.0), level(100, 75.0)) == ("weak", "fair", "strong")


def test_what_lies_between_passages_counts_for_none() -> None:
    assert {row.questions for row in passage_figures(SPANS, [AskedPlace(22, 28, 1, 1, 1.0, 1.0)])} == {0}
    assert passage_figures([], [AskedPlace(0, 3, 1, 1, 1.0, 1.0)]) == ()


def test_copies_are_one_question_and_what_nobody_answered_or_is_in_doubt_counts_for_nothing() -> None:
    asked = [
        AskedPlace(0, 5, 1, 0, 0.0, 0.0, "when"),  # shipped
        AskedPlace(0, 5, 2, 30, 24.0, 30.0, "when"),  # the copy that was asked
        AskedPlace(0, 5, 3, 0, 0.0, 0.0, "who"),
        AskedPlace(0, 5, 4, 40, 4.0, 40.0, "where", is_doubted=True),
        AskedPlace(12, 15, 4, 40, 4.0, 40.0, "where", is_doubted=True),
    ]
    first, second, _ = passage_figures(SPANS, asked)
    assert (first.questions, first.answers, first.share, first.level) == (3, 30, 0.8, "strong")
    assert [one.question_id for one in first.answered] == [2]
    assert (second.answers, second.share, second.level) == (0, None, "doubted")
    assert [one.question_id for one in second.doubted] == [4]
