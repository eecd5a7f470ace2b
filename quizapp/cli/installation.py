"""Opening an installation from the command line, and saying what is wrong in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
from flask import Flask
from sqlalchemy.exc import DatabaseError, OperationalError

from quizapp.app import create_app
from quizapp.config import BadSetting, Settings, read_settings
from quizapp.storage.data_directory import prepare_data_directory, secret_key
from quizapp.storage.database import db
from quizapp.storage.errors import StorageError
from quizapp.storage.upgrade import upgrade_database


@contextmanager
def one_clear_line() -> Iterator[None]:
    """Turn what can be wrong with an installation into one line and exit code 1."""
    try:
        yield
    except (StorageError, BadSetting) as error:
        raise click.ClickException(str(error)) from None
    except (OperationalError, DatabaseError) as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise click.ClickException(f"The database cannot be used: {reason}.") from None


def open_installation(data: Path | None) -> tuple[Flask, Settings]:
    """Return the application of an installation, its directory, key and database in place until the command ends."""
    settings = read_settings(data=data)
    prepare_data_directory(settings.data)
    settings = replace(settings, secret_key=settings.secret_key or secret_key(settings.data))
    app = create_app(settings)
    click.get_current_context().call_on_close(lambda: close_database(app))
    upgrade_database(app)
    return app, settings


def close_database(app: Flask) -> None:
    """Close every connection to the database."""
    with app.app_context():
        db.engine.dispose()
