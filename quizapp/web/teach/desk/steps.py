"""The way from a document to a class, for a teacher who has not gone it yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from quizapp.banks.queries.waiting import Begun, WaitingBank
from quizapp.quizzes.queries.own import OwnEntry

GIVE = "An article, a web page, a PDF or a Word file. Questions are drafted from it."
READING = "It is being read now, and questions are drafted. That takes a moment; you need not wait here."


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way: what it is, where it is taken, and whether it has been."""

    title: str
    help: str
    href: str  # empty where an earlier step must come first
    is_done: bool
    is_next: bool = False


def first_steps(
    far: Begun, banks: Sequence[WaitingBank], quizzes: Sequence[OwnEntry], *, is_reading: bool, has_set: bool
) -> tuple[Step, ...]:
    """Return the four steps, the first one open marked as the next; none once every step has been taken."""
    published = [quiz for quiz in quizzes if quiz.edition_number is not None]
    review = url_for("teach.review.show", bank_id=banks[0].id) if banks else url_for("teach.banks.index")
    compose = url_for("teach.quizzes.show", quiz_id=quizzes[0].quiz_id) if quizzes else url_for("teach.quizzes.new")
    done = (far.has_document, far.has_accepted, bool(published) or has_set, has_set)
    if all(done):
        return ()
    steps = (
        ("Give a document", READING if is_reading else GIVE,
         url_for("teach.documents.new")),
        ("Review the questions", "Each stands beside the sentence it came from. Accept it, edit it or reject it.",
         review if far.has_question else ""),
        ("Make a quiz", "Draw ten questions or choose them by hand, look at it as a student does, and publish it.",
         compose if far.has_accepted or quizzes else ""),
        ("Set it to a class", "Pupils join by a code; or give the quiz out by its link, without any class.",
         url_for("teach.classes.index")),
    )  # fmt: skip
    following = done.index(False)
    return tuple(
        Step(title, words, href, is_done, number == following)
        for number, ((title, words, href), is_done) in enumerate(zip(steps, done, strict=True))
    )
