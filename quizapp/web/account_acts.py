"""Acts on accounts in the server's log: what was done, by whom, to whom, when; never a secret, a name or an address."""

from __future__ import annotations

import logging

from flask import current_app

from quizapp.web.clock import now


def note_account_act(act: str, *, by: int, of: int | None = None) -> None:
    """Write one line, with the moment in UTC and people by their ids."""
    log = current_app.logger.getChild("accounts")
    log.setLevel(logging.INFO)  # the server's log keeps warnings only, and these lines must stand in it
    whom = "" if of is None else f" person {of}"
    log.info("%s account act: %s%s, by person %d", f"{now():%Y-%m-%dT%H:%M:%SZ}", act, whom, by)
