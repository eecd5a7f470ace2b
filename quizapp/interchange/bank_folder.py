"""A bank folder read whole: everything checked, every mistake collected, nothing used by halves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from quizapp.core.generation.entry import Entry
from quizapp.core.generation.facts import FactFile, read_facts
from quizapp.core.generation.questions import write_questions
from quizapp.core.kinds import Citation, QuestionDraft
from quizapp.core.reading.anchors import Anchor
from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.core.reading.errors import UnreadableDocument
from quizapp.core.reading.file_type import LARGEST as LARGEST_DOCUMENT
from quizapp.interchange.bank_file import BankEntry, DocumentEntry, read_bank_entry
from quizapp.interchange.folder_file import UnusableFile, read_inside
from quizapp.interchange.problem import BrokenBank, FolderProblem
from quizapp.interchange.questions_file import questions_text, read_drafts
from quizapp.interchange.quiz_plan import QuizPlan, plan_quizzes
from quizapp.interchange.quotes import Anchors, find_quotes
from quizapp.interchange.yaml_file import LARGEST_FILE, YamlFile, read_yaml

BANK, FACTS, QUESTIONS = "bank.yaml", "facts.yaml", "questions.yaml"


@dataclass(frozen=True, slots=True)
class BankDocument:
    """A document of a bank: its attribution, its bytes as received, and its text as read."""

    entry: DocumentEntry
    data: bytes
    read: ReadDocument


@dataclass(frozen=True, slots=True)
class BankFolder:
    """All that a bank folder holds, checked; `anchors` has the place of every quote in it."""

    entry: BankEntry
    documents: tuple[BankDocument, ...]
    facts: FactFile
    drafts: tuple[QuestionDraft, ...]
    quizzes: tuple[QuizPlan, ...]
    anchors: Mapping[Citation, Anchor]

    def texts(self) -> dict[str, ReadDocument]:
        """The documents as read, by key."""
        return {document.entry.key: document.read for document in self.documents}


@dataclass(slots=True)
class FolderReading:
    """A folder being read: its parts as far as they could be read, and every problem met on the way."""

    path: Path
    files: dict[str, YamlFile] = field(default_factory=dict)
    problems: list[FolderProblem] = field(default_factory=list)
    entry: BankEntry | None = None
    documents: tuple[BankDocument, ...] = ()
    facts: FactFile = field(default_factory=FactFile)
    drafts: tuple[QuestionDraft, ...] = ()
    quizzes: tuple[QuizPlan, ...] = ()
    anchors: Anchors = field(default_factory=dict)
    failed: set[Citation] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The folder's name, wherever it lies."""
        return self.path.resolve().name

    def texts(self) -> dict[str, ReadDocument]:
        """The documents as read, by key."""
        return {document.entry.key: document.read for document in self.documents}

    def all_problems(self) -> list[FolderProblem]:
        """Every problem, file by file and line by line."""
        found = [*self.problems, *(problem for file in self.files.values() for problem in file.problems)]
        order = {name: number for number, name in enumerate((BANK, FACTS, QUESTIONS))}
        return sorted(found, key=lambda row: (order.get(row.file, 9), row.file, row.line, row.rule))


def read_bank(path: Path | str) -> BankFolder:
    """Read a whole bank folder; BrokenBank holds every problem if there is one."""
    return whole_bank(read_folder(path))


def whole_bank(reading: FolderReading) -> BankFolder:
    """The bank of a folder that was read without a problem; else BrokenBank."""
    problems = reading.all_problems()
    if problems or reading.entry is None:
        raise BrokenBank(problems)
    return BankFolder(reading.entry, reading.documents, reading.facts, reading.drafts, reading.quizzes, reading.anchors)


def read_folder(path: Path | str) -> FolderReading:
    """Read as much of a bank folder as can be read, with every problem."""
    reading = read_sources(path)
    _read_questions(reading)
    if reading.entry and QUESTIONS in reading.files and not reading.files[QUESTIONS].problems:
        reading.quizzes = plan_quizzes(reading.files[BANK], reading.entry.quizzes, reading.drafts)
    return reading


def read_sources(path: Path | str) -> FolderReading:
    """Read what questions are made from: the bank's entry, its documents and its facts."""
    reading = FolderReading(Path(path))
    if not reading.path.is_dir():
        reading.problems.append(
            FolderProblem(str(reading.path.absolute()), 0, "F01", "there is no such folder", "Name a bank folder.")
        )
        return reading
    _read_entry(reading)
    _read_facts(reading)
    return reading


def generated_text(reading: FolderReading) -> str:
    """What questions.yaml must say for the facts that were read."""
    return questions_text(write_questions(reading.facts), folder=f"questions/{reading.name}")


def _read_entry(reading: FolderReading) -> None:
    file = _open(reading, BANK, fix="Write bank.yaml with title, slug and documents.")
    if file is None or file.problems:
        return
    entry = Entry(file.data, (), [])
    found = read_bank_entry(entry, reading.name)
    file.problems += file.placed(entry.problems)
    reading.entry = found
    rows = [_read_document(reading, file, number, row) for number, row in enumerate(found.documents)]
    reading.documents = tuple(row for row in rows if row)


def _read_document(reading: FolderReading, file: YamlFile, number: int, entry: DocumentEntry) -> BankDocument | None:
    line = file.line_of(("documents", number, "file"))
    if not entry.file:
        return None  # said already where the entry was read
    try:
        data = read_inside(reading.path, entry.file, most=LARGEST_DOCUMENT)
        return BankDocument(entry, data, read_document(data, PurePath(entry.file).name))
    except UnusableFile as error:
        file.report(line, error.rule, f"'{entry.file}' {error}", "Put a readable file under documents/ and name it.")
    except UnreadableDocument as error:
        message = f"'{entry.file}' cannot be read: {str(error).rstrip('.')}"
        file.report(line, "F01", message, "Give a document with text in it.")
    return None


def _read_facts(reading: FolderReading) -> None:
    if not (reading.path / FACTS).exists() and (reading.path / QUESTIONS).exists():
        return
    file = _open(reading, FACTS, fix="Write the bank's facts.")
    if file is None or file.problems:
        return
    reading.facts, problems = read_facts(file.data)
    file.problems += file.placed(problems)
    _find_quotes(reading, file)


def _read_questions(reading: FolderReading) -> None:
    file = _open(reading, QUESTIONS, fix=f"Run: quizapp generate {reading.path}") if reading.path.is_dir() else None
    if file is None or file.problems:
        return
    entry = Entry(file.data, (), [])
    reading.drafts = read_drafts(entry)
    file.problems += file.placed(entry.problems)
    _find_quotes(reading, file)


def _find_quotes(reading: FolderReading, file: YamlFile) -> None:
    """Find the quotes of a file, unless documents are lost: that is said once, not for every quote of them."""
    if reading.entry and len(reading.documents) == len(reading.entry.documents):
        find_quotes(file, reading.texts(), known=reading.anchors, failed=reading.failed)


def _open(reading: FolderReading, name: str, *, fix: str) -> YamlFile | None:
    try:
        content = read_inside(reading.path, name, most=LARGEST_FILE)
    except UnusableFile as error:
        fix = "Split the bank." if error.rule == "F02" else fix
        reading.problems.append(FolderProblem(name, 0, error.rule, f"it {error}", fix))
        return None
    reading.files[name] = read_yaml(name, content)
    return reading.files[name]
