"""One entry of a written file, read strictly: every mistake is kept as a problem with its place and its fix."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

Path = tuple[str | int, ...]
Part = TypeVar("Part")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TIERS = ("ready", "needs-your-eye")
MOST = 1_000_000  # no count in a bank is larger, and every database holds it


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in written data: where it stands, which rule it breaks, and what to do."""

    path: Path
    rule: str
    message: str
    fix: str


@dataclass(slots=True)
class Entry:
    """One mapping being read; asking for a field marks it as known, and `close` reports the unknown ones."""

    data: Mapping[str, Any]
    path: Path
    problems: list[Problem]
    known: set[str] = field(default_factory=set)

    def report(self, name: str | None, rule: str, message: str, fix: str) -> None:
        """Keep a problem of one field, or of the whole mapping."""
        path = self.path if name is None or name not in self.data else (*self.path, name)
        self.problems.append(Problem(path, rule, message, fix))

    def has(self, name: str) -> bool:
        """Say whether a field was written at all."""
        self.known.add(name)
        return self.data.get(name) is not None

    def text(self, name: str, *, needed: bool = True, default: str = "") -> str:
        """Read a text; a whole number is taken as its digits."""
        value = self._value(name, needed=needed)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, str | int):
            self.report(name, "F04", f"'{name}' must be text, not {_sort_of(value)}", "Write it as text, in quotes.")
            return default
        text = " ".join(str(value).split())
        if needed and not text:
            self.report(name, "F03", f"'{name}' is empty", "Write its text.")
        return text

    def name(self, name: str) -> str:
        """Read a name in kebab-case, as ids and slots are written."""
        value = self.text(name)
        if value and not KEBAB.fullmatch(value):
            fix = "Write it in small letters, digits and single hyphens."
            self.report(name, "F06", f"'{value}' is not a name in kebab-case", fix)
        return value

    def tier(self) -> str:
        """Read the tier: ready unless it says otherwise."""
        return self.one_of("tier", TIERS, default="ready")

    def texts(self, name: str, *, needed: bool = False) -> tuple[str, ...]:
        """Read a list of texts."""
        values = self._items(name, needed=needed)
        found = []
        for index, value in enumerate(values):
            item = Entry({name: value}, (*self.path, name, index), self.problems)
            found.append(item._listed_text(name))
        return tuple(text for text in found if text)

    def text_or_texts(self, name: str) -> tuple[str, ...]:
        """Read one text, or a list of texts."""
        if isinstance(self.data.get(name), list):
            return self.texts(name)
        text = self.text(name, needed=False)
        return (text,) if text else ()

    def _listed_text(self, name: str) -> str:
        value = self.data[name]
        if isinstance(value, bool) or not isinstance(value, str | int):
            fix = "Write it as text, in quotes."
            self.problems.append(Problem(self.path, "F04", f"'{name}' holds {_sort_of(value)}, not text", fix))
            return ""
        return " ".join(str(value).split())

    def flag(self, name: str, *, default: bool | None = None) -> bool | None:
        """Read true or false."""
        value = self._value(name, needed=False)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.report(name, "F04", f"'{name}' must be true or false", "Write true or false, without quotes.")
            return default
        return value

    def whole(self, name: str, *, least: int = 0, most: int = MOST) -> int | None:
        """Read a whole number within its bounds."""
        value = self._value(name, needed=False)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            message = f"'{name}' must be a whole number from {least} to {most:,}"
            self.report(name, "F04", message, "Write the number in digits.")
            return None
        return value

    def one_of(self, name: str, words: Sequence[str], *, default: str) -> str:
        """Read one of a few words."""
        value = self.text(name, needed=False, default=default)
        if value not in words:
            self.report(name, "F04", f"'{name}' cannot be '{value}'", f"Write one of: {', '.join(words)}.")
            return default
        return value

    def words_of(self, name: str, words: Sequence[str]) -> tuple[str, ...]:
        """Read a list whose members are among a few words."""
        found = self.texts(name)
        for word in found:
            if word not in words:
                self.report(name, "F04", f"'{name}' cannot hold '{word}'", f"Use only: {', '.join(words)}.")
        return tuple(word for word in found if word in words)

    def section(self, name: str, *, needed: bool = False) -> Entry | None:
        """Read a mapping inside this one."""
        value = self._value(name, needed=needed)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.report(name, "F04", f"'{name}' must be a mapping, not {_sort_of(value)}", "Write it as name: value.")
            return None
        return Entry(value, (*self.path, name), self.problems)

    def each(self, name: str, read: Callable[[Entry], Part], *, needed: bool = False) -> tuple[Part, ...]:
        """Read a list of mappings with one reader, closing each."""
        parts = []
        for index, value in enumerate(self._items(name, needed=needed)):
            path = (*self.path, name, index)
            if not isinstance(value, Mapping):
                message = f"'{name}' must hold mappings, not {_sort_of(value)}"
                self.problems.append(Problem(path, "F04", message, "Write each entry as name: value."))
                continue
            entry = Entry(value, path, self.problems)
            parts.append(read(entry))
            entry.close()
        return tuple(parts)

    def take(self, name: str) -> Any:
        """Hand over a field as it was written, for a reader of its own."""
        self.known.add(name)
        return self.data.get(name)

    def close(self) -> None:
        """Report every field that nobody asked for."""
        for name in self.data:
            if name not in self.known:
                near = get_close_matches(str(name), sorted(self.known), 1)
                fix = f"Write '{near[0]}'." if near else f"Remove it; known here: {', '.join(sorted(self.known))}."
                self.report(name, "F05", f"there is no field '{name}' here", fix)

    def _value(self, name: str, *, needed: bool) -> Any:
        self.known.add(name)
        value = self.data.get(name)
        if value is None and needed:
            self.report(name, "F03", f"'{name}' is missing", f"Add '{name}:'.")
        return value

    def _items(self, name: str, *, needed: bool) -> Sequence[Any]:
        value = self._value(name, needed=needed)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.report(name, "F04", f"'{name}' must be a list, not {_sort_of(value)}", "Start each entry with '- '.")
            return ()
        return value


def _sort_of(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    sorts: tuple[tuple[type, str], ...] = ((Mapping, "a mapping"), (list, "a list"), (int, "a number"), (str, "text"))
    return next((word for sort, word in sorts if isinstance(value, sort)), "nothing")
