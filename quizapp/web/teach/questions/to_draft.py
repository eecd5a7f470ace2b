"""What was typed, read as a question."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from quizapp.banks.queries import findings, stands_against
from quizapp.core.generation.lint import Finding, Sources
from quizapp.core.kinds import QuestionDraft, check, key_text
from quizapp.web.teach.questions.to_content import Reading, content_of, line
from quizapp.web.teach.questions.typed import TypedQuestion

NO_SOURCE = "Cite a passage of a document, or name the source that the question rests on."
BOTH = "It cites a document, so that is its source: leave this field empty, or take the citations out."


@dataclass(frozen=True, slots=True)
class Read:
    """A form read: the question it makes (None: not yet), what is amiss by field, and what the item rules find."""

    draft: QuestionDraft | None
    errors: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    found: tuple[Finding, ...] = ()

    @property
    def can_be_kept(self) -> bool:
        """Whether it has the shape of a question and stands on something."""
        return self.draft is not None and not self.errors and not self.problems

    @property
    def has_key(self) -> bool:
        """Whether there is a key to speak of."""
        try:
            return self.draft is not None and bool(key_text(self.draft.content))
        except (IndexError, ValueError):
            return False

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What must be mended before it can be accepted."""
        return tuple(finding for finding in self.found if finding.blocks)

    @property
    def asking_for_a_reason(self) -> tuple[Finding, ...]:
        """What is to be mended, or to be given a reason."""
        return tuple(finding for finding in stands_against(self.found) if not finding.blocks)


def read_question(typed: TypedQuestion, base: QuestionDraft, sources: Sources) -> Read:
    """Read a form over the question it changes; slot, fact, tier and witnesses stay as they are."""
    reading = Reading(typed, sources)
    content = content_of(reading)
    cited = [reading.cited(row, f"cite-{number}") for number, row in typed.filled("cite")]
    citations = tuple(dict.fromkeys(citation for citation in cited if citation))
    source = line(typed.fields["source"])
    if source and citations:
        reading.errors["source"] = BOTH
    if content is None:
        return Read(None, reading.errors)
    draft = replace(
        base,
        kind=typed.kind,
        stem=line(typed.fields["stem"]),
        content=content,
        explanation=line(typed.fields["explanation"]),
        citations=citations,
        witnesses=tuple(row for number, row in enumerate(base.witnesses, 1) if number not in typed.left_out),
        source="" if citations else source,
        overrides={rule: text for rule, text in typed.reasons.items() if text},
    )
    if not citations and not source:
        reading.errors["source"] = NO_SOURCE
    problems = tuple(check(content, draft.stem))
    found = () if problems else findings(draft, sources)
    return Read(draft, reading.errors, problems, found)
