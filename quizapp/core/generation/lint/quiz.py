"""E09, W18, S29: rules for the questions that one learner meets together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.likeness import near_duplicates
from quizapp.core.generation.lint.words import bare_words, says, telling_words
from quizapp.core.generation.mentions.heads import NOT_PEOPLE
from quizapp.core.generation.values import whole_date, whole_number
from quizapp.core.kinds import Choice, Multiple, QuestionDraft, key_text

CAPPED = {"true_false": 1 / 3, "cloze": 1 / 3}
FULL_NAME = re.compile(r"(?:[A-Z][\w.'’-]*\.? )+(?:(?:de|van|von|der|al|ibn) )*[A-Z][\w'’-]+")
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
    """S29: pairs where one question gives the other's key away, on the same subject."""
    told = [(other, text, frozenset(bare_words(text))) for other in drafts for text in _shown(other)]
    for draft in drafts:
        if draft.kind in ("true_false", "matching", "ordering", "multiple"):
            continue
        key = key_text(draft.content)
        clashing: set[str] = set()
        for form in _forms(key):
            needed = set(bare_words(form))
            near = [(other, text) for other, text, words in told if needed <= words and other.slot != draft.slot]
            for other, text in near:
                if other.id not in clashing and says(text, form) and _shares_subject(draft, text, key):
                    clashing.add(other.id)
                    message = f"its key “{key}” stands in '{other.id}'"
                    fix = "Put only one of the two into the quiz."
                    yield Finding("S29", "S", draft.id, message, fix, other=other.id)


def _shown(draft: QuestionDraft) -> Iterator[str]:
    """Yield what a question shows that may hold another's key: its stem, and with it each option that tells something.

    A bare date, number or name among the options tells nothing: it may be a wrong one.
    """
    yield draft.stem
    if isinstance(draft.content, Choice | Multiple):
        yield from (f"{draft.stem} {option.text}" for option in draft.content.options if _tells(option.text))


def _tells(text: str) -> bool:
    small = [word for word in text.split() if word[0].islower()]
    return len(small) > 2 and not whole_date(text) and whole_number(text) is None


def _forms(key: str) -> Iterator[str]:
    """Yield the key, and the last name that stands for a full name."""
    if len(key) >= LEAST_KEY:
        yield key
    if FULL_NAME.fullmatch(key) and len(key.split()[-1]) >= LEAST_KEY and key.split()[-1] not in NOT_PEOPLE:
        yield key.split()[-1]


def _shares_subject(draft: QuestionDraft, text: str, key: str) -> bool:
    subject = set(telling_words(draft.stem)) - set(telling_words(key))
    return len(subject & set(telling_words(text))) >= max(SAME_SUBJECT, len(subject) - 1)
