"""What a teacher says of a document, and the files or the text she gives."""

from __future__ import annotations

from typing import Any

from werkzeug.datastructures import FileStorage
from wtforms import MultipleFileField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from quizapp.core.reading.errors import UnreadableDocument
from quizapp.core.reading.file_type import LARGEST, check_size, file_type
from quizapp.documents.operations import Said
from quizapp.web.forms import Form

ACCEPTED = ".txt,.md,.html,.htm,.pdf,.docx"
MOST_FILES = 20
HEAD = 4096
MOST_PASTED = 2_000_000  # letters; whatever their alphabet, they fit into what a request may hold besides its files
NEW_BANK = "new"
ONE_BANK = "one"
NO_FILE = "Choose a file, or paste the text below."
AGAIN = " Then choose the files again: a browser forgets them."
FORGOTTEN = "Choose the files again: a browser forgets them."

SOURCE_KINDS = (
    "News report",
    "Encyclopedia article",
    "Textbook or lesson",
    "Scholarly article or book",
    "Official document or law",
    "Treaty, letter or note of a government",
    "Speech or interview",
    "Eyewitness account, letter or diary",
    "Opinion or comment",
    "Advertising or advocacy",
    "Web page or blog",
    "Story, poem or play",
    "Something else",
)


KINDS = [
    SelectChoice(value="", label="Not said"),
    *(SelectChoice(value=kind, label=kind) for kind in SOURCE_KINDS),
]


class DetailsForm(Form):
    """What is said of a document besides its text."""

    title = StringField("Title", [Length(max=300, message="Write a shorter title: at most 300 characters.")])
    author = StringField("Author", [Length(max=300)])
    publisher = StringField("Publisher, newspaper or site", [Length(max=300)])
    published = StringField("Date", [Length(max=100)])
    address = StringField("Web address", [Length(max=2000)])
    source_kind = SelectField("Kind of source", default="", choices=KINDS)
    source_note = TextAreaField("Note on the source", [Length(max=2000)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the kind a document has, also where it is none of ours."""
        super().__init__(*args, **kwargs)
        known = kwargs.get("source_kind") or ""
        if known and known not in SOURCE_KINDS:
            self.source_kind.choices = [*KINDS, SelectChoice(value=known, label=known)]

    def validate_address(self, field: StringField) -> None:
        """Take addresses of the web only, so that a link can be made of them."""
        if field.data and not field.data.strip().lower().startswith(("http://", "https://")):
            raise ValidationError("Write the address as it stands in the browser, beginning with https://.")

    def plain(self) -> dict[str, str]:
        """Return what was typed, white space at the ends left out."""
        names = ("title", "author", "publisher", "published", "address", "source_kind", "source_note")
        return {name: (self[name].data or "").strip() for name in names}


class ChangeForm(DetailsForm):
    """The details of a document that is there already; it must have a title."""

    title = StringField("Title", [InputRequired("Give the document a title."), Length(max=300)])
    short_title = StringField("Short name", [InputRequired("Write how a question would name it."), Length(max=120)])

    def said(self) -> Said:
        """Return what is said now."""
        return Said(**self.plain(), short_title=(self.short_title.data or "").strip())


class Files:
    """The files of a request that hold something or have a name."""

    files: MultipleFileField
    text: TextAreaField

    def chosen(self) -> list[FileStorage]:
        """Return the files that were chosen."""
        return [file for file in self.files.data or [] if isinstance(file, FileStorage) and file.filename]

    def given(self) -> list[FileStorage]:
        """Return the chosen files that may be documents."""
        return [file for file in self.chosen() if not why_not(file)]

    def left_out(self) -> list[dict[str, str]]:
        """Return the names of the other ones, each with why it is none."""
        return [{"name": file.filename or "", "why": why} for file in self.chosen() if (why := why_not(file))]

    def is_pasted(self) -> bool:
        """Whether there is a pasted text."""
        return bool((self.text.data or "").strip())

    def validate_files(self, _field: MultipleFileField) -> None:
        """Refuse at once what leaves nothing to read; a fault of one file is only that file's."""
        chosen = self.chosen()
        if not chosen and not self.is_pasted():
            raise ValidationError(NO_FILE)
        if len(chosen) > MOST_FILES:
            raise ValidationError(f"At most {MOST_FILES} files can be given at once; you chose {len(chosen)}.")
        if chosen and not self.given() and not self.is_pasted():
            raise ValidationError(self.why_none())

    def why_none(self) -> str:
        """Say of every file that is left out why it is."""
        return " ".join(f"{row['name']}: {row['why']}" for row in self.left_out()) + AGAIN

    def say_forgotten(self) -> None:
        """A form that is shown again has lost its files, for whatever reason it is shown."""
        if self.chosen() and not self.files.errors:
            self.files.errors = [FORGOTTEN]


def why_not(file: FileStorage) -> str:
    """Say why a file cannot be a document, as far as its size and its first bytes tell; else nothing."""
    size = size_of(file)
    head = file.stream.read(HEAD)
    file.stream.seek(0)
    try:
        check_size(size)
        if not head.startswith(b"PK"):  # what a zipped file holds is looked at where a hostile one can be ended
            file_type(head, file.filename or "")
    except UnreadableDocument as refusal:
        return str(refusal)
    return ""


def size_of(file: FileStorage) -> int:
    """Return how many bytes a file has."""
    size = file.stream.seek(0, 2)
    file.stream.seek(0)
    return int(size)


class GiveForm(Files, DetailsForm):
    """Files or a pasted text, what is said of them, and the bank they come into."""

    files = MultipleFileField("Files")
    text = TextAreaField("Or paste a text", [Length(max=MOST_PASTED, message="Paste less, or upload it as a file.")])
    bank = SelectField("Into which bank", default=NEW_BANK)
    bank_title = StringField("Name of the one new bank", [Length(max=200, message="Write a shorter name.")])

    def offer(self, banks: tuple[tuple[int, str], ...]) -> None:
        """Offer a new bank and those the teacher may add to."""
        self.bank.choices = [
            (NEW_BANK, "A new bank for each document, named after it"),
            (ONE_BANK, "One new bank for all of them"),
            *((str(i), title) for i, title in banks),
        ]


class ReviseForm(Files, Form):
    """One file or a pasted text that takes the place of a document's text."""

    files = MultipleFileField("File")
    text = TextAreaField("Or paste the text", [Length(max=MOST_PASTED, message="Paste less, or upload it as a file.")])

    def validate_files(self, field: MultipleFileField) -> None:
        """One text can be compared with another."""
        super().validate_files(field)
        if self.left_out():
            raise ValidationError(self.why_none())
        if len(self.chosen()) + self.is_pasted() > 1:
            raise ValidationError(
                "Give one file or one pasted text: it is compared with the text that is there." + AGAIN
            )


MOST_BYTES = MOST_FILES * LARGEST // 4
