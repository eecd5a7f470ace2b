"""E09: questions that are one question."""

from __future__ import annotations

import math
from collections import Counter
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
    common = Counter(word for row in words for word in row)
    earlier: dict[str, list[int]] = {}
    for index, draft in enumerate(drafts):
        # Two sets that are alike share one of their rarest words: only such pairs need comparing.
        rarest = sorted(words[index], key=lambda word: (common[word], word))
        rarest = rarest[: len(rarest) - math.ceil(ALIKE * len(rarest)) + 1]
        for other in sorted({place for word in rarest for place in earlier.get(word, ())}):
            if _alike(draft, drafts[other], across_kinds) and likeness(words[index], words[other]) >= ALIKE:
                twin, fix = drafts[other].id, "Leave one of the two out, or ask for something else."
                yield Finding("E09", "E", draft.id, f"it asks nearly what '{twin}' asks", fix, other=twin)
                break
        for word in rarest:
            earlier.setdefault(word, []).append(index)


def _alike(draft: QuestionDraft, other: QuestionDraft, across_kinds: bool) -> bool:
    return (across_kinds or draft.kind == other.kind) and not _differ(draft, other)


def _differ(one: QuestionDraft, other: QuestionDraft) -> bool:
    """Whether a word that tells sets two stems apart and they have different keys."""
    apart = set(telling_words(one.stem)) ^ set(telling_words(other.stem))
    return bool(apart) and fold(key_text(one.content)) != fold(key_text(other.content))


def _words(draft: QuestionDraft, *, with_key: bool) -> set[str]:
    key = key_text(draft.content) if with_key or draft.kind in WITH_KEY else ""
    return {stem(word) for word in words_of(f"{draft.stem} {key}")}
