"""What teachers do with classes and what they set to them; none of it commits."""

from .accommodations import arrange, take_back_arrangement
from .assignments import assign, change_assignment, release_results, set_again, withdraw
from .classes import archive_class, change_class, close_joining, make_class, open_joining, unarchive_class
from .enrolments import enrol, enrol_people, join, put_back, remove
from .listed import add_listed
from .take_over import take_over_classes

__all__ = [
    "add_listed",
    "archive_class",
    "arrange",
    "assign",
    "change_assignment",
    "change_class",
    "close_joining",
    "enrol",
    "enrol_people",
    "join",
    "make_class",
    "open_joining",
    "put_back",
    "release_results",
    "remove",
    "set_again",
    "take_back_arrangement",
    "take_over_classes",
    "unarchive_class",
    "withdraw",
]
