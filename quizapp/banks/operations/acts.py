"""What a teacher decides about questions, one or thousands at once; each act can be undone.

Every act changes only what it can, skips the rest in words, and returns both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from quizapp.banks.operations.act import Acted, By, Skipped, keep_act, locked, set_state
from quizapp.banks.queries.linting import Judgement, stands_against
from quizapp.banks.rules import ACCEPTED, DRAFT, RETIRED

STATE_WORDS = {DRAFT: "is a draft", ACCEPTED: "is accepted", RETIRED: "is retired"}
EDITED = "it was edited meanwhile: look at it again"


def accept(
    bank_id: int,
    judgement: Judgement,
    *,
    person_id: int,
    now: datetime,
    known_as: Collection[str] = (DRAFT, RETIRED),
) -> Acted:
    """Accept the questions that `banks.queries.judge` let pass; what was edited since it was judged is skipped.

    `known_as` holds the states that whoever acts believes them to be in; a question in another one is skipped.
    """
    rows = locked(bank_id, judgement.passed)
    fresh = [row for row in rows if row.version_number == judgement.passed[row.id]]
    skipped = [Skipped(row.id, EDITED) for row in rows if row.version_number != judgement.passed[row.id]]
    skipped += [Skipped(question, stands_against(found)[0].message) for question, found in judgement.found.items()]
    return _to_state(By(bank_id, person_id, now), "accept", fresh, (known_as, ACCEPTED), skipped)


def reject(
    bank_id: int, question_ids: Iterable[int], *, person_id: int, now: datetime, known_as: Collection[str] = (DRAFT,)
) -> Acted:
    """Put drafts aside: they are retired without ever having been asked."""
    rows = locked(bank_id, question_ids)
    return _to_state(By(bank_id, person_id, now), "reject", rows, (known_as, RETIRED))


def retire(bank_id: int, question_ids: Iterable[int], *, person_id: int, now: datetime) -> Acted:
    """Ask questions no longer; what was answered stays, and so do editions that hold them."""
    rows = locked(bank_id, question_ids)
    return _to_state(By(bank_id, person_id, now), "retire", rows, ((DRAFT, ACCEPTED), RETIRED))


def reopen(bank_id: int, question_ids: Iterable[int], *, person_id: int, now: datetime) -> Acted:
    """Make retired or accepted questions drafts again, to be reviewed anew."""
    rows = locked(bank_id, question_ids)
    return _to_state(By(bank_id, person_id, now), "reopen", rows, ((RETIRED, ACCEPTED), DRAFT))


def _to_state(
    by: By, act: str, rows: Sequence[Any], way: tuple[Collection[str], str], skipped: Sequence[Skipped] = ()
) -> Acted:
    known_as, state = way
    going = [row for row in rows if row.state in known_as and row.state != state]
    set_state([row.id for row in going], state)
    before = [{"question_id": row.id, "was": row.state, "became": state} for row in going]
    gone = {row.id for row in going}
    left = [Skipped(row.id, f"it {STATE_WORDS[row.state]} already") for row in rows if row.id not in gone]
    return keep_act(by, act, before, [*left, *skipped])
