"""E09, W18, S29: rules for the questions that one learner meets together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.likeness import near_duplicates
from quizapp.core.generation.lint.words import bare_words, says, telling_words
from quizapp.core.kinds import QuestionDraft, key_text

CAPPED = {"true_false": 1 / 3, "cloze": 1 / 3}
LEAST_COUNTED = 9
LEAST_KEY = 4
SAME_SUBJECT = 2


def lint_quiz(drafts: Sequence[QuestionDraft]) -> list[Finding]:
    """Hold the questions of one sitting to the rules for a set; one question per slot is expected."""
    return [*_shared_slots(drafts), *near_duplicates(drafts, across_kinds=True), *_caps(drafts), *_answered(drafts)]


def _shared_slots(drafts: Sequence[QuestionDraft]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for draft in drafts:
        if draft.slot in seen:
            message = f"it asks the same value as '{seen[draft.slot]}'"
            yield Finding("E09", "E", draft.id, message, "Keep one of the forms of this slot.", other=seen[draft.slot])
        seen.setdefault(draft.slot, draft.id)


def _caps(drafts: Sequence[QuestionDraft]) -> Iterator[Finding]:
    counts = Counter(draft.kind for draft in drafts)
    for kind, cap in CAPPED.items():
        if len(drafts) >= LEAST_COUNTED and counts[kind] > cap * len(drafts):
            message = f"{counts[kind]} of {len(drafts)} questions are of the kind {kind}"
            yield Finding("W18", "W", None, message, "Take another form of some of these slots.")


def _answered(drafts: Sequence[QuestionDraft]) -> Iterator[Finding]:
    """S29: pairs where one stem gives the other's key away, on the same subject."""
    stems = [(other, frozenset(bare_words(other.stem))) for other in drafts]
    for draft in drafts:
        key = key_text(draft.content)
        if draft.kind in ("true_false", "matching", "ordering", "multiple") or len(key) < LEAST_KEY:
            continue
        needed = set(bare_words(key))
        near = [other for other, words in stems if needed <= words and other.slot != draft.slot]
        for other in near:
            if says(other.stem, key) and _shares_subject(draft, other, key):
                message = f"its key “{key}” stands in the stem of '{other.id}'"
                yield Finding("S29", "S", draft.id, message, "Put only one of the two into the quiz.", other=other.id)


def _shares_subject(draft: QuestionDraft, other: QuestionDraft, key: str) -> bool:
    subject = set(telling_words(draft.stem)) - set(telling_words(key))
    return len(subject & set(telling_words(other.stem))) >= max(SAME_SUBJECT, len(subject) - 1)
