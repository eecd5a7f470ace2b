"""The directory that holds an installation: its database, its backups and its secret key."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from quizapp.storage.errors import UnwritableData


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
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        handle.write(secrets.token_hex(32))
    return path.read_text(encoding="ascii").strip()
