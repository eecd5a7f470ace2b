"""The wrong answers of a suggestion: none that may be right, each with why it is wrong and where its words stand."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.core.generation.facts import Ask, Distractor, Fact
from quizapp.core.generation.lint import Sources, lint_question
from quizapp.core.generation.marking.mark import Mark
from quizapp.core.generation.questions.choice import write_choice
from quizapp.core.kinds import Citation, PartialDate
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.spans import Passage

SHORT = 300
OF_A_TIME = "The document gives {} for something else."
OF_A_NAME = "The document names {} elsewhere, for something else."


def sound_wrong_answers(fact: Fact, ask: Ask, mark: Mark, sources: Sources) -> Ask:
    """Leave out each wrong answer that may be right, and give those of the document their own passage."""
    kept = [row for row in ask.distractors if not _may_be_right(fact, ask, row, sources)]
    return replace(ask, distractors=tuple(_with_reason(row, ask, fact, mark, sources) for row in kept))


def _may_be_right(fact: Fact, ask: Ask, wrong: Distractor, sources: Sources) -> bool:
    draft = write_choice(fact, replace(ask, distractors=(wrong,)), {})
    return any(found.rule in {"E04", "E05"} for found in lint_question(draft, sources))


def _with_reason(wrong: Distractor, ask: Ask, fact: Fact, mark: Mark, sources: Sources) -> Distractor:
    document = fact.evidence[0].document
    read = sources.documents[document]
    # A short word or number stands in many sentences that have nothing to do with it.
    if not re.search(r"[A-Z]\w{2}|\d{4}", wrong.text):
        return wrong
    for passage in _passages_with(read, wrong.text, mark):
        citation = Citation(document, read.text[passage.start : passage.end])
        if not sources.quote_problem(citation):
            said = OF_A_TIME if isinstance(ask.answer.value, PartialDate) else OF_A_NAME
            return replace(wrong, reason=said.format(wrong.text), citation=citation)
    return wrong


def _passages_with(read: ReadDocument, text: str, mark: Mark) -> list[Passage]:
    """Return the sentences that hold a text, the nearest first, the marked one left out."""
    word = re.compile(rf"(?<![\w,.-]){re.escape(text)}(?![\w-]|[,.]\d)")
    found: list[Passage] = []
    for match in word.finditer(read.text):
        passage = next((row for row in read.passages if row.start <= match.start() < row.end), None)
        if passage and passage != mark.passage and passage.end - passage.start <= SHORT and passage not in found:
            found.append(passage)
    return sorted(found, key=lambda row: abs(row.start - mark.start))
