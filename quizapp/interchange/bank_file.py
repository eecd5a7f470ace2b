"""The file bank.yaml: what a bank is, its documents with their attribution, and its quizzes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from quizapp.core.generation.entry import Entry, Problem
from quizapp.core.generation.facts.overrides import read_overrides
from quizapp.core.kinds import KINDS

FEEDBACK = ("after_each", "at_end")


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A source document: its key in this bank, its file, and whose word it is."""

    key: str
    file: str
    title: str
    short: str
    author: str = ""
    publisher: str = ""
    published: str = ""
    address: str = ""
    source: str = ""
    note: str = ""

    def data(self) -> dict[str, Any]:
        """The document as it is written in bank.yaml."""
        return _filled({part.name: getattr(self, part.name) for part in fields(self)})


@dataclass(frozen=True, slots=True)
class Selection:
    """Which questions a quiz draws from: named ones, or all that fit."""

    questions: tuple[str, ...] = ()
    everything: bool = False
    facts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def named_only(self) -> bool:
        """Whether the questions are named one by one."""
        return not (self.everything or self.facts or self.kinds)

    def data(self) -> dict[str, Any]:
        """The selection as it is written in bank.yaml."""
        if self.named_only:
            return {"questions": list(self.questions)}
        row = {"all": self.everything, "facts": list(self.facts), "kinds": list(self.kinds)}
        return {"select": _filled({**row, "questions": list(self.questions)})}


@dataclass(frozen=True, slots=True)
class QuizEntry:
    """A quiz cut from the bank, with its settings."""

    slug: str
    title: str
    description: str
    feedback: str
    open_document: bool
    selection: Selection
    pick: int | None = None
    shuffle: bool = True
    time_limit_minutes: int | None = None
    attempts: int | None = None
    pass_mark: int | None = None
    overrides: Mapping[str, str] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """The quiz as it is written in bank.yaml."""
        row = {name: getattr(self, name) for name in ("slug", "title", "description", "feedback", "open_document")}
        row |= {} if self.shuffle else {"shuffle": False}
        settings = {name: getattr(self, name) for name in ("pick", "time_limit_minutes", "attempts", "pass_mark")}
        settings = {name: value for name, value in settings.items() if value is not None}
        return {**row, **settings, **self.selection.data(), **_filled({"overrides": dict(self.overrides)})}


@dataclass(frozen=True, slots=True)
class BankEntry:
    """What bank.yaml says."""

    title: str
    slug: str
    level: str
    language: str
    description: str
    documents: tuple[DocumentEntry, ...]
    quizzes: tuple[QuizEntry, ...]
    overrides: Mapping[str, str] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """The bank as it is written in bank.yaml."""
        row: dict[str, Any] = {name: getattr(self, name) for name in ("title", "slug", "level", "language")}
        row |= {"description": self.description, "documents": [document.data() for document in self.documents]}
        row |= {"quizzes": [quiz.data() for quiz in self.quizzes], "overrides": dict(self.overrides)}
        return _filled(row)


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value}


def read_bank_entry(entry: Entry, folder: str) -> BankEntry:
    """Read bank.yaml; the slug must be the folder's name."""
    found = BankEntry(
        title=entry.text("title"),
        slug=entry.name("slug"),
        level=entry.text("level", needed=False),
        language=entry.text("language", needed=False, default="en"),
        description=entry.text("description", needed=False),
        documents=entry.each("documents", _read_document, needed=True),
        quizzes=entry.each("quizzes", _read_quiz),
        overrides=read_overrides(entry),
    )
    entry.close()
    if found.slug and found.slug != folder:
        entry.report("slug", "F06", f"the slug '{found.slug}' is not the folder's name", f"Write '{folder}'.")
    _report_repeated(entry, "documents", "key", [document.key for document in found.documents])
    _report_repeated(entry, "documents", "file", [document.file for document in found.documents])
    _report_repeated(entry, "quizzes", "slug", [quiz.slug for quiz in found.quizzes])
    return found


def _read_document(entry: Entry) -> DocumentEntry:
    title = entry.text("title")
    found = DocumentEntry(
        key=entry.name("key"),
        file=entry.text("file"),
        title=title,
        short=entry.text("short", needed=False, default=title),
        **{name: entry.text(name, needed=False) for name in ("author", "publisher", "published", "address")},
        source=entry.text("source", needed=False),
        note=entry.text("note", needed=False),
    )
    if "\\" in found.file:
        entry.report("file", "F06", f"'{found.file}' is no path on every machine", "Write it with '/'.")
    return found


def _read_quiz(entry: Entry) -> QuizEntry:
    return QuizEntry(
        slug=entry.name("slug"),
        title=entry.text("title"),
        description=entry.text("description", needed=False),
        feedback=entry.one_of("feedback", FEEDBACK, default="after_each"),
        open_document=bool(entry.flag("open_document", default=False)),
        selection=_read_selection(entry),
        pick=entry.whole("pick", least=1),
        shuffle=bool(entry.flag("shuffle", default=True)),
        time_limit_minutes=entry.whole("time_limit_minutes", least=1),
        attempts=entry.whole("attempts", least=1),
        pass_mark=entry.whole("pass_mark", most=100),
        overrides=read_overrides(entry),
    )


def _read_selection(entry: Entry) -> Selection:
    questions, select = entry.texts("questions"), entry.section("select")
    if bool(questions) == (select is not None):
        fix = "Write either 'questions: [ids]' or 'select:'."
        entry.report(None, "F03", "a quiz names its questions or selects them", fix)
    if select is None:
        return Selection(questions)
    found = Selection(
        questions=select.texts("questions"),
        everything=bool(select.flag("all", default=False)),
        facts=select.texts("facts"),
        kinds=select.words_of("kinds", tuple(KINDS)),
    )
    select.close()
    if not (found.everything or found.facts or found.kinds or found.questions):
        select.report(None, "F03", "nothing is selected", "Write all: true, facts, kinds or questions.")
    return found


def _report_repeated(entry: Entry, name: str, part: str, values: Sequence[str]) -> None:
    for index, value in enumerate(values):
        if value and value in values[:index]:
            problem = Problem((name, index, part), "F07", f"the {part} '{value}' is taken", "Give it one of its own.")
            entry.problems.append(problem)
