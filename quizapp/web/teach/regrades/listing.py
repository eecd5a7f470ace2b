"""The log of what was judged anew: one regrade, those of a question, those of a bank."""

from __future__ import annotations

from flask import Response, render_template, request

from quizapp.banks.queries import open_bank
from quizapp.interchange.regrade_sheet import regrade_as_sheet
from quizapp.quizzes.queries.outdated import outdated_quizzes
from quizapp.regrading import queries
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.sheets import send_csv
from quizapp.web.teach.regrades.blueprint import regrades

ON_A_PAGE = 100
EVERY = 1_000_000


@regrades.get("/<int:regrade_id>")
def show(regrade_id: int) -> str:
    """Show one regrade: who did it, why, and whose scores it changed."""
    done = queries.regrade_logged(regrade_id, teacher_id())
    total = queries.changed_count(regrade_id, teacher_id())
    pages = max(1, -(-total // ON_A_PAGE))
    page = min(max(1, asked_page()), pages)
    return render_template(
        "teach/regrades/show.html",
        done=done,
        alike=queries.alike_answers(regrade_id, teacher_id()),
        rows=queries.changed_answers(regrade_id, teacher_id(), page=page, size=ON_A_PAGE),
        list={"page": page, "pages": pages, "total": total},
        found=queries.judgeable(done.question_id, teacher_id()),
        outdated=outdated_quizzes(done.question_id, teacher_id()),
    )


@regrades.get("/<int:regrade_id>/changes.csv")
def sheet(regrade_id: int) -> Response:
    """Send whose scores a regrade changed as a sheet."""
    queries.regrade_logged(regrade_id, teacher_id())
    rows = queries.changed_answers(regrade_id, teacher_id(), size=EVERY)
    return send_csv(regrade_as_sheet(rows), f"regrade-{regrade_id}")


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
