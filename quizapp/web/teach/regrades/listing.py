"""The log of what was judged anew: one regrade, those of a question, those of a bank."""

from __future__ import annotations

from flask import Response, make_response, render_template, request

from quizapp.banks.queries import open_bank
from quizapp.interchange.spreadsheet import Cell, csv_text
from quizapp.quizzes.queries.outdated import outdated_quizzes
from quizapp.regrading import queries
from quizapp.regrading.queries import ChangedAnswer
from quizapp.web.session import teacher_id
from quizapp.web.teach.regrades.blueprint import regrades
from quizapp.web.teach.review.filtering import whole
from quizapp.web.words import STATE_WORDS, points

ON_A_PAGE = 100
EVERY = 1_000_000
HEADER = (
    *("learner", "class", "quiz", "answer"),
    *("points before", "points after", "out of", "judged before", "judged after"),
)


@regrades.get("/<int:regrade_id>")
def show(regrade_id: int) -> str:
    """Show one regrade: who did it, why, and whose scores it changed."""
    done = queries.regrade_logged(regrade_id, teacher_id())
    pages = max(1, -(-done.changed // ON_A_PAGE))
    page = min(max(1, asked_page()), pages)
    return render_template(
        "teach/regrades/show.html",
        done=done,
        alike=queries.alike_answers(regrade_id),
        rows=queries.changed_answers(regrade_id, teacher_id(), page=page, size=ON_A_PAGE),
        list={"page": page, "pages": pages, "total": done.changed},
        found=queries.judgeable(done.question_id, teacher_id()),
        outdated=outdated_quizzes(done.question_id, teacher_id()),
    )


@regrades.get("/<int:regrade_id>/changes.csv")
def sheet(regrade_id: int) -> Response:
    """Send whose scores a regrade changed as a sheet."""
    queries.regrade_logged(regrade_id, teacher_id())
    rows = queries.changed_answers(regrade_id, teacher_id(), size=EVERY)
    response = make_response(csv_text(HEADER, (cells_of(row) for row in rows)))
    response.mimetype = "text/csv"
    response.headers["Content-Disposition"] = f'attachment; filename="regrade-{regrade_id}.csv"'
    return response


@regrades.get("/questions/<int:question_id>")
def of_question(question_id: int) -> str:
    """Show what was judged anew of a question."""
    found = queries.judgeable(question_id, teacher_id())
    log = queries.regrades_of_question(question_id, teacher_id(), page=asked_page())
    return render_template("teach/regrades/of_question.html", found=found, log=log)


@regrades.get("/banks/<int:bank_id>")
def of_bank(bank_id: int) -> str:
    """Show what was judged anew of a bank's questions."""
    bank = open_bank(bank_id, teacher_id())
    return render_template(
        "teach/regrades/of_bank.html",
        bank=bank,
        log=queries.regrades_of_bank(bank_id, teacher_id(), page=asked_page()),
    )


def asked_page() -> int:
    """Return the page that the address asks for."""
    return whole(request.args.get("page", "")) or 1


def cells_of(row: ChangedAnswer) -> list[Cell]:
    """Return one line of the sheet, in words; a name that this teacher may not know is left empty."""
    whose = row.whose
    who: list[Cell] = [whose.name, whose.class_name, "practice" if whose.is_practice else whose.title]
    scores: list[Cell] = [points(row.points_before), points(row.points_after), points(row.out_of)]
    return [*who, whose.given_text, *scores, STATE_WORDS[row.verdict_before], STATE_WORDS[row.verdict_after]]
