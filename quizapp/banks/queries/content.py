"""What a bank's questions say, and where it is proved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from quizapp.banks.models import Bank, Citation, QuestionVersion
from quizapp.core.kinds import Content, content_from
from quizapp.documents.queries import Place
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class CitedPlaces:
    """Where a question version is proved: its key, each quote its content names, and the witnesses."""

    key: tuple[Place, ...]
    parts: tuple[Place, ...]
    witnesses: tuple[Place, ...]


CITED = (
    select(Citation.document_id, Citation.start, Citation.end, Citation.role, Citation.value, Citation.note)
    .where(Citation.version_id == bindparam("version"))
    .order_by(Citation.position)
)


def folder_hash_of(slug: str) -> str | None:
    """Return the hash of the folder a bank was loaded from; None where the bank is not known."""
    return db.session.scalar(select(Bank.folder_hash).where(Bank.slug == slug))


def contents(version_ids: Iterable[int]) -> dict[int, Content]:
    """Return the content of each question version, by its id."""
    query = select(QuestionVersion.id, QuestionVersion.kind, QuestionVersion.content).where(
        QuestionVersion.id.in_(list(version_ids))
    )
    return {version: content_from(kind, data) for version, kind, data in db.session.execute(query)}


def cited_places(version_id: int) -> CitedPlaces:
    """Return every place that a question version cites, in order."""
    places = [
        Place(document, start, end, role, value, note)  # type: ignore[arg-type]  # the roles stored are Place's
        for document, start, end, role, value, note in db.session.execute(CITED, {"version": version_id})
    ]
    return CitedPlaces(
        key=tuple(place for place in places if place.role == "key"),
        parts=tuple(place for place in places if place.role == "part"),
        witnesses=tuple(place for place in places if place.role in {"agrees", "disputes"}),
    )
