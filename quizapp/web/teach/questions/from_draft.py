"""A stored question as the editor's form shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quizapp.core.kinds import (
    Choice,
    Citation,
    Cloze,
    Content,
    Date,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    QuestionDraft,
    ShortText,
    TrueFalse,
    WrongAnswer,
)
from quizapp.web.teach.questions.typed import Row, TypedQuestion


def typed_from(draft: QuestionDraft, tags: Iterable[str] = ()) -> TypedQuestion:
    """Return what the form holds for a question."""
    typed = TypedQuestion()
    typed.fields |= {
        "kind": draft.kind,
        "stem": draft.stem,
        "explanation": draft.explanation,
        "source": draft.source,
        "tags": ", ".join(tags),
    }
    typed.rows["cite"] = [_proof(citation) for citation in draft.citations]
    typed.reasons = dict(draft.overrides)
    WRITERS[draft.kind](typed, draft.content)
    return typed


def _proof(citation: Citation | None) -> Row:
    return {"document": citation.document, "quote": citation.quote} if citation else {"document": "", "quote": ""}


def _wrong(row: Option | WrongAnswer) -> Row:
    return {"text": row.text, "reason": row.reason, **_proof(row.citation)}


def _options(typed: TypedQuestion, content: Content) -> None:
    assert isinstance(content, Choice | Multiple)  # noqa: S101 - WRITERS pairs each kind with its content
    typed.rows["option"] = [{**_wrong(row), "right": "1" if row.right else ""} for row in content.options]


def _true_false(typed: TypedQuestion, content: Content) -> None:
    assert isinstance(content, TrueFalse)  # noqa: S101 - WRITERS pairs each kind with its content
    proof = _proof(content.citation)
    typed.fields |= {"key": "true" if content.key else "false", "correction": content.correction}
    typed.fields |= {"correction-document": proof["document"], "correction-quote": proof["quote"]}


def _written(typed: TypedQuestion, content: Content) -> None:
    assert isinstance(content, ShortText | Cloze)  # noqa: S101 - WRITERS pairs each kind with its content
    hint = content.hint if isinstance(content, Cloze) else ""
    typed.fields |= {"accept": "\n".join(content.accept), "hint": hint, "strict": "" if content.slip else "1"}
    typed.rows["wrong"] = [_wrong(row) for row in content.wrong]


def _number(typed: TypedQuestion, content: Content) -> None:
    assert isinstance(content, Number)  # noqa: S101 - WRITERS pairs each kind with its content
    tolerance = f"{content.tolerance:f}" if content.tolerance else ""
    typed.fields |= {"value": f"{content.value:f}", "tolerance": tolerance, "unit": content.unit}
    typed.rows["wrong"] = [_wrong(row) for row in content.wrong]


def _date(typed: TypedQuestion, content: Content) -> None:
    assert isinstance(content, Date)  # noqa: S101 - WRITERS pairs each kind with its content
    typed.fields["value"] = content.value.written()
    typed.rows["wrong"] = [_wrong(row) for row in content.wrong]


def _matching(typed: TypedQuestion, content: Content) -> None:
    assert isinstance(content, Matching)  # noqa: S101 - WRITERS pairs each kind with its content
    typed.rows["pair"] = [{"left": row.left, "right": row.right, **_proof(row.citation)} for row in content.pairs]
    typed.rows["extra"] = [_wrong(row) for row in content.extras]


def _ordering(typed: TypedQuestion, content: Content) -> None:
    assert isinstance(content, Ordering)  # noqa: S101 - WRITERS pairs each kind with its content
    typed.rows["item"] = [{"text": row.text, "when": row.when, **_proof(row.citation)} for row in content.items]


WRITERS: dict[str, Callable[[TypedQuestion, Content], None]] = {
    "choice": _options,
    "multiple": _options,
    "true_false": _true_false,
    "short_text": _written,
    "cloze": _written,
    "number": _number,
    "date": _date,
    "matching": _matching,
    "ordering": _ordering,
}
