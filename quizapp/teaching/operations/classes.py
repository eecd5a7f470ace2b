"""Classes: made, named, put away, and opened to whoever has the code."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, select

from quizapp.accounts.codes import new_code
from quizapp.storage.database import db
from quizapp.teaching.models import Class
from quizapp.teaching.rules import JOIN_CODE_LENGTH, clean_class_name, clean_zone


def make_class(owner_id: int, name: str, time_zone: str, *, now: datetime) -> int:
    """Make a class that nobody can join yet, and return its id; RefusedEntry where name or zone cannot be."""
    room = Class(owner_id=owner_id, name=clean_class_name(name), time_zone=clean_zone(time_zone), created_at=now)
    db.session.add(room)
    db.session.flush()
    return room.id


def change_class(class_id: int, name: str, time_zone: str) -> None:
    """Give a class another name or zone; what is set to it stays at the same moments, shown in the new zone."""
    room = db.session.get_one(Class, class_id)
    room.name = clean_class_name(name)
    room.time_zone = clean_zone(time_zone)
    db.session.flush()


def archive_class(class_id: int, *, now: datetime) -> None:
    """Put a class away: its learners see nothing of it, nobody joins, and nothing is lost."""
    room = db.session.get_one(Class, class_id)
    room.archived_at = room.archived_at or now
    room.join_code = room.join_expires_at = None
    db.session.flush()


def unarchive_class(class_id: int) -> None:
    """Bring a class back as it was; joining stays closed until it is opened again."""
    db.session.get_one(Class, class_id).archived_at = None
    db.session.flush()


def open_joining(class_id: int, *, until: datetime) -> str:
    """Give a class a new code that lets people join until a moment; the code before is over."""
    code = new_code(JOIN_CODE_LENGTH)
    while db.session.scalar(select(exists().where(Class.join_code == code))):
        code = new_code(JOIN_CODE_LENGTH)
    room = db.session.get_one(Class, class_id)
    room.join_code, room.join_expires_at = code, until
    db.session.flush()
    return code


def close_joining(class_id: int) -> None:
    """Let nobody join any more; who has joined stays."""
    room = db.session.get_one(Class, class_id)
    room.join_code = room.join_expires_at = None
    db.session.flush()
