"""What a learner remembers of a question."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.banks.models import Question
from quizapp.storage.base import Base, UTCDateTime


class Memory(Base):
    """The spaced-practice state of one question for one learner."""

    __tablename__ = "memory"
    __table_args__ = (Index("ix_memory_learner_due", "learner_id", "due"),)

    learner_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey(Question.id), primary_key=True)
    state: Mapped[dict[str, Any]] = mapped_column(JSON)  # the scheduler's own card
    due: Mapped[datetime] = mapped_column(UTCDateTime)
    misjudged: Mapped[bool] = mapped_column(default=False)  # the last answer was not right, though its learner was sure
