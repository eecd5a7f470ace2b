"""A bank's page, whichever route shows it."""

from __future__ import annotations

from collections.abc import Collection

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from quizapp.banks.queries import OpenBank, open_bank
from quizapp.banks.queries.banks import BankCounts, counts_of, documents_of_bank, editable_banks, shares_of
from quizapp.banks.queries.choices import choices_of
from quizapp.banks.queries.last_act import last_act
from quizapp.banks.queries.search import find_questions
from quizapp.history.queries.difficulty import questions_by_level
from quizapp.quizzes.queries.own import own_quizzes
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.banks.forms import filter_args, read_filter
from quizapp.web.teach.banks.said import what_was_said
from quizapp.web.teach.banks.words import ACT_WORDS, KIND_NAMES, LEVEL_NAMES, STATE_NAMES, TIER_NAMES, named_choices


def bank_page(
    bank_id: int, *, message: str = "", at: str = "", ticked: Collection[int] = (), status: int = 200
) -> Response:
    """Show a bank with the questions asked for; `message` stands at the acts, with what was ticked and typed."""
    bank = open_bank(bank_id, teacher_id())
    levels = questions_by_level(bank_id)
    wanted = read_filter(request.args, levels)
    page = render_template(
        "teach/banks/show.html",
        bank=bank,
        counts=counts_of([bank_id]).get(bank_id, BankCounts()),
        documents=documents_of_bank(bank_id),
        quizzes=own_quizzes(teacher_id(), bank_id=bank_id),
        shares=shares_of(bank_id) if bank.is_own else (),
        found=find_questions(bank_id, wanted, page=whole(request.args.get("page", "")) or 1),
        wanted=wanted,
        choices=choices_of(bank_id, wanted),
        args=filter_args(wanted),
        state_names=STATE_NAMES,
        tier_names=TIER_NAMES,
        kind_names=KIND_NAMES,
        pairs=named_choices,
        act_words=ACT_WORDS,
        undo=last_act(bank_id, teacher_id()) if bank.may_edit else None,
        targets=other_banks(bank),
        said=what_was_said(),
        levels=[(level, LEVEL_NAMES[level], len(ids)) for level, ids in levels.items()] if any(levels.values()) else [],
        message=message,
        at=at,
        ticked=ticked,
    )
    return make_response(page, status)


def other_banks(bank: OpenBank) -> tuple[tuple[int, str], ...]:
    """Return the banks that questions of this one can be moved to."""
    if not bank.may_edit:
        return ()
    return tuple((other, title) for other, title in editable_banks(teacher_id()) if other != bank.id)
