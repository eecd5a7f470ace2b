"""What classes may be called, in which zones they live, and which times follow which."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import available_timezones

from quizapp.teaching.errors import RefusedEntry

NAME_LENGTH = 80
JOIN_CODE_LENGTH = 8  # 38 bits, tried only through a counted form
FEEDBACKS = ("", "after_each", "at_end", "after_due", "on_release")  # empty: as the quiz says
TIME_PERCENTS = (100, 125, 150, 200, 0)  # 0: no time limit

# Names by which browsers still call a zone that was renamed.
RENAMED = {
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Dacca": "Asia/Dhaka",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Atlantic/Faeroe": "Atlantic/Faroe",
    "Europe/Kiev": "Europe/Kyiv",
    "Pacific/Enderbury": "Pacific/Kanton",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
}

NO_NAME = "Write a name for the class, such as “History 9b”."
LONG_NAME = f"That name is too long: {NAME_LENGTH} characters at most."
NO_ZONE = "Choose a time zone from the list, such as Europe/Berlin."
DUE_FIRST = "This must be later than when it opens."
CLOSES_FIRST = "This must be later than when it opens, and not before it is due."
NO_DUE = "To show results after the due date, say when it is due."
UNKNOWN_FEEDBACK = "Choose from what is offered."
UNKNOWN_PERCENT = "Choose from what is offered."


@dataclass(frozen=True, slots=True)
class Times:
    """When something that is set opens, is due and closes."""

    opens_at: datetime
    due_at: datetime | None = None
    closes_at: datetime | None = None


def clean_class_name(text: str) -> str:
    """Return a class's name as it is kept; RefusedEntry where it cannot be one."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not any(unicodedata.category(character)[0] in "LNPS" for character in name):
        raise RefusedEntry("name", NO_NAME)
    if len(name) > NAME_LENGTH or any(unicodedata.category(character) in {"Cc", "Cs"} for character in name):
        raise RefusedEntry("name", LONG_NAME if len(name) > NAME_LENGTH else NO_NAME)
    return name


@cache
def zones() -> tuple[str, ...]:
    """Return the names of every time zone that a class can live in, UTC first."""
    known = available_timezones()
    old = {name for name, new in RENAMED.items() if new in known}
    named = (name for name in known - old if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    return ("UTC", *sorted(named))


def clean_zone(text: str) -> str:
    """Return the zone somebody typed, by its name or its city alone; RefusedEntry where there is not one."""
    wanted = text.strip().replace(" ", "_").casefold()
    names = {name.casefold(): name for name in zones()}
    names |= {old.casefold(): new for old, new in RENAMED.items() if new in zones()}
    if wanted in names:
        return names[wanted]
    found = {zone for name, zone in names.items() if name.rpartition("/")[2] == wanted}
    if len(found) != 1:
        raise RefusedEntry("time_zone", NO_ZONE)
    return found.pop()


def check_times(times: Times, feedback: str) -> None:
    """Raise RefusedEntry unless opening, due and closing follow one another, and results have a date to wait for."""
    if feedback not in FEEDBACKS:
        raise RefusedEntry("feedback", UNKNOWN_FEEDBACK)
    if times.due_at is not None and times.due_at <= times.opens_at:
        raise RefusedEntry("due_at", DUE_FIRST)
    if times.closes_at is not None and times.closes_at < max(times.opens_at, times.due_at or times.opens_at):
        raise RefusedEntry("closes_at", CLOSES_FIRST)
    if times.closes_at is not None and times.closes_at == times.opens_at:
        raise RefusedEntry("closes_at", CLOSES_FIRST)
    if feedback == "after_due" and times.due_at is None:
        raise RefusedEntry("due_at", NO_DUE)
