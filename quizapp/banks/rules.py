"""Which questions may be asked, and who may read and edit a bank."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, or_

from quizapp.banks.models import Bank, BankShare, Question, QuestionVersion

DRAFT, ACCEPTED, RETIRED = "draft", "accepted", "retired"
HIDDEN = "hidden"  # a job that is still running has drafted it; nobody sees it yet


def may_be_asked() -> ColumnElement[bool]:
    """The condition under which practice asks a question."""
    return Question.state == ACCEPTED


def is_newest() -> ColumnElement[bool]:
    """The condition that joins a question to what it says now."""
    return and_(QuestionVersion.question_id == Question.id, QuestionVersion.number == Question.version_number)


def may_read_bank(person_id: int) -> ColumnElement[bool]:
    """The condition under which a teacher sees a bank: hers, shared with her, or the installation's."""
    return or_(Bank.owner_id.is_(None), Bank.owner_id == person_id, _is_shared(person_id))


def may_edit_bank(person_id: int) -> ColumnElement[bool]:
    """The condition under which a teacher may change a bank: hers, or shared with her to edit."""
    shared = _is_shared(person_id, BankShare.may_edit.is_(True))
    return or_(Bank.owner_id == person_id, and_(Bank.owner_id.is_not(None), shared))


def _is_shared(person_id: int, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(BankShare.bank_id == Bank.id, BankShare.person_id == person_id, *more)


LONGEST_TAG = 40


def clean_tag(text: str) -> str:
    """Return a word to file questions under as it is kept: small letters, single spaces; empty where it cannot be."""
    word = " ".join(text.casefold().split())
    return word if len(word) <= LONGEST_TAG and word.isprintable() else ""
