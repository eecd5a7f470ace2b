from pathlib import Path

from quizapp.core.generation.lint import RULES

DOCS = Path(__file__).parents[2] / "docs" / "item-rules.md"


def test_every_item_rule_is_documented_under_its_title() -> None:
    rows = [
        line.split("|")
        for line in DOCS.read_text("utf-8").splitlines()
        if line.startswith("| ") and " rule " not in line
    ]
    assert {row[1].strip(): row[2].strip() for row in rows} == {rule.id: rule.title for rule in RULES.values()}
