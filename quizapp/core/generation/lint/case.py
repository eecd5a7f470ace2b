"""One question under examination, with what the rules ask of it again and again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from quizapp.core.generation.lint.finding import Finding, Severity
from quizapp.core.generation.lint.sources import Sources
from quizapp.core.kinds import (
    Choice,
    Citation,
    Cloze,
    Date,
    Matching,
    Multiple,
    Number,
    Option,
    QuestionDraft,
    ShortText,
    WrongAnswer,
    content_citations,
    key_text,
)

NEGATIVE_VARIANT = "-not"


@dataclass(frozen=True)
class Case:
    """A draft with the sources that it cites."""

    draft: QuestionDraft
    sources: Sources

    def finding(self, rule: str, message: str, fix: str, *, severity: Severity | None = None) -> Finding:
        """A breach of a rule by this question, with the reason recorded for it if there is one."""
        level: Severity = severity or ("E" if rule[0] == "E" else "S" if rule[0] == "S" else "W")
        reason = "" if level == "E" else self.draft.overrides.get(rule, "")
        return Finding(rule, level, self.draft.id, message, fix, reason)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The options of a choice or a multiple."""
        content = self.draft.content
        return content.options if isinstance(content, Choice | Multiple) else ()

    @cached_property
    def distractors(self) -> tuple[Option, ...]:
        """What is wrong and shown as an option."""
        content = self.draft.content
        extras = content.extras if isinstance(content, Matching) else ()
        return (*(option for option in self.options if not option.right), *extras)

    @cached_property
    def wrong_texts(self) -> tuple[str, ...]:
        """The texts of the distractors, or of the wrong typed answers that are foreseen."""
        content = self.draft.content
        if isinstance(content, ShortText | Cloze | Number | Date):
            return tuple(row.text for row in content.wrong)
        return tuple(option.text for option in self.distractors)

    def citations_against(self, text: str) -> tuple[Citation, ...]:
        """What a distractor or a foreseen wrong answer of this text cites."""
        content = self.draft.content
        rows: tuple[Option | WrongAnswer, ...] = self.distractors
        if isinstance(content, ShortText | Cloze | Number | Date):
            rows = content.wrong
        return tuple(row.citation for row in rows if row.text == text and row.citation)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The right options, or every accepted form of a typed answer."""
        content = self.draft.content
        if self.options:
            return tuple(option.text for option in self.options if option.right)
        if isinstance(content, ShortText | Cloze):
            return content.accept
        return (key_text(content),) if isinstance(content, Number | Date) else ()

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All that the question cites, its own evidence first."""
        witnesses = tuple(Citation(row.document, row.quote) for row in self.draft.witnesses)
        return tuple(dict.fromkeys((*self.draft.citations, *content_citations(self.draft.content), *witnesses)))

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The quotes that support the key."""
        return tuple(citation.quote for citation in self.draft.citations)

    @property
    def rests_on_author(self) -> bool:
        """Whether its author names a source of her own in place of a document of the bank."""
        return bool(self.draft.source.strip()) and not self.draft.citations

    @cached_property
    def asks_for_outsider(self) -> bool:
        """Whether the key is what does NOT belong."""
        return self.draft.kind == "choice" and self.draft.id.endswith(NEGATIVE_VARIANT)
