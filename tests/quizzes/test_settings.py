from dataclasses import replace

import pytest

from quizapp.quizzes.settings import QuizSettings, problems_of

SOUND = QuizSettings("Lagoons")


def test_the_usual_settings_are_sound_for_everybody() -> None:
    assert [problems_of(SOUND, audience) for audience in ("classes", "link", "everyone")] == [{}, {}, {}]


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("title", "title", "  "),
        ("title", "title", "x" * 121),
        ("title", "title", "a\x00"),
        ("description", "description", "x" * 1001),
        ("feedback", "feedback", "never"),
        ("pick", "pick", 0),
        ("minutes", "time_limit_seconds", -60),
        ("minutes", "time_limit_seconds", 601 * 60),
        ("attempts", "attempts_allowed", 0),
        ("pass_percent", "pass_percent", 101),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(name: str, field: str, value: object) -> None:
    assert list(problems_of(replace(SOUND, **{field: value}), "classes")) == [name]  # type: ignore[arg-type]


def test_only_what_is_set_to_classes_has_a_due_date() -> None:
    waiting = replace(SOUND, feedback="after_due")
    assert problems_of(waiting, "classes") == {}
    assert [list(problems_of(waiting, audience)) for audience in ("link", "everyone")] == [["feedback"]] * 2
    assert list(problems_of(SOUND, "friends")) == ["audience"]
