from decimal import Decimal

import pytest
from werkzeug.datastructures import MultiDict

from quizapp.web.teach.quizzes.forms import (
    filter_values,
    numbers_in,
    read_arrange,
    read_points,
    read_settings,
    whole,
)


@pytest.mark.parametrize("text", ["", "none", "0", "-1", "101", "1.234", "1e999", "NaN", "∞", "1 2"])
def test_points_that_cannot_be(text: str) -> None:
    assert read_points(text) is None


@pytest.mark.parametrize(("text", "points"), [("1", "1"), (" 2,5 ", "2.5"), ("0.25", "0.25"), ("100", "100")])
def test_points_as_people_write_them(text: str, points: str) -> None:
    assert read_points(text) == Decimal(points)


def test_a_number_is_small_and_whole() -> None:
    assert [whole(text) for text in ("7", " 12 ", "1.5", "-1", "x", "", "9" * 12, "٣")] == [7, 12, *[None] * 6]


def test_what_was_done_to_the_list() -> None:
    form = read_arrange(MultiDict({"act": "up-12", "order": "3,12,x,,4", "points-12": "2", "points-x": "9"}))
    assert (form.act, form.question_id, form.order, form.typed, form.revision) == ("up", 12, (3, 12, 4), {12: "2"}, 0)
    assert read_arrange(MultiDict()).act == "save"
    assert len(numbers_in(",".join(["1"] * 5000))) == 400


def test_settings_that_are_no_numbers_become_what_no_setting_can_be() -> None:
    form = read_settings(MultiDict({"pick": "some", "minutes": " 5 ", "attempts": "1.5", "pass_percent": "60 %"}))
    settings = form.settings()
    assert (settings.pick, settings.time_limit_seconds) == (-1, 300)
    assert (settings.attempts_allowed, settings.pass_percent) == (-1, 60)


def test_a_filter_takes_its_own_fields_only() -> None:
    wanted = filter_values({"text": " pact ", "kind": "date", "fact_id": "x", "document_id": "3", "state": "draft"})
    assert wanted == {"text": "pact", "kind": "date", "tag": "", "fact_id": None, "document_id": 3}
