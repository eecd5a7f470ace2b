"""How a quiz is taken, and which settings go together."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.quizzes.rules import CLASSES, EVERYONE, LINK

FEEDBACKS = ("after_each", "at_end", "after_due", "on_release")
AUDIENCES = (CLASSES, LINK, EVERYONE)
LONGEST_TITLE, LONGEST_DESCRIPTION = 120, 1000
MOST_MINUTES, MOST_ATTEMPTS = 600, 100


@dataclass(frozen=True, slots=True)
class QuizSettings:
    """A quiz's words and how it is taken; publishing freezes them."""

    title: str
    description: str = ""
    feedback: str = "after_each"  # after_each, at_end, after_due, on_release
    open_document: bool = False
    shuffle: bool = True
    pick: int | None = None  # how many questions an attempt asks; None: all
    time_limit_seconds: int | None = None
    attempts_allowed: int | None = None
    pass_percent: int | None = None


def problems_of(settings: QuizSettings, audience: str) -> dict[str, str]:
    """Return what is amiss with settings, in words for each field; empty where they can be."""
    return {name: words for name, words in _problems(settings, audience) if words}


def _problems(settings: QuizSettings, audience: str) -> list[tuple[str, str]]:
    minutes = None if settings.time_limit_seconds is None else settings.time_limit_seconds // 60
    return [
        ("title", _title_problem(settings.title)),
        ("description", _length_problem(settings.description, LONGEST_DESCRIPTION)),
        ("feedback", _feedback_problem(settings.feedback, audience)),
        ("audience", "" if audience in AUDIENCES else "Choose who may take it."),
        ("pick", _range_problem(settings.pick, 1, 999, "questions")),
        ("minutes", _range_problem(minutes, 1, MOST_MINUTES, "minutes")),
        ("attempts", _range_problem(settings.attempts_allowed, 1, MOST_ATTEMPTS, "attempts")),
        ("pass_percent", _range_problem(settings.pass_percent, 1, 100, "per cent")),
    ]


def _title_problem(title: str) -> str:
    return _length_problem(title, LONGEST_TITLE) if title.strip() else "Give the quiz a title that your class will see."


def _length_problem(text: str, most: int) -> str:
    if "\x00" in text:
        return "The text holds a sign that cannot be stored: type it again."
    return "" if len(text) <= most else f"Use at most {most} characters; these are {len(text)}."


def _range_problem(value: int | None, least: int, most: int, of_what: str) -> str:
    if value is None or least <= value <= most:
        return ""
    return f"Write a whole number of {of_what} from {least} to {most}, or leave it empty."


def _feedback_problem(feedback: str, audience: str) -> str:
    if feedback not in FEEDBACKS:
        return "Choose when the answers are shown."
    if feedback == "after_due" and audience != CLASSES:
        return "Only a quiz that is set to classes has a due date: choose another moment, or assigned classes."
    return ""
