"""A small bank of all nine kinds, written as a folder, for the tests of the rooms."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import Table, func, insert, select

from quizapp.banks.models import Bank
from quizapp.interchange.bank_folder import read_bank
from quizapp.interchange.load_bank import Loaded, load_bank
from quizapp.interchange.yaml_file import write_yaml
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SLUG = "small"
ARTICLE = """The Lagoon Pact

The pact was signed on 4 April 1949 in Lagoon City. Twelve states signed it, and the news was heard everywhere.

The signers were Ana of Avalon, Ben of Brolin and Cyd of Corin. Eleven guests looked on from the gallery that day.

The first congress met in 1950. The second congress met in 1952. The third congress met in 1955, for the last time.

The red flag was raised by Avalon. The blue flag was raised by Brolin. The green flag was raised by Dorn alone.
"""
PAPER = """A later paper says that the pact was signed a month later, on 4 May 1949, by the same twelve states.
"""


def cite(quote: str, document: str = "article") -> dict[str, str]:
    """A citation as it stands in a bank folder."""
    return {"document": document, "quote": quote}


def question(identity: str, kind: str, stem: str, content: dict[str, Any], quote: str, **more: Any) -> dict[str, Any]:
    """A row of questions.yaml."""
    fact, part = identity.split(".")[:2]
    row = {"id": identity, "kind": kind, "tier": "ready", "fact": fact, "slot": f"{fact}.{part}", "stem": stem}
    return {**row, "content": content, "explanation": f"Why {identity}.", "citations": [cite(quote)], **more}


def questions() -> list[dict[str, Any]]:
    """One question of each kind; the first two share a slot."""
    april, congress = "4 April 1949", "The second congress met in 1952"
    disputes = {**cite("4 May 1949", "paper"), "stance": "disputes", "value": "4 May 1949", "note": "A month later."}
    return [
        question("pact.date.choice", "choice", "According to the article, when was the pact signed?", {"options": [
            {"text": april, "right": True},
            {"text": "4 May 1949", "reason": "Another source says so.", "citation": cite("4 May 1949", "paper")},
            {"text": "4 June 1949", "reason": "The sources do not say this."},
        ]}, april, witnesses=[disputes]),
        question("pact.date.date", "date", "According to the article, on what date was the pact signed?", {
            "value": "1949-04-04",
            "wrong": [{"text": "4 May 1949", "reason": "Another source.", "citation": cite("4 May 1949", "paper")}],
        }, april),
        question("pact.place.short_text", "short_text", "Where was the pact signed?", {
            "accept": ["Lagoon City"],
            "wrong": [{"text": "Avalon", "reason": "Ana came from there.", "citation": cite("Ana of Avalon")}],
        }, "in Lagoon City"),
        question("pact.states.number", "number", "How many states signed the pact?", {
            "value": "12", "unit": "states",
            "wrong": [{"text": "11", "reason": "So many were guests.", "citation": cite("Eleven guests")}],
        }, "Twelve states signed it"),
        question("signers.ben.cloze", "cloze", "Ben came from ____.", {"accept": ["Brolin"], "hint": "a state"},
                 "Ben of Brolin"),
        question("congresses.second.true_false", "true_false", "The second congress met in 1953.", {
            "key": False, "correction": "It met in 1952.", "citation": cite(congress),
        }, congress),
        question("flags.raised.multiple", "multiple", "Which states raised a flag? Tick every one.", {"options": [
            {"text": "Avalon", "right": True}, {"text": "Brolin", "right": True},
            {"text": "Corin", "reason": "Only Cyd came from there.", "citation": cite("Cyd of Corin")},
            {"text": "Elba", "reason": "The sources do not say this."},
        ]}, "The red flag was raised by Avalon. The blue flag was raised by Brolin."),
        question("signers.all.matching", "matching", "Match each signer with the state.", {
            "pairs": [
                {"left": "Ana", "right": "Avalon", "citation": cite("Ana of Avalon")},
                {"left": "Ben", "right": "Brolin", "citation": cite("Ben of Brolin")},
                {"left": "Cyd", "right": "Corin", "citation": cite("Cyd of Corin")},
            ],
            "extras": [{"text": "Dorn", "reason": "It raised a flag.", "citation": cite("raised by Dorn")}],
        }, "Ana of Avalon, Ben of Brolin and Cyd of Corin"),
        question("congresses.order.ordering", "ordering", "Put the congresses in order.", {"items": [
            {"text": "Founding", "when": "1950", "citation": cite("The first congress met in 1950")},
            {"text": "Middle", "when": "1952", "citation": cite(congress)},
            {"text": "Closing", "when": "1955", "citation": cite("The third congress met in 1955")},
        ]}, "The first congress met in 1950. The second congress met in 1952. The third congress met in 1955"),
    ]  # fmt: skip


def fact(identity: str, statement: str, quote: str, **more: Any) -> dict[str, Any]:
    """A row of facts.yaml that asks nothing by itself."""
    return {"id": identity, "statement": statement, "evidence": [cite(quote)], **more}


def facts() -> list[dict[str, Any]]:
    """The facts that the questions ask."""
    return [
        fact("pact", "The pact was signed on 4 April 1949.", "signed on 4 April 1949", disputes=[
            {**cite("4 May 1949", "paper"), "value": "4 May 1949", "note": "A month later."}
        ]),
        fact("signers", "Ana, Ben and Cyd signed.", "Ana of Avalon, Ben of Brolin and Cyd of Corin"),
        fact("flags", "Avalon and Brolin raised flags.", "The red flag was raised by Avalon."),
        fact("congresses", "Three congresses met.", "The first congress met in 1950."),
    ]  # fmt: skip


def quiz(slug: str, **settings: Any) -> dict[str, Any]:
    """A quiz of bank.yaml; without a selection it draws from everything."""
    chosen = {} if "questions" in settings else {"select": {"all": True}}
    row = {"slug": slug, "title": f"The {slug} quiz", "description": f"About {slug}.", **chosen}
    return {**row, "feedback": "after_each", "open_document": False, "shuffle": False, **settings}


IN_ORDER = [row["id"] for row in questions() if row["id"] != "pact.date.date"]


def small_bank() -> dict[str, Any]:
    """The whole bank as plain values, to be changed by a test and written."""
    documents = [
        {"key": "article", "file": "documents/article.txt", "title": "The Lagoon Pact", "short": "the article",
         "publisher": "A press", "published": "2020", "source": "article", "note": "An article. Nobody signed it."},
        {"key": "paper", "file": "documents/paper.txt", "title": "A paper", "short": "the paper", "source": "paper"},
    ]  # fmt: skip
    quizzes = [
        quiz("first", questions=IN_ORDER),
        quiz("exam", feedback="at_end", questions=IN_ORDER, pass_mark=50),
        quiz("open", open_document=True, shuffle=True),
        quiz("timed", feedback="at_end", questions=IN_ORDER[:3], time_limit_minutes=10),
        quiz("once", questions=IN_ORDER[:1], attempts=1),
        quiz("pick", shuffle=True, pick=4),
    ]
    bank = {"title": "A small bank", "slug": SLUG, "level": "any", "language": "en", "description": "Small."}
    return {
        "bank": {**bank, "documents": documents, "quizzes": quizzes},
        "facts": {"facts": facts()},
        "questions": {"questions": questions()},
        "documents": {"article": ARTICLE, "paper": PAPER},
    }


def write_bank(root: Path, data: dict[str, Any]) -> Path:
    """Write a bank as a folder and return it."""
    folder = root / data["bank"]["slug"]
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    for name in ("bank", "facts", "questions"):
        (folder / f"{name}.yaml").write_text(write_yaml(data[name], header="For a test."), "utf-8")
    for name, text in data["documents"].items():
        (folder / "documents" / f"{name}.txt").write_text(text, "utf-8")
    return folder


def load_small_bank(app: Flask, root: Path, data: dict[str, Any] | None = None, *, now: datetime = NOW) -> Loaded:
    """Write a bank, the small one unless another is given, and load it."""
    if data is None and now == NOW:
        return _load_small_bank_itself(app, root)
    folder = read_bank(write_bank(root, data or small_bank()))
    with app.app_context(), transaction():
        return load_bank(folder, now=now)


_KEPT: list[tuple[Loaded, dict[Table, list[dict[str, Any]]]]] = []  # what the first loading gave


def _load_small_bank_itself(app: Flask, root: Path) -> Loaded:
    """Load it once as everybody would; into other empty databases go the same rows, in a third of the time."""
    with app.app_context(), transaction():
        is_empty = db.session.scalar(select(Bank.id)) is None
        if is_empty and _KEPT:
            loaded, rows = _KEPT[0]
            _put_rows(rows)
            return loaded
        loaded = load_bank(read_bank(write_bank(root, small_bank())), now=NOW)
        if is_empty:
            _KEPT.append((loaded, _rows_of_banks()))
        return loaded


def _rows_of_banks() -> dict[Table, list[dict[str, Any]]]:
    """Return every row but those of people and what they did."""
    db.session.flush()
    rooms = ("bank", "document", "edition", "fact", "passage", "question", "quiz", "citation")
    return {
        table: [dict(row) for row in db.session.execute(select(table)).mappings()]
        for table in db.metadata.sorted_tables
        if table.name.startswith(rooms)
    }


def _put_rows(rows: dict[Table, list[dict[str, Any]]]) -> None:
    for table, its_rows in rows.items():
        if not its_rows:
            continue
        db.session.execute(insert(table), its_rows)
        if db.engine.dialect.name == "postgresql" and "id" in table.columns:
            sequence = func.pg_get_serial_sequence(table.name, "id")
            db.session.execute(select(func.setval(sequence, max(row["id"] for row in its_rows))))
