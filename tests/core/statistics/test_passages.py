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
