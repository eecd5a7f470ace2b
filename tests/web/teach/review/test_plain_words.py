from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import quizapp.core.generation.lint as lint
from quizapp.core.generation.drafting.assembly import DRAFTED
from quizapp.core.generation.lint import RULES, Finding
from quizapp.web.teach.review.plain_words import plain, tell

OF_FILES = re.compile(r"\b(?:stems?|keys?|distractors?|supported_by|overrides|bank folder|declared?)\b", re.IGNORECASE)


def said_by_the_rules() -> list[str]:
    """Every sentence that a rule may say: what is handed to a finding, and what is kept to be its fix."""
    found = []
    for path in Path(lint.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_finding = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "finding"
            is_fix = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in {"fix", "message"}
            if is_finding or is_fix:
                found += [row.value for row in ast.walk(node) if isinstance(row, ast.Constant)]
    return [text for text in found if isinstance(text, str) and " " in text.strip()]


def test_no_finding_speaks_the_words_of_the_files() -> None:
    said = said_by_the_rules()
    assert len(said) > 40
    assert [text for text in map(plain, said) if OF_FILES.search(text)] == []
    assert [rule for rule in RULES if OF_FILES.search(tell(found(rule)).why)] == []


def test_what_is_quoted_stays_as_it_is() -> None:
    assert plain("the key “the key of the stem” is long") == "the right answer “the key of the stem” is long"


@pytest.mark.parametrize(
    ("reason", "passed", "own"),
    [
        ("", "", ""),
        (DRAFTED, "It copies the sentence; reword it if you like.", ""),
        ("They know it.", "It copies the sentence; reword it if you like.", "They know it."),
    ],
)
def test_what_is_answered_is_told_quietly(reason: str, passed: str, own: str) -> None:
    told = tell(found("W23", "82% of the quote is copied into the stem", reason))
    assert (told.passed, told.own_reason) == (passed, own)
    assert told.message == "82% of the quote is copied into the question."


def found(rule: str, message: str = "it is so", reason: str = "") -> Finding:
    return Finding(rule, "W", None, message, "Mend it.", reason)
