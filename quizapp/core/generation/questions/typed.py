"""Questions whose answer is typed: words, a number, a date, or the filling of a gap."""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.generation.distractors import Keyed, distractors_of
from quizapp.core.generation.facts import Ask, Fact
from quizapp.core.generation.questions.accepted import accepted_forms
from quizapp.core.generation.questions.drafting import draft_ask
from quizapp.core.kinds import (
    GAP,
    Cloze,
    Content,
    Date,
    Number,
    PartialDate,
    QuestionDraft,
    ShortText,
    WrongAnswer,
    fold,
)


def write_typed(fact: Fact, ask: Ask, form: str, keyed: Keyed, shared: frozenset[str]) -> QuestionDraft:
    """Ask for the key without options; the distractors become foreseen wrong answers."""
    accept = accepted_forms(ask, shared)
    wrong = _wrong_answers(ask, keyed, accept)
    if form == "cloze":
        return draft_ask(fact, ask, Cloze(accept, ask.hint, wrong), ask.sentence.replace("{}", GAP))
    return draft_ask(fact, ask, _content(ask, form, accept, wrong), ask.question)


def _content(ask: Ask, form: str, accept: tuple[str, ...], wrong: tuple[WrongAnswer, ...]) -> Content:
    answer = ask.answer
    if form == "date" and isinstance(answer.value, PartialDate):
        return Date(answer.value, wrong)
    if form == "number" and isinstance(answer.value, Decimal):
        return Number(answer.value, answer.tolerance, answer.unit, wrong)
    return ShortText(accept, wrong)


def _wrong_answers(ask: Ask, keyed: Keyed, accept: tuple[str, ...]) -> tuple[WrongAnswer, ...]:
    taken = {fold(form) for form in accept}
    options = [option for option in distractors_of(ask, keyed) if fold(option.text) not in taken]
    return tuple(WrongAnswer(option.text, option.reason, option.citation) for option in options)
