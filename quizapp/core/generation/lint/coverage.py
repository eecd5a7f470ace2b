"""S30, S31, S32: what a bank asks of its documents, in which kinds, and in how hard words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quizapp.core.generation.lint.finding import Finding
from quizapp.core.kinds import QuestionDraft
from quizapp.core.kinds.folding import words_of
from quizapp.core.reading.anchors import find_quote
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.errors import QuoteAmbiguous, QuoteNotFound

MOST_SLOTS = 3
LEAST_COVERED = 0.5
MOST_OF_ONE_KIND = 0.6
LEAST_COUNTED = 20
GRADES_ABOVE = 2.0
Documents = Mapping[str, ReadDocument]


def check_coverage(drafts: Sequence[QuestionDraft], documents: Documents) -> Iterator[Finding]:
    """S30: most paragraphs are asked about, and no fact is asked in more than three ways."""
    asked, known = covered_paragraphs(drafts, documents)
    if known and asked < LEAST_COVERED * known:
        message = f"only {asked} of {known} paragraphs are asked about"
        yield Finding("S30", "S", None, message, "Write facts for the others, or drop them from the document.")
    slots = Counter(fact for fact, _ in {(draft.fact, draft.slot) for draft in drafts if not _is_of_pairs(draft)})
    for fact, count in sorted(slots.items()):
        if count > MOST_SLOTS:
            message = f"the fact '{fact}' is asked in {count} slots"
            yield Finding("S30", "S", None, message, f"Keep the {MOST_SLOTS} that matter, or split the fact.")


def _is_of_pairs(draft: QuestionDraft) -> bool:
    """Pairs ask for each of their items once, and that is what they are for."""
    return bool(re.search(r"-\d+$", draft.slot))


def covered_paragraphs(drafts: Sequence[QuestionDraft], documents: Documents) -> tuple[int, int]:
    """How many paragraphs hold a quote that decides a question, and how many there are."""
    asked = set()
    for citation in {citation for draft in drafts for citation in draft.citations}:
        document = documents.get(citation.document)
        asked |= _paragraphs(citation.document, document, citation.quote) if document else set()
    known = {(key, row.paragraph) for key, document in documents.items() for row in document.passages}
    return len(asked & known), len(known)


def _paragraphs(key: str, document: ReadDocument, quote: str) -> set[tuple[str, int]]:
    try:
        anchor = find_quote(document.text, quote, spans_out=document.drops)
    except (QuoteNotFound, QuoteAmbiguous):
        return set()
    return {(key, row.paragraph) for row in document.passages if row.start < anchor.end and anchor.start < row.end}


def check_mix(drafts: Sequence[QuestionDraft]) -> Iterator[Finding]:
    """S31: no kind is more than most of the bank."""
    counts = Counter(draft.kind for draft in drafts)
    for kind, count in sorted(counts.items()):
        if len(drafts) >= LEAST_COUNTED and count > MOST_OF_ONE_KIND * len(drafts):
            message = f"{count} of {len(drafts)} questions are of the kind {kind}"
            yield Finding("S31", "S", None, message, "Ask some facts in other forms.")


def check_reading_level(drafts: Sequence[QuestionDraft], documents: Documents) -> Iterator[Finding]:
    """S32: the stems read no harder than the documents."""
    stems = " ".join(draft.stem if draft.stem.endswith((".", "?")) else f"{draft.stem}." for draft in drafts)
    source = " ".join(row.text[p.start : p.end] for row in documents.values() for p in row.passages)
    if not source.strip() or len(drafts) < LEAST_COUNTED:
        return
    hard, level = reading_grade(stems), reading_grade(source)
    if hard > level + GRADES_ABOVE:
        message = f"the stems read at grade {hard:.1f}, the documents at {level:.1f}"
        yield Finding("S32", "S", None, message, "Use shorter sentences and plainer words.")


def reading_grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text."""
    words = words_of(text)
    sentences = max(1, len(re.findall(r"[.?!](?=\s|$)", text)))
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word))) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / max(1, len(words)) - 15.59
