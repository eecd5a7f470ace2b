from __future__ import annotations

import pytest

from quizapp.accounts.codes import is_code
from quizapp.storage.database import db
from quizapp.teaching import operations, rules
from quizapp.teaching.errors import NoSuchClass, RefusedEntry
from quizapp.teaching.models import Class
from quizapp.teaching.queries import open_own_class
from quizapp.teaching.rules import JOIN_CODE_LENGTH, clean_zone, zones
from tests.small_bank import NOW
from tests.teaching.conftest import School, later


def room(school: School) -> Class:
    """The class as it is stored."""
    return school.reading(lambda: db.session.get_one(Class, school.room))


def test_a_class_is_made_without_a_way_in(school: School) -> None:
    made = school.doing(lambda: operations.make_class(school.tess, "  9b \n history ", "america/new york", now=NOW))
    kept = school.reading(lambda: open_own_class(made, school.tess))
    assert (kept.name, kept.time_zone, kept.join_code, kept.archived_at) == (
        "9b history",
        "America/New_York",
        None,
        None,
    )
    with pytest.raises(NoSuchClass):
        school.reading(lambda: open_own_class(made, school.theo))


@pytest.mark.parametrize(
    ("name", "zone", "field", "message"),
    [
        ("", "UTC", "name", rules.NO_NAME),
        (" \u200d ", "UTC", "name", rules.NO_NAME),
        ("x" * 81, "UTC", "name", rules.LONG_NAME),
        ("4b", "", "time_zone", rules.NO_ZONE),
        ("4b", "Mars/Olympus", "time_zone", rules.NO_ZONE),
        ("4b", "../../etc/passwd", "time_zone", rules.NO_ZONE),
    ],
)
def test_what_a_class_cannot_be(school: School, name: str, zone: str, field: str, message: str) -> None:
    with pytest.raises(RefusedEntry) as refusal:
        school.doing(lambda: operations.make_class(school.tess, name, zone, now=NOW))
    assert (refusal.value.field, str(refusal.value)) == (field, message)


def test_zones_are_named_as_people_know_them() -> None:
    assert zones()[0] == "UTC"
    assert {"Europe/Berlin", "Asia/Kathmandu", "America/Argentina/Buenos_Aires"} <= set(zones())
    assert not [name for name in zones() if name.startswith(("Etc/", "posix", "right"))]
    assert clean_zone(" europe/berlin ") == "Europe/Berlin"
    assert "Asia/Calcutta" not in zones()
    assert clean_zone("Asia/Calcutta") == "Asia/Kolkata", "as browsers still say it"
    assert clean_zone("Berlin") == "Europe/Berlin"
    assert clean_zone("new york") == "America/New_York"
    assert clean_zone("calcutta") == "Asia/Kolkata"
    assert clean_zone("utc") == "UTC"
    for several in ("Eastern", "Louisville", "", "/"):
        with pytest.raises(RefusedEntry):
            clean_zone(several)


def test_joining_is_opened_renewed_and_closed(school: School) -> None:
    first = school.doing(lambda: operations.open_joining(school.room, until=later(days=1)))
    assert is_code(first, JOIN_CODE_LENGTH)
    second = school.doing(lambda: operations.open_joining(school.room, until=later(days=7)))
    assert first != second
    assert (room(school).join_code, room(school).join_expires_at) == (second, later(days=7))
    school.doing(lambda: operations.close_joining(school.room))
    assert (room(school).join_code, room(school).join_expires_at) == (None, None)


def test_a_class_is_put_away_and_brought_back(school: School) -> None:
    school.doing(lambda: operations.open_joining(school.room, until=later(days=1)))
    school.doing(lambda: operations.archive_class(school.room, now=NOW))
    school.doing(lambda: operations.archive_class(school.room, now=later(days=1)))
    assert (room(school).archived_at, room(school).join_code) == (NOW, None)
    school.doing(lambda: operations.unarchive_class(school.room))
    assert room(school).archived_at is None


def test_a_class_changes_its_name_and_zone(school: School) -> None:
    school.doing(lambda: operations.change_class(school.room, "5b", "Asia/Tokyo"))
    assert (room(school).name, room(school).time_zone) == ("5b", "Asia/Tokyo")
