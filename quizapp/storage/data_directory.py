"""The directory that holds an installation: its database, its backups and its secret key."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from quizapp.storage.errors import UnwritableData
from quizapp.storage.writer_lock import writer_lock


def prepare_data_directory(directory: Path) -> None:
    """Create the data directory, readable by its owner only; raise UnwritableData where that is impossible."""
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = directory / f".probe-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UnwritableData(
            f"The data directory {directory} cannot be written ({error.strerror}). "
            "Choose another with --data DIR or QUIZAPP_DATA."
        ) from None


def secret_key(directory: Path) -> str:
    """Return the installation's secret key, made once and readable by its owner only."""
    path = directory / "secret-key"
    try:
        with writer_lock(path):
            return _read_key(path) or _write_key(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        raise UnwritableData(f"The secret key {path} cannot be read ({reason}). Remove it or mend it.") from None


def _read_key(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _write_key(path: Path) -> str:
    """Write the key beside its place and move it there, so that nobody ever reads half of it."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as handle:
        handle.write(secrets.token_hex(32))
    fresh.replace(path)
    return _read_key(path)
