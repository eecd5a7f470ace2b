"""What a teacher may ask for: which versions of a question, by which policies, whose answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, or_, select

from quizapp.attempts.models import Answer, AttemptItem
from quizapp.banks.errors import NoSuchQuestion
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.banks.rules import HIDDEN, may_edit_bank, may_read_bank
from quizapp.core.kinds import Content, content_from, judges_alike, key_text
from quizapp.regrading.errors import NotPermitted
from quizapp.regrading.models import Regrade
from quizapp.regrading.plan import Order, joined
from quizapp.regrading.queries.since import is_since, last_judged
from quizapp.regrading.rules import ALL, GIVE_ALL, OWN, POLICIES, in_scope, is_admin, is_final
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class AnsweredVersion:
    """A version of a question, and the answers to it that this teacher may judge anew."""

    id: int
    number: int
    kind: str
    stem: str
    content: Content
    at: datetime
    answers: int
    since: int  # of them, how many have not been judged by the newest version yet

    @property
    def key_text(self) -> str:
        """The key as a person reads it."""
        return key_text(self.content)


@dataclass(frozen=True, slots=True)
class Judgeable:
    """A question with its versions, the newest first, as a teacher may judge their answers anew."""

    question_id: int
    bank_id: int
    bank_title: str
    may_edit: bool
    state: str
    scope: str
    policies: tuple[str, ...]
    versions: tuple[AnsweredVersion, ...]
    was_judged: bool  # some of its marks may not be those of the version answered

    @property
    def has_another_key(self) -> bool:
        """Whether there is a key to judge by: another version's, or the version's own to go back to."""
        return len(self.versions) > 1 or self.was_judged

    @property
    def newest(self) -> AnsweredVersion:
        """What the question says now."""
        return self.versions[0]

    @property
    def answered(self) -> tuple[AnsweredVersion, ...]:
        """The versions that have answers to judge."""
        return tuple(version for version in self.versions if version.answers)

    def numbered(self, number: int | None) -> AnsweredVersion | None:
        """Return the version of a number; None where there is none."""
        return next((version for version in self.versions if version.number == number), None)

    def outdated(self) -> tuple[AnsweredVersion, ...]:
        """The older versions that mark otherwise than the newest, and have answers it has not judged yet."""
        return tuple(
            version
            for version in self.versions[1:]
            if version.since and not judges_alike(version.content, self.newest.content)
        )


def judgeable(question_id: int, person_id: int) -> Judgeable:
    """Return what of a question a teacher may judge anew; NoSuchQuestion where she may not read its bank.

    All answers to a question of her own bank, and all for an admin; of any other, those in quizzes she answers for,
    and nobody loses by it.
    """
    row = db.session.execute(_opened(question_id, person_id)).one_or_none()
    if row is None:
        raise NoSuchQuestion
    scope = ALL if row.is_all else OWN
    return Judgeable(
        question_id=question_id,
        bank_id=row.bank_id,
        bank_title=row.title,
        may_edit=bool(row.may_edit),
        state=row.state,
        scope=scope,
        policies=POLICIES[scope],
        versions=_versions(question_id, scope, person_id),
        was_judged=bool(row.was_judged),
    )


def check_order(order: Order) -> None:
    """Raise NotPermitted unless this teacher may ask for this, and NoSuchQuestion where she may not know of it."""
    found = judgeable(order.question_id, order.by_id)
    versions = {version.id for version in found.versions}
    if order.scope != found.scope or order.policy not in found.policies or order.from_version_id not in versions:
        raise NotPermitted
    if order.to_version_id not in versions and not (order.to_version_id is None and order.policy == GIVE_ALL):
        raise NotPermitted


def _opened(question_id: int, person_id: int) -> Select[*tuple[Any, ...]]:
    admin = is_admin(person_id)
    return (
        select(
            Question.state,
            Bank.id.label("bank_id"),
            Bank.title,
            or_(Bank.owner_id == person_id, admin).label("is_all"),
            may_edit_bank(person_id).label("may_edit"),
            select(Regrade.id).where(Regrade.question_id == Question.id).exists().label("was_judged"),
        )
        .join(Bank, Bank.id == Question.bank_id)
        .where(Question.id == question_id, Question.state != HIDDEN, may_read_bank(person_id))
    )


def _versions(question_id: int, scope: str, person_id: int) -> tuple[AnsweredVersion, ...]:
    query = (
        select(QuestionVersion)
        .where(QuestionVersion.question_id == question_id)
        .order_by(QuestionVersion.number.desc())
    )
    rows = db.session.scalars(query).all()
    said = {row.id: content_from(row.kind, row.content) for row in rows}
    alike = [row.id for row in rows if judges_alike(said[row.id], said[rows[0].id])]
    counts = _counts(question_id, alike, scope, person_id)
    return tuple(
        AnsweredVersion(
            id=row.id,
            number=row.number,
            kind=row.kind,
            stem=row.stem,
            content=said[row.id],
            at=row.created_at,
            answers=counts.get(row.id, (0, 0))[0],
            since=counts.get(row.id, (0, 0))[1],
        )
        for row in rows
    )


def _counts(question_id: int, alike: Sequence[int], scope: str, person_id: int) -> dict[int, tuple[int, int]]:
    """By version: the final answers, and those of them that no regrade by the newest key has seen.

    `alike` are the versions that judge as the newest does.
    """
    last = last_judged([question_id], alike, None if scope == ALL else person_id)
    own = select(QuestionVersion.id).where(QuestionVersion.question_id == question_id)
    since = func.count().filter(is_since(last))
    query = (
        joined(select(AttemptItem.version_id, func.count(), since))
        .join(Answer, Answer.item_id == AttemptItem.id)
        .outerjoin(last, last.c.version_id == AttemptItem.version_id)
        .where(AttemptItem.version_id.in_(own), is_final(), in_scope(scope, person_id))
        .group_by(AttemptItem.version_id)
    )
    return {version: (count, new) for version, count, new in db.session.execute(query)}
