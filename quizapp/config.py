"""Every setting of the product: read once here, described once here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

DATABASE_FILE = "quizapp.sqlite3"


def _setting(default: object, *, env: str, doc: str) -> Any:
    return field(default=default, metadata={"env": env, "doc": doc})


class BadSetting(ValueError):
    """A setting's value cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one installation."""

    data: Path = _setting(Path(), env="QUIZAPP_DATA", doc="Directory of the database, its backups and the secret key.")
    database_url: str = _setting(
        "", env="QUIZAPP_DATABASE_URL", doc="SQLAlchemy address of the database; empty: SQLite in the data directory."
    )
    secret_key: str = _setting(
        "", env="QUIZAPP_SECRET_KEY", doc="Key that signs cookies; empty: made once and kept in the data directory."
    )
    https: bool = _setting(
        False, env="QUIZAPP_HTTPS", doc="yes where learners reach the site by https: Secure cookies and HSTS."
    )
    proxies: int = _setting(
        0, env="QUIZAPP_PROXIES", doc="How many reverse proxies stand in front; their forwarded headers are trusted."
    )
    sign_up: bool = _setting(
        True, env="QUIZAPP_SIGN_UP", doc="yes where anybody may make a learner's account; no closes sign-up."
    )
    workers: int = _setting(0, env="QUIZAPP_WORKERS", doc="Server processes; 0: one for each core.")

    @property
    def database(self) -> str:
        """Return the address of the database in use."""
        return self.database_url or f"sqlite:///{self.data / DATABASE_FILE}"


def read_settings(environ: Mapping[str, str] = os.environ, **given: object) -> Settings:
    """Read the settings from the environment, with values given on the command line first."""
    values: dict[str, object] = {"data": user_data_path("quizapp")}
    for item in fields(Settings):
        raw = environ.get(item.metadata["env"])
        if raw is not None and raw != "":
            values[item.name] = _parse(raw, item.default, item.metadata["env"])
    values.update({name: value for name, value in given.items() if value is not None})
    values["data"] = Path(str(values["data"])).expanduser().absolute()
    return Settings(**values)  # type: ignore[arg-type]


def _parse(raw: str, default: object, name: str) -> object:
    if isinstance(default, bool):
        return _parse_yes_no(raw, name)
    if isinstance(default, int):
        if not (raw.isascii() and raw.isdigit()):
            raise BadSetting(f"{name} is “{raw}”: write a whole number such as 1.")
        return int(raw)
    return Path(raw) if isinstance(default, Path) else raw


def _parse_yes_no(raw: str, name: str) -> bool:
    word = raw.strip().lower()
    if word not in {"yes", "no", "true", "false", "1", "0", "on", "off"}:
        raise BadSetting(f"{name} is “{raw}”: write yes or no.")
    return word in {"yes", "true", "1", "on"}
