"""One sound question and its document, to be varied until a rule fires."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from quizapp.core.generation.lint import Finding, Sources, lint_question
from quizapp.core.kinds import Choice, Citation, Cloze, Content, Option, QuestionDraft, ShortText
from quizapp.core.reading.document import ReadDocument, read_document

TEXT = """The Lagoon Pact

The pact of the lagoon states was signed in the old customs house of Harbour City on 4 April 1949 by twelve states.
Its first congress met at Mill Bay in 1950, and a second congress met at Port Elm in 1952.
It was renewed in March, April and May 1955. Ana Bell and Ben Cook led the talks, which often stalled.
"""
PAPER = "A later paper holds that the pact was signed on 4 May 1949.\n"
DOCUMENTS = {
    "article": read_document(TEXT.encode(), "article.txt"),
    "paper": read_document(PAPER.encode(), "paper.txt"),
}
QUOTE = "signed in the old customs house of Harbour City on 4 April 1949"
REASON = "The sources do not say this."


def option(text: str, **more: Any) -> Option:
    """A distractor with a reason."""
    return Option(text, **{"reason": REASON, **more})


def choice(key: str, *wrong: str) -> Choice:
    """A choice with the key first."""
    return Choice((Option(key, right=True), *(option(text) for text in wrong)))


SOUND = QuestionDraft(
    id="pact.place.choice",
    kind="choice",
    tier="ready",
    fact="pact",
    slot="pact.place",
    stem="In which town did the lagoon states sign their pact?",
    content=choice("Harbour City", "Mill Bay", "Port Elm"),
    explanation="The town lay halfway between the two capitals, so neither side had to travel far.",
    citations=(Citation("article", QUOTE),),
)


def typed(*accept: str, kind: str = "short_text") -> Content:
    """An answer typed in words, or into a gap."""
    return ShortText(accept) if kind == "short_text" else Cloze(accept)


def vary(content: Content | None = None, **more: Any) -> QuestionDraft:
    """The sound question with some of it changed."""
    kind = content.kind if content else SOUND.kind
    return replace(SOUND, **{"content": content or SOUND.content, "kind": kind, **more})


def findings(draft: QuestionDraft, documents: dict[str, ReadDocument] | None = None) -> list[Finding]:
    """All that the rules find in a question."""
    names = {"paper": ("the later paper",), "article": ("the article",)}
    return lint_question(draft, Sources(documents or DOCUMENTS, names))


def rules(draft: QuestionDraft, documents: dict[str, ReadDocument] | None = None) -> list[str]:
    """The ids of the rules that a question breaks; an E is marked as one when its rule is not."""
    found = findings(draft, documents)
    return [f"{row.rule}!" if row.blocks and row.rule[0] != "E" else row.rule for row in found]
