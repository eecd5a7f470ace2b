"""What teachers said of the questions that figures speak against; every figure itself is recomputed from answers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.banks.models import QuestionVersion
from quizapp.storage.base import Base, UTCDateTime


class FlagSeen(Base):
    """A teacher looked at a version of a question that its figures spoke against, and lets it stand."""

    __tablename__ = "flag_seen"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey(QuestionVersion.id), primary_key=True, index=True)
    was_hint: Mapped[bool]  # too few had answered to be sure: what is sure is said again
    at: Mapped[datetime] = mapped_column(UTCDateTime)
