"""Item analysis: how each question of a quiz did, computed in the database from the answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Text, case, cast, func, select

from quizapp.banks.models import Question, QuestionVersion
from quizapp.core.kinds import Content, content_from, key_text
from quizapp.core.statistics.advice import Advice, Use, advice
from quizapp.core.statistics.chance import chance
from quizapp.core.statistics.items import ItemFigures, item_figures
from quizapp.history.queries.counted import Which, counted, marks
from quizapp.history.queries.item_sums import VersionSums, summed
from quizapp.history.queries.uses import Given, uses_of
from quizapp.history.queries.within import EVER, Within
from quizapp.regrading.models import Regrade
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One version of a question as the counted attempts met it; figures are per version."""

    question_id: int
    version_id: int
    version_number: int
    kind: str
    stem: str
    key_text: str
    is_newest: bool
    right: int  # answers that won every point
    figures: ItemFigures
    chance: float
    uses: tuple[Use, ...]
    advice: tuple[Advice, ...]
    is_judged_anew: bool  # points of answers to it were changed; what the key was stays what it was


def item_table(
    quiz_id: int, *, which: Which = "first", assignment_id: int | None = None, within: Within = EVER
) -> tuple[ItemRow, ...]:
    """Return how each question of a quiz did, the ones to look at first, then the hardest."""
    all_marks = marks(counted(quiz_id, which=which, assignment_id=assignment_id, within=within))
    return tuple(sorted(item_rows(all_marks), key=_urgency))


def item_rows(all_marks: FromClause, *, by_third: bool = False) -> list[ItemRow]:
    """Return how each version did whose marks these are; by third where it matters who chose what."""
    sums = summed(all_marks)
    used = _used_by_third(all_marks) if by_third else {version: row.given for version, row in sums.items()}
    return [_row(version, sums[version.id], used.get(version.id, ())) for version in _versions(list(sums))]


def _urgency(row: ItemRow) -> tuple[bool, bool, float, int]:
    urgent = any(one.is_urgent for one in row.advice)
    return not urgent, not row.advice, row.figures.facility or 0.0, row.version_id


def _used_by_third(all_marks: FromClause) -> Mapping[int, Sequence[Given]]:
    """Every different response to each version, how often it was given, and how its givers did in the rest."""
    share = all_marks.c.r / func.nullif(all_marks.c.r_worth, 0)
    by_rest = func.ntile(3).over(partition_by=all_marks.c.version_id, order_by=share)
    is_full = case((all_marks.c.x >= all_marks.c.worth, 1), else_=0)
    known = share.label("rest"), by_rest.label("third"), is_full.label("is_full")
    third = select(all_marks.c.version_id, all_marks.c.response, *known).subquery()
    text = cast(third.c.response, Text)
    among = [func.sum(case((third.c.third == number, 1), else_=0)) for number in (3, 1)]
    among.append(func.sum(third.c.is_full))
    query = select(third.c.version_id, text, func.count(), func.avg(third.c.rest), *among)
    found: dict[int, list[Given]] = {}
    for version, response, count, rest, *sums in db.session.execute(query.group_by(third.c.version_id, text)):
        given = None if response is None else json.loads(response)
        row = Given(given, count, None if rest is None else float(rest), *(int(one) for one in sums))
        found.setdefault(version, []).append(row)
    return found


def _versions(version_ids: Sequence[int]) -> Sequence[Any]:
    query = (
        select(
            QuestionVersion.id,
            QuestionVersion.question_id,
            QuestionVersion.number,
            QuestionVersion.kind,
            QuestionVersion.stem,
            QuestionVersion.content,
            (QuestionVersion.number == Question.version_number).label("is_newest"),
            select(Regrade.id).where(Regrade.from_version_id == QuestionVersion.id).exists().label("is_judged_anew"),
        )
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(QuestionVersion.id.in_(version_ids))
    )
    return db.session.execute(query).all()


def _row(version: Any, found: VersionSums, used: Sequence[Given]) -> ItemRow:
    content: Content = content_from(version.kind, version.content)
    figures, guessed, uses = item_figures(found.sums), chance(content), uses_of(content, used)
    return ItemRow(
        question_id=version.question_id,
        version_id=version.id,
        version_number=version.number,
        kind=version.kind,
        stem=version.stem,
        key_text=key_text(content),
        is_newest=version.is_newest,
        right=found.right,
        figures=figures,
        chance=guessed,
        uses=uses,
        # What is found of a key that was corrected, with marks that were changed, is no news to anybody.
        advice=() if version.is_judged_anew else advice(figures, uses, chance=guessed),
        is_judged_anew=version.is_judged_anew,
    )
