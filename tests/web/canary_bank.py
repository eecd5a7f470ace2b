"""A bank whose keys, reasons, explanations and passages all carry words found nowhere else."""

from __future__ import annotations

import re
from typing import Any

from tests.small_bank import quiz, small_bank

KINDS = ("choice", "multiple", "true_false", "short_text", "number", "date", "cloze", "matching", "ordering")
# Words of a question that stand in what is offered to answer with, so that its own page may show them.
OFFERED = re.compile(r"ZQ\d(KEY[AB]|OFF[AB]|LEFT\d|RIGHT\d|ITEM\d)")
NUMBER, YEAR = "730411", "1871"


def word(number: int, role: str) -> str:
    """A word of one question that stands nowhere else."""
    return f"ZQ{number}{role}"


def cited(number: int, role: str) -> dict[str, str]:
    return {"document": "article", "quote": word(number, role)}


def wrong_text(number: int, text: str) -> dict[str, Any]:
    return {"text": text, "reason": f"So {word(number, 'REASON')}.", "citation": cited(number, "RULES")}


def off(number: int, letter: str) -> dict[str, Any]:
    return wrong_text(number, word(number, f"OFF{letter}"))


def content(number: int, kind: str) -> dict[str, Any]:
    """What a question of a kind holds, every word of it marked."""
    if kind == "choice":
        return {"options": [off(number, "A"), {"text": word(number, "KEYA"), "right": True}, off(number, "B")]}
    if kind == "multiple":
        keys = [{"text": word(number, f"KEY{letter}"), "right": True} for letter in "AB"]
        return {"options": [off(number, "A"), *keys, off(number, "B")]}
    if kind == "true_false":
        return {"key": False, "correction": f"It is {word(number, 'TRUTH')}.", "citation": cited(number, "RULES")}
    if kind == "number":
        return {"value": NUMBER, "unit": "ships", "wrong": [wrong_text(number, "730412")]}
    if kind == "date":
        return {"value": f"{YEAR}-05-23", "wrong": [wrong_text(number, f"24 May {YEAR}")]}
    if kind == "matching":
        pairs = [{"left": word(number, f"LEFT{n}"), "right": word(number, f"RIGHT{n}")} for n in (1, 2, 3)]
        return {
            "pairs": [{**pair, "citation": cited(number, f"PAIR{n}")} for n, pair in enumerate(pairs, 1)],
            "extras": [off(number, "A")],
        }
    if kind == "ordering":
        return {"items": [item(number, n) for n in (1, 2, 3)]}
    return {"accept": [word(number, "ACCEPT"), word(number, "ALSO")], "wrong": [wrong_text(number, "Elsewhere")]}


def item(number: int, place: int) -> dict[str, Any]:
    when = word(number, f"WHEN{place}")
    return {"text": word(number, f"ITEM{place}"), "when": when, "citation": cited(number, f"PAIR{place}")}


def key_words(number: int, kind: str) -> str:
    """The words of a question's passage that hold its key."""
    if kind == "number":
        return f"{NUMBER} ships {word(number, 'PASSAGE')}"
    if kind == "date":
        return f"23 May {YEAR} {word(number, 'PASSAGE')}"
    roles = {
        "choice": ["KEYA"],
        "multiple": ["KEYA", "KEYB"],
        "matching": ["LEFT1", "RIGHT1", "LEFT2", "RIGHT2", "LEFT3", "RIGHT3"],
        "ordering": ["ITEM1", "ITEM2", "ITEM3"],
        "true_false": ["TRUTH"],
    }
    return " ".join(word(number, role) for role in [*roles.get(kind, ["ACCEPT"]), "PASSAGE"])


def question(number: int, kind: str) -> dict[str, Any]:
    stem = f"Question number {number} asks ____." if kind == "cloze" else f"What does question number {number} ask?"
    return {
        "id": f"fact-{number}.it.{kind}",
        "kind": kind,
        "tier": "ready",
        "fact": f"fact-{number}",
        "slot": f"fact-{number}.it",
        "stem": stem,
        "content": content(number, kind),
        "explanation": f"Because {word(number, 'BECAUSE')}.",
        "citations": [{"document": "article", "quote": key_words(number, kind)}],
        "witnesses": [
            {
                "document": "paper",
                "quote": word(number, "WITNESS"),
                "stance": "disputes",
                "value": word(number, "VALUE"),
                "note": f"It says {word(number, 'NOTE')}.",
            }
        ],
    }


def paragraph(number: int, kind: str) -> str:
    """The part of the article that one question rests on."""
    pairs = " ".join(f"It goes with {word(number, f'PAIR{n}')} here." for n in (1, 2, 3))
    return (
        f"It was written that {key_words(number, kind)} at the time. {word(number, 'RULES')} was ruled out. {pairs}\n"
    )


def canary_bank() -> dict[str, Any]:
    """The bank as plain values, with a quiz for each way of giving feedback."""
    numbered = list(enumerate(KINDS, 1))
    data = small_bank()
    ids = [question(number, kind)["id"] for number, kind in numbered]
    modes = {"each": "after_each", "end": "at_end"}
    data["bank"]["quizzes"] = [quiz(slug, feedback=mode, questions=ids) for slug, mode in modes.items()]
    data["questions"] = {"questions": [question(number, kind) for number, kind in numbered]}
    data["facts"] = {
        "facts": [
            {
                "id": f"fact-{number}",
                "statement": f"It is a fact that {word(number, 'FACT')}.",
                "evidence": [{"document": "article", "quote": key_words(number, kind)}],
            }
            for number, kind in numbered
        ]
    }
    data["documents"] = {
        "article": "\n".join(paragraph(number, kind) for number, kind in numbered),
        "paper": "\n".join(f"A paper says {word(number, 'WITNESS')} instead.\n" for number, _ in numbered),
    }
    return data


def words_of(number: int) -> frozenset[str]:
    """Every word that stands for something of a question, its typed keys included."""
    text = repr(question(number, KINDS[number - 1])) + repr(canary_bank()["facts"]["facts"][number - 1])
    extra = {"number": {NUMBER}, "date": {YEAR}}.get(KINDS[number - 1], set())
    return frozenset(re.findall(rf"ZQ{number}[A-Z]+\d?", text)) | extra


def secrets_of(number: int, *, on_its_page: bool) -> frozenset[str]:
    """The words that may not be seen while a question is not answered."""
    words = words_of(number)
    return frozenset(word for word in words if not OFFERED.fullmatch(word)) if on_its_page else words
