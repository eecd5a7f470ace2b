"""Every kind of question is whole: content, grader, pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.core.kinds.registry import KINDS

ROOT = Path(__file__).parent.parent.parent


def test_there_are_nine_kinds() -> None:
    assert sorted(KINDS) == [
        "choice", "cloze", "date", "matching", "multiple", "number", "ordering", "short_text", "true_false",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_has_its_grader_and_its_pages(kind: str) -> None:
    assert (ROOT / "quizapp" / "core" / "kinds" / f"{kind}.py").is_file()
    assert (ROOT / "quizapp" / "core" / "grading" / f"{kind}.py").is_file()
    for page in ("question", "review", "edit"):
        assert (ROOT / "templates" / "kinds" / kind / f"{page}.html").is_file()
