"""What learners say is wrong with a question they answered, and what was decided about it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer
from quizapp.documents.models import Document
from quizapp.regrading.models import Regrade
from quizapp.storage.base import Base, UTCDateTime


class Dispute(Base):
    """One learner's objection to how an answer was judged, with the words of a source that speak for it."""

    __tablename__ = "dispute"
    __table_args__ = (
        # An answer is disputed once; whoever withdrew may think better of it.
        Index(
            "uq_dispute_answer",
            "answer_id",
            unique=True,
            sqlite_where=text("state <> 'withdrawn'"),
            postgresql_where=text("state <> 'withdrawn'"),
        ),
        Index("ix_dispute_state_made", "state", "made_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey(Answer.id), index=True)
    words: Mapped[str]  # the learner's
    document_id: Mapped[int | None] = mapped_column(ForeignKey(Document.id))  # None: no passage was chosen
    start: Mapped[int | None]
    end: Mapped[int | None]
    exact: Mapped[str]
    state: Mapped[str]  # open, upheld, declined, withdrawn
    word: Mapped[str]  # the teacher's
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    decided_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    regrade_id: Mapped[int | None] = mapped_column(ForeignKey(Regrade.id), index=True)  # what came of it
    made_at: Mapped[datetime] = mapped_column(UTCDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UTCDateTime)  # when its learner saw the decision
