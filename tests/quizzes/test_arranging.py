from decimal import Decimal

from quizapp.quizzes.arranging import Arrangement, Chosen, arranged

ITEMS = [Chosen(1), Chosen(2), Chosen(3)]


def ids(items: list[Chosen]) -> list[int]:
    return [item.question_id for item in items]


def test_one_is_moved_and_no_further_than_the_ends() -> None:
    assert ids(arranged(ITEMS, Arrangement(moved=3, by=-1))) == [1, 3, 2]
    assert ids(arranged(ITEMS, Arrangement(moved=1, by=1))) == [2, 1, 3]
    assert ids(arranged(ITEMS, Arrangement(moved=1, by=-1))) == [1, 2, 3]
    assert ids(arranged(ITEMS, Arrangement(moved=3, by=1))) == [1, 2, 3]
    assert ids(arranged(ITEMS, Arrangement(moved=9, by=1))) == [1, 2, 3]


def test_an_order_may_leave_out_and_name_what_is_not_there() -> None:
    assert ids(arranged(ITEMS, Arrangement(order=(3, 9, 3, 1)))) == [3, 1, 2]


def test_points_are_kept_whatever_else_is_done() -> None:
    after = arranged(ITEMS, Arrangement(points={1: Decimal("2.5"), 9: Decimal(4)}, removed=2, moved=3, by=-1))
    assert [(item.question_id, item.points) for item in after] == [(3, Decimal(1)), (1, Decimal("2.5"))]
