"""A sheet on which a reader judges questions without knowing where they come from."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.kinds import Choice, Matching, Multiple, Ordering, QuestionDraft, TrueFalse, draw_order, key_text
from quizapp.interchange.spreadsheet import safe_cell

CRITERIA = (
    "self-contained",
    "answerable",
    "key right",
    "one right",
    "language",
    "distractors",
    "worth asking",
    "evidence",
    "explanation",
)
COLUMNS = (
    "number",
    "bank",
    "question",
    "quiz title",
    "stem",
    "shown",
    "key",
    "quotes",
    "explanation given",
    *CRITERIA,
    "why not",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A question to judge, with the bank it is from and the title its quiz would have."""

    bank: str
    title: str
    draft: QuestionDraft


def draw_sample(rows: Sequence[Judged], count: int, seed: int) -> list[Judged]:
    """Draw questions without looking at their tier; the same rows and seed give the same sample."""
    ordered = sorted(rows, key=lambda row: (row.bank, row.draft.id))
    dice = random.Random(seed)  # noqa: S311  a sample, no secret
    return dice.sample(ordered, min(count, len(ordered)))


def sheet_text(sample: Sequence[Judged]) -> str:
    """Return the sheet: what a student sees, the key and its quotes, and an empty cell for each criterion."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, row in enumerate(sample, 1):
        writer.writerow([safe_cell(cell) for cell in _cells(number, row)])
    return out.getvalue()


def _cells(number: int, row: Judged) -> list[str]:
    draft = row.draft
    quotes = " | ".join(citation.quote for citation in draft.citations)
    seen = [str(number), row.bank, draft.id, row.title, draft.stem, _shown(draft), key_text(draft.content), quotes]
    return [*seen, draft.explanation, *("" for _ in CRITERIA), ""]


def _shown(draft: QuestionDraft) -> str:
    """Return what stands under the stem, in an order a student might see."""
    content = draft.content
    order = draw_order(content, random.Random(draft.id))  # noqa: S311  no secret
    if isinstance(content, Choice | Multiple):
        return " / ".join(content.options[n].text for n in order)
    if isinstance(content, TrueFalse):
        return "True / False"
    if isinstance(content, Matching):
        rights = content.rights()
        return " / ".join(pair.left for pair in content.pairs) + " <> " + " / ".join(str(rights[n]) for n in order)
    if isinstance(content, Ordering):
        return " / ".join(content.items[n].text for n in order)
    return "(typed)"
