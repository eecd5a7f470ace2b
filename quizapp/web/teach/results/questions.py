"""One question across its versions: how each did, what changed between them, and what to do."""

from __future__ import annotations

from flask import render_template, request

from quizapp.attempts.queries.explanation import Cards
from quizapp.banks.errors import NoSuchQuestion
from quizapp.banks.queries import OpenBank, bank_of_question, cited_places
from quizapp.banks.queries.history import History, history
from quizapp.disputes.queries import disputes_to_decide
from quizapp.history.queries.question_results import AskedIn, asked_in, sure_of, versions_answered
from quizapp.regrading.queries import regrades_of_question
from quizapp.teaching.queries.classes import latest_zone
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.results.asked import days_asked
from quizapp.web.teach.results.blueprint import results

MOST_LISTED = 5


@results.get("/questions/<int:question_id>")
def question(question_id: int) -> str:
    """Show a question with the figures of each version, over the attempts that the teacher answers for."""
    uses = asked_in(question_id, teacher_id())
    bank = readable_bank(question_id, uses)
    days = days_asked(latest_zone(teacher_id()))
    versions = readable_versions(question_id, bank, uses)
    newest = versions.versions[0]
    return render_template(
        "teach/results/question.html",
        bank=bank,
        question_id=question_id,
        history=versions,
        answered={} if days.is_refused else versions_answered(question_id, teacher_id(), within=days.within),
        sure={} if days.is_refused else sure_of(question_id, teacher_id(), within=days.within),
        cards=Cards.of(cited_places(newest.id)),
        uses=uses,
        disputes=disputes_to_decide(teacher_id(), question_id=question_id, size=MOST_LISTED),
        regrades=regrades_of_question(question_id, teacher_id()).rows[:MOST_LISTED],
        days=days,
    )


def readable_versions(question_id: int, bank: OpenBank | None, uses: tuple[AskedIn, ...]) -> History:
    """Return the versions an address asks for; of a bank that is not hers to read none newer than her quizzes ask."""
    number = whole(request.args.get("version", ""))
    if bank is None:
        newest = max(use.version_number for use in uses)
        number = min(number or newest, newest)
    return history(question_id, from_number=number)


def readable_bank(question_id: int, uses: tuple[AskedIn, ...]) -> OpenBank | None:
    """Return the bank of a question; None where it is not hers to read any more, though her quizzes ask it."""
    try:
        return bank_of_question(question_id, teacher_id())
    except NoSuchQuestion:
        if not uses:
            raise
        return None
