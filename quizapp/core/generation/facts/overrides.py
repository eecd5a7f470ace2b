"""Recorded reasons for passing a warning: for all forms of a slot, or for one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from quizapp.core.generation.entry import Entry
from quizapp.core.kinds import KINDS

RULE = re.compile(r"[WS][0-9]{2}|E04")  # E04: one option inside another, where that is fair


def read_overrides(entry: Entry) -> dict[str, Any]:
    """Read rule: reason, and kind: {rule: reason}."""
    section = entry.section("overrides")
    if section is None:
        return {}
    return {str(name): _read_override(section, str(name)) for name in section.data}


def _read_override(section: Entry, name: str) -> Any:
    if name in KINDS:
        inner = section.section(name, needed=True)
        return {str(rule): _read_reason(inner, str(rule)) for rule in inner.data} if inner else {}
    return _read_reason(section, name)


def _read_reason(section: Entry, rule: str) -> str:
    if not RULE.fullmatch(rule):
        section.report(rule, "F06", f"'{rule}' cannot be overridden", "Only a W or S rule can; mend the question.")
    return section.text(rule)


def overrides_for(overrides: Mapping[str, Any], kind: str) -> dict[str, str]:
    """The reasons that hold for one kind, its own before the general ones."""
    general = {name: value for name, value in overrides.items() if isinstance(value, str)}
    own = overrides.get(kind, {})
    return dict(sorted({**general, **own}.items()))
