"""What is kept about a person."""

from .belongings import Belongings, belongings
from .record import (
    AnswerKept,
    ArrangementKept,
    AttemptKept,
    ClassKept,
    MemoryKept,
    NoticeKept,
    Profile,
    QuoteKept,
    Record,
    ThingKept,
    record_of,
)

__all__ = [
    "AnswerKept",
    "ArrangementKept",
    "AttemptKept",
    "Belongings",
    "ClassKept",
    "MemoryKept",
    "NoticeKept",
    "Profile",
    "QuoteKept",
    "Record",
    "ThingKept",
    "belongings",
    "record_of",
]
