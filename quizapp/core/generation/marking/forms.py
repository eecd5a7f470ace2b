"""Every form of a question that suits a marked answer, the plain ones always among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from quizapp.core.generation.facts import Ask, Fact
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.lint import Sources, lint_question
from quizapp.core.generation.marking.recognising import MAYBE_TRUE
from quizapp.core.generation.marking.suggestion import SuggestedForm
from quizapp.core.generation.mentions.gazetteer import person_words
from quizapp.core.generation.mentions.roster import Roster
from quizapp.core.generation.questions.choice import write_choice
from quizapp.core.generation.questions.drafting import draft_of
from quizapp.core.generation.questions.placing import place_keys
from quizapp.core.generation.questions.true_false import write_true_false
from quizapp.core.generation.questions.typed import write_typed
from quizapp.core.generation.seeding import rank
from quizapp.core.kinds import Multiple, Option, PartialDate, QuestionDraft

LEAST_WRONG = 2
LEAST_MEMBERS, MOST_MEMBERS, LONGEST_MEMBER = 2, 5, 6
_JOINTS = re.compile(r",?\s+(?:and|or|as well as)\s+|,\s+")
SURELY_TYPED, MOST_TYPED = 2, 5
_SMALL = frozenset({"of", "the", "and", "de", "la", "le", "du", "van", "von", "der", "den", "aan", "in", "on", "for"})
_EXAMPLE = re.compile(r"\b(?:such as|including|like|especially|for example|for instance|e\.g\.),? (?:the |an? )?\{\}")
WRITE_WRONG = "Write at least two wrong answers that somebody might believe."
WRITE_QUESTION = "Write the question."
LONG = "Few will type so many words as they stand here: mark fewer, or let them choose."
IN_ORDER = "Typed in another order it would count as wrong: ask for every right answer instead."
OTHER_WORDS = "Other words may be just as right: add them to the answers, or let them choose."
EXAMPLE = "It is only an example here: others may be just as right."
ALWAYS_TRUE = "There is no other value to put in its place, so it is true as it stands. Change a word to make it false."


def forms_for(fact: Fact, ask: Ask, sources: Sources, roster: Roster, *, surely: bool) -> tuple[SuggestedForm, ...]:
    """Write every form that suits an answer and hold each to the item rules."""
    return tuple(_judged(row, sources) for row in _forms(fact, ask, roster, surely=surely))


def _judged(form: SuggestedForm, sources: Sources) -> SuggestedForm:
    return form if form.needs else replace(form, findings=tuple(lint_question(form.draft, sources)))


def _forms(fact: Fact, ask: Ask, roster: Roster, *, surely: bool) -> Iterator[SuggestedForm]:
    shared = _shared_surnames(roster)
    enough = len(ask.distractors) >= LEAST_WRONG
    example = EXAMPLE if _EXAMPLE.search(ask.sentence) else ""
    open_to_others = example or _note_on_typing(ask, surely=surely)
    if ask.question or ask.sentence:
        choice = place_keys([write_choice(fact, ask, {})])[0]
        unsure = MAYBE_TRUE if enough and not surely else ""
        yield SuggestedForm(choice, needs="" if enough else WRITE_WRONG, note=example or unsure)
    if parts := listed(ask):
        yield SuggestedForm(_several(fact, ask, parts), needs=WRITE_QUESTION)
    yield _typed(fact, ask, shared, open_to_others)
    if ask.sentence:
        yield SuggestedForm(write_typed(fact, ask, "cloze", {}, shared), note=open_to_others)
        yield _true_false(fact, ask, surely=surely)


def _note_on_typing(ask: Ask, *, surely: bool) -> str:
    """Say why few would type an answer as it stands; nothing for a name, a date, a number or a word or two."""
    words = ask.key.split()
    if not isinstance(ask.answer.value, str) or len(words) <= SURELY_TYPED:
        return ""
    if len(words) > MOST_TYPED:
        return LONG
    if listed(ask):
        return IN_ORDER
    is_name = all(word[:1].isupper() or word in _SMALL for word in words)
    return "" if surely or is_name else OTHER_WORDS


def listed(ask: Ask) -> tuple[str, ...]:
    """Return the members of a list such as 'milk, eggs and flour'; nothing for any other answer."""
    if ask.answer.type not in {"text", "term"} or any(letter.isdigit() for letter in ask.key):
        return ()
    parts = tuple(part.strip() for part in _JOINTS.split(ask.key))
    short = all(0 < len(part.split()) <= LONGEST_MEMBER for part in parts)
    return parts if LEAST_MEMBERS <= len(parts) <= MOST_MEMBERS and short else ()


def _several(fact: Fact, ask: Ask, parts: tuple[str, ...]) -> QuestionDraft:
    """Ask for every member of a list; the wrong ones a person writes."""
    options = tuple(Option(part, right=True) for part in parts)
    return draft_of(fact, ask.slot, Multiple(options), stem="", why="", overrides={})


def _typed(fact: Fact, ask: Ask, shared: frozenset[str], note: str) -> SuggestedForm:
    """The form that is answered by typing after a question; without a question, a person writes it."""
    value = ask.answer.value
    form = "date" if isinstance(value, PartialDate) else "number" if isinstance(value, Decimal) else "short_text"
    draft: QuestionDraft = write_typed(fact, ask, form, {}, shared)
    return SuggestedForm(draft, needs="" if ask.question else WRITE_QUESTION, note=note)


def _true_false(fact: Fact, ask: Ask, *, surely: bool) -> SuggestedForm:
    truth = not ask.distractors or rank("true or false", fact.id, ask.slot) % 2 == 1
    note = ALWAYS_TRUE if not ask.distractors else "" if truth or surely else MAYBE_TRUE
    return SuggestedForm(write_true_false(fact, ask, {}, truth=truth), note=note)


def _shared_surnames(roster: Roster) -> frozenset[str]:
    """The surnames that several people of the document bear, titles aside: no such word names one of them."""
    people = (name.split() for name, row in roster.sorts.items() if row[0] == "person")
    bearers: dict[str, set[str]] = {}
    for words in people:
        bare = [word for word in words if word not in person_words("titles") | word_list("offices before names")]
        if len(bare) > 1:
            bearers.setdefault(bare[-1].lower(), set()).add(bare[0])
    return frozenset(surname for surname, first in bearers.items() if len(first) > 1)


def best_form(forms: tuple[SuggestedForm, ...], *, surely: bool) -> str:
    """Return the kind to take first: one that needs nothing, breaks no rule, and whose wrong answers are sure."""
    free = [form for form in forms if not form.is_blocked]

    def rank_of(form: SuggestedForm) -> tuple[bool, bool, bool]:
        unsure = form.kind in {"choice", "true_false"} and not surely
        return unsure or bool(form.note), not form.is_clean, form.kind == "true_false"

    best = min(free, key=rank_of, default=None)
    return best.kind if best else ""
