"""E09: questions that are one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.words import likeness, stem, telling_words
from quizapp.core.kinds import QuestionDraft, fold, key_text
from quizapp.core.kinds.folding import words_of

ALIKE = 0.8
WITH_KEY = ("multiple", "matching", "ordering")


def near_duplicates(drafts: Sequence[QuestionDraft], *, across_kinds: bool) -> Iterator[Finding]:
    """Pairs of questions of which the later says nearly what the earlier says."""
    words = [_words(draft, with_key=across_kinds) for draft in drafts]
    for index, draft in enumerate(drafts):
        for earlier in range(index):
            other = drafts[earlier]
            same_kind = other.kind == draft.kind
            alike = likeness(words[index], words[earlier]) >= ALIKE
            if (across_kinds or same_kind) and alike and not _differ(draft, other):
                message = f"it asks nearly what '{other.id}' asks"
                yield Finding("E09", "E", draft.id, message, "Leave one of the two out, or ask for something else.")
                break


def _differ(one: QuestionDraft, other: QuestionDraft) -> bool:
    """Whether a word that tells sets two stems apart and they have different keys."""
    apart = set(telling_words(one.stem)) ^ set(telling_words(other.stem))
    return bool(apart) and fold(key_text(one.content)) != fold(key_text(other.content))


def _words(draft: QuestionDraft, *, with_key: bool) -> set[str]:
    key = key_text(draft.content) if with_key or draft.kind in WITH_KEY else ""
    return {stem(word) for word in words_of(f"{draft.stem} {key}")}
