"""Choice questions of an ask."""

from __future__ import annotations

from quizapp.core.generation.distractors import Keyed, distractors_of
from quizapp.core.generation.facts import Ask, Fact
from quizapp.core.generation.questions.drafting import draft_ask
from quizapp.core.kinds import GAP, Choice, Option, QuestionDraft


def write_choice(fact: Fact, ask: Ask, keyed: Keyed) -> QuestionDraft:
    """Ask for the key among its distractors; the key stands first until all keys are placed."""
    content = Choice((Option(ask.key, right=True), *distractors_of(ask, keyed)))
    return draft_ask(fact, ask, content, ask.question or ask.sentence.replace("{}", GAP))
