"""How a quiz and its questions did, for everybody or for one class."""

from __future__ import annotations

from typing import Any

from flask import Response, render_template, url_for

from quizapp.history.queries import item_table, quiz_figures
from quizapp.history.queries.class_answers import class_answers
from quizapp.history.queries.set_results import set_results
from quizapp.history.queries.working_time import PAUSE_SECONDS
from quizapp.interchange.answers.sheet import answers_as_sheet
from quizapp.interchange.item_sheet import items_as_sheet
from quizapp.interchange.result_sheets import people_as_sheet
from quizapp.quizzes.queries import open_own_quiz
from quizapp.quizzes.queries.edition import newest_title
from quizapp.teaching.queries import open_own_assignment
from quizapp.teaching.queries.assignments import SetQuiz, set_quiz
from quizapp.teaching.queries.classes import latest_zone
from quizapp.web.clock import now
from quizapp.web.session import teacher_id
from quizapp.web.sheets import send_csv, send_xlsx
from quizapp.web.teach.results.asked import WAYS, Days, days_asked, which_asked, within_asked
from quizapp.web.teach.results.blueprint import results

ITEMS, BOOK = "Questions as a sheet (CSV)", "Everything as a workbook (XLSX)"


@results.get("/quizzes/<int:quiz_id>")
def quiz(quiz_id: int) -> str:
    """Show how a quiz of the teacher's own did, over everybody who took it."""
    open_own_quiz(quiz_id, teacher_id())
    to_quiz = url_for("teach.quizzes.show", quiz_id=quiz_id)
    return figures_page(
        quiz_id, days_asked(latest_zone(teacher_id())), title=newest_title(quiz_id), back=to_quiz, back_to_it=to_quiz
    )


@results.get("/assignments/<int:assignment_id>")
def assignment(assignment_id: int) -> str:
    """Show how one class did in what was set to it, and who is behind."""
    one = own_set(assignment_id)
    return figures_page(
        one.quiz_id,
        days_asked(one.time_zone),
        one,
        title=one.title,
        back=url_for("teach.classes.show", class_id=one.class_id),
        back_to_it=url_for("teach.assignments.show", assignment_id=one.id),
    )


@results.get("/quizzes/<int:quiz_id>/items.csv")
def quiz_items(quiz_id: int) -> Response:
    """Send the item table of a quiz as a sheet."""
    open_own_quiz(quiz_id, teacher_id())
    return send_csv(items_as_sheet(items_asked(quiz_id)), f"items-{quiz_id}")


@results.get("/quizzes/<int:quiz_id>/results.xlsx")
def quiz_book(quiz_id: int) -> Response:
    """Send the item table of a quiz as a workbook."""
    open_own_quiz(quiz_id, teacher_id())
    return send_xlsx([items_as_sheet(items_asked(quiz_id))], newest_title(quiz_id))


@results.get("/assignments/<int:assignment_id>/items.csv")
def assignment_items(assignment_id: int) -> Response:
    """Send the item table of what was set to a class as a sheet."""
    one = own_set(assignment_id)
    return send_csv(items_as_sheet(items_asked(one.quiz_id, one)), f"{one.class_name} {one.title} questions")


@results.get("/assignments/<int:assignment_id>/people.csv")
def assignment_people(assignment_id: int) -> Response:
    """Send who of a class did how well as a sheet."""
    one = own_set(assignment_id)
    return send_csv(people_asked(one), f"{one.class_name} {one.title}")


@results.get("/assignments/<int:assignment_id>/results.xlsx")
def assignment_book(assignment_id: int) -> Response:
    """Send what came of something set to a class as a workbook: its people, its questions, and every answer."""
    one = own_set(assignment_id)
    questions, answers = items_as_sheet(items_asked(one.quiz_id, one)), answers_as_sheet(class_answers(assignment_id))
    return send_xlsx([people_asked(one), questions, answers], f"{one.class_name} {one.title}")


def own_set(assignment_id: int) -> SetQuiz:
    """Return what is set to a class of the teacher's own; NoSuchAssignment for any other."""
    open_own_assignment(assignment_id, teacher_id())
    return set_quiz(assignment_id)


def figures_page(quiz_id: int, days: Days, one: SetQuiz | None = None, **shown: Any) -> str:
    """Show the scores and the item table of the attempts that count; nothing where the days cannot be read."""
    how: dict[str, Any] = {"which": which_asked(), "within": days.within}
    if not days.is_refused:
        items = item_table(quiz_id, assignment_id=one.id if one else None, **how)
        shown |= {
            "items": items,
            "figures": quiz_figures(quiz_id, items, assignment_id=one.id if one else None, **how),
            "found": set_results(one, now=now(), **how) if one else None,
        }
    return render_template(
        "teach/results/quiz.html",
        days=days,
        set=one,
        which=how["which"],
        ways=WAYS,
        sheets=sheet_links(quiz_id, one, {"which": how["which"], **days.args}),
        pause_minutes=PAUSE_SECONDS // 60,
        time=now(),
        **shown,
    )


def sheet_links(quiz_id: int, one: SetQuiz | None, args: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the files of a page of results, each by its words and address."""
    if one is None:
        return [
            (ITEMS, url_for(".quiz_items", quiz_id=quiz_id, **args)),
            (BOOK, url_for(".quiz_book", quiz_id=quiz_id, **args)),
        ]
    return [
        ("Scores as a sheet (CSV)", url_for(".assignment_people", assignment_id=one.id, **args)),
        (ITEMS, url_for(".assignment_items", assignment_id=one.id, **args)),
        ("Every answer as a sheet (CSV)", url_for(".assignment_answers", assignment_id=one.id)),
        (BOOK, url_for(".assignment_book", assignment_id=one.id, **args)),
    ]


def items_asked(quiz_id: int, one: SetQuiz | None = None) -> Any:
    """Return the item table that the address of a file asks for."""
    within = within_asked(one.time_zone if one else latest_zone(teacher_id()))
    return item_table(quiz_id, which=which_asked(), assignment_id=one.id if one else None, within=within)


def people_asked(one: SetQuiz) -> Any:
    """Return everybody of the class with what they did, as an address asks for it."""
    within = within_asked(one.time_zone)
    found = set_results(one, now=now(), which=which_asked(), within=within, most=None)
    return people_as_sheet(found, one.time_zone)
