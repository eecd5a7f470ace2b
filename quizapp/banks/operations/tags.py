"""The words a teacher files questions under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select

from quizapp.banks.errors import RefusedTag
from quizapp.banks.models import QuestionTag
from quizapp.banks.operations.act import Acted, By, Skipped, keep_act, locked
from quizapp.banks.queries.drafts import in_batches
from quizapp.banks.rules import clean_tag
from quizapp.storage.database import db


def tag(bank_id: int, question_ids: Iterable[int], text: str, *, person_id: int, now: datetime) -> Acted:
    """File questions under a word; RefusedTag says what is amiss with the word."""
    word = wanted_tag(text)
    ids = [row.id for row in locked(bank_id, question_ids)]
    has = _tagged(ids, word)
    before = [{"question_id": question, "tag": word} for question in ids if question not in has]
    add_tag([question for question in ids if question not in has], word)
    skipped = [Skipped(question, f"it has the tag “{word}” already") for question in ids if question in has]
    return keep_act(By(bank_id, person_id, now), "tag", before, skipped)


def untag(bank_id: int, question_ids: Iterable[int], text: str, *, person_id: int, now: datetime) -> Acted:
    """Take a word off questions; RefusedTag says what is amiss with the word."""
    word = wanted_tag(text)
    ids = [row.id for row in locked(bank_id, question_ids)]
    has = _tagged(ids, word)
    before = [{"question_id": question, "tag": word} for question in ids if question in has]
    remove_tag(sorted(has), word)
    skipped = [Skipped(question, f"it does not have the tag “{word}”") for question in ids if question not in has]
    return keep_act(By(bank_id, person_id, now), "untag", before, skipped)


def set_tags(question_id: int, texts: Iterable[str]) -> None:
    """File a question under exactly these words; RefusedTag says what is amiss with one of them."""
    wanted = {wanted_tag(text) for text in texts}
    has = set(db.session.scalars(select(QuestionTag.tag).where(QuestionTag.question_id == question_id)))
    for word in sorted(has - wanted):
        remove_tag([question_id], word)
    for word in sorted(wanted - has):
        add_tag([question_id], word)


def wanted_tag(text: str) -> str:
    """Return a word as it is filed; RefusedTag where there is none."""
    word = clean_tag(text)
    if not word:
        raise RefusedTag("Type a word to file the questions under, of at most 40 characters.")
    return word


def add_tag(question_ids: Sequence[int], word: str) -> None:
    """File questions that do not have it under a word."""
    if question_ids:
        rows = [{"question_id": question, "tag": word} for question in question_ids]
        db.session.execute(insert(QuestionTag), rows)


def remove_tag(question_ids: Sequence[int], word: str) -> None:
    """Take a word off questions that have it."""
    for some in in_batches(question_ids):
        db.session.execute(delete(QuestionTag).where(QuestionTag.question_id.in_(some), QuestionTag.tag == word))


def _tagged(question_ids: Sequence[int], word: str) -> set[int]:
    found: set[int] = set()
    for some in in_batches(question_ids):
        query = select(QuestionTag.question_id).where(QuestionTag.question_id.in_(some), QuestionTag.tag == word)
        found |= set(db.session.scalars(query))
    return found
