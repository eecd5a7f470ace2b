"""A quiz held to the rules for a whole sitting, with what it covers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from quizapp.banks.queries.drafts import drafts_of
from quizapp.core.kinds import KINDS
from quizapp.quizzes.checks import Check, Held, check_quiz
from quizapp.quizzes.queries.composer import Composer
from quizapp.quizzes.queries.coverage import Coverage, coverage
from quizapp.quizzes.rules import limit_minutes


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, which kinds there are, and what of the documents is asked."""

    checks: tuple[Check, ...]
    kinds: tuple[tuple[str, int], ...]  # names of core.kinds.KINDS in their order, with how many there are
    coverage: Coverage

    @property
    def may_publish(self) -> bool:
        """Whether nothing stands against publishing."""
        return not any(check.level == "stops" for check in self.checks)


def checked(quiz: Composer) -> Checked:
    """Return what a teacher should know of a quiz before she publishes it."""
    ids = [question.question_id for question in quiz.questions]
    drafts = drafts_of(ids)
    held = [
        Held(
            number=question.number,
            question_id=question.question_id,
            draft=drafts[question.question_id],
            is_accepted=question.is_accepted,
            is_stale=question.is_stale,
            is_changed=question.is_changed,
            alternative_to=question.alternative_to,
        )
        for question in quiz.questions
        if question.question_id in drafts
    ]
    settings = quiz.settings
    counts = Counter(one.draft.kind for one in held)
    return Checked(
        checks=check_quiz(
            held,
            pick=settings.pick,
            minutes=quiz.minutes,
            time_limit_minutes=limit_minutes(settings.time_limit_seconds),
        ),
        kinds=tuple((kind, counts[kind]) for kind in KINDS if counts[kind]),
        coverage=coverage(quiz.bank_id, ids),
    )
