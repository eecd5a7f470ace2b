"""What was really checked of a question: where its quote stands, and what of the key the quote holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.generation.lint import Finding
from quizapp.core.generation.lint.case import NEGATIVE_VARIANT
from quizapp.core.generation.lint.support import supports
from quizapp.core.generation.lint.words import says
from quizapp.core.kinds import Ordering, QuestionDraft, TrueFalse
from quizapp.web.teach.review.deciding_words import keys_of

STANDS = "Quote found in the document"
READ = "the program cannot check: read it beside the quote"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked, and what is left to the reader; `left` is empty where the quote decides by itself."""

    checked: tuple[str, ...]
    left: str = ""


def proof_of(draft: QuestionDraft, found: Iterable[Finding]) -> Proof | None:
    """Return what the rules have proved; None where it cites nothing, or a quote or the key is not found."""
    if not draft.citations or {"E01", "E02", "E03"} & {finding.rule for finding in found}:
        return None
    checked, left = _key(draft)
    return Proof((STANDS, *checked), left)


def _key(draft: QuestionDraft) -> tuple[tuple[str, ...], str]:
    content = draft.content
    if isinstance(content, TrueFalse):
        return _statement(draft, content)
    if draft.kind == "matching":
        return ("both sides of every pair stand in their quotes",), ""
    if isinstance(content, Ordering):
        if all(item.when for item in content.items):
            return ("the date of every item stands in its quote",), ""
        return (), f"Whether this is their order {READ}."
    if draft.kind == "multiple":
        return ("every right option stands in its quote",), f"Whether the others are wrong {READ}."
    return _one_key(draft)


def _statement(draft: QuestionDraft, content: TrueFalse) -> tuple[tuple[str, ...], str]:
    if not content.key:
        return (), f"Whether it is false {READ}."
    if any(says(citation.quote, draft.stem) for citation in draft.citations):
        return ("the quote says the statement word for word",), ""
    return (), f"Whether it is true {READ}."


def _one_key(draft: QuestionDraft) -> tuple[tuple[str, ...], str]:
    quotes, keys = [citation.quote for citation in draft.citations], keys_of(draft.content)
    if draft.kind == "choice" and draft.id.endswith(NEGATIVE_VARIANT):
        return (f"the quote names the other options and not “{keys[0]}”",), ""
    held = next((key for key in keys if supports(quotes, key)), None)
    if held is not None:
        return (f"the quote holds the key “{held}”",), ""
    return (), f"Whether the words given from the quote say “{keys[0]}” {READ}."
