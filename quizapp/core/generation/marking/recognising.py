"""What marked words are: a value that the drafters know how to ask, one that they only recognise, or plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.choosing import rating, standing
from quizapp.core.generation.drafting.person_names import names_of
from quizapp.core.generation.drafting.planning import DRAFTERS, PHRASE_DRAFTERS
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.drafting.writings import writings_of
from quizapp.core.generation.drafting.wrong_names import wrong_names
from quizapp.core.generation.drafting.wrong_numbers import wrong_numbers
from quizapp.core.generation.drafting.wrong_terms import wrong_terms
from quizapp.core.generation.drafting.wrong_times import wrong_times
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.marking.mark import Mark
from quizapp.core.generation.marking.reading import MarkedSentence
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.times import shown_date
from quizapp.core.kinds import PartialDate, fold

TIMES = frozenset({"year", "date", "month"})
SORTS = {"place": "place", "treaty": "treaty", "person": "person"}
ORGANISED = frozenset({"university", "company", "organisation", "force"})
HINTS = {"year": "a year", "month": "a month and year", "date": "a date", "number": "a number", "person": "a person"}
MAYBE_TRUE = "Read each wrong answer: another one may be right here as well."


@dataclass(frozen=True, slots=True)
class Recognised:
    """How the marked words can be asked, in which statement, and what speaks against it."""

    statement: Statement
    sort: str
    ask: Ask
    doubts: tuple[str, ...] = ()
    surely: bool = False  # the drafters would ask it by themselves


def recognise(mark: Mark, sentence: MarkedSentence, setting: Setting) -> Recognised:
    """Return the best way to ask the marked words; plain words in the sentence as it stands are always one."""
    places = list(_places(sentence.statements, mark))
    known = [row for row in _candidates(sentence, setting) if _is_marked(row, mark, places)]
    best = max(standing(known, setting), key=rating, default=None)
    if best:
        return Recognised(best.statement, best.mention.sort, _fair(best.ask), best.doubts, surely=True)
    cleaned, uncut = sentence.as_it_stands
    usable = places or [*_places([cleaned], mark)] or [*_places([uncut], mark)]
    statement, place = min(usable, key=lambda row: _flaws(row[0]))
    return recognise_in(statement, place, setting)


def _places(statements: Sequence[Statement], mark: Mark) -> Iterator[tuple[Statement, tuple[int, int]]]:
    return ((statement, place) for statement in statements if (place := place_in(statement, mark)))


def recognise_in(statement: Statement, place: tuple[int, int], setting: Setting) -> Recognised:
    """Return how to ask one stretch of one statement: by the drafters, by its sort, or as plain words."""
    known = [
        row for drafter in DRAFTERS for row in drafter(statement, setting) if _covers(row.mention, statement, place)
    ]
    best = max(standing(known, setting), key=rating, default=None)
    if best:
        return Recognised(statement, best.mention.sort, _fair(best.ask), best.doubts, surely=True)
    mention = next((row for row in statement.mentions if _covers(row, statement, place)), None)
    if mention and (mention.sort in TIMES | {"number"} or mention.sort != "name"):
        return Recognised(statement, mention.sort, _typed(statement, mention, setting), statement.doubts)
    words = statement.text[slice(*place)]
    return Recognised(statement, "text", _plain(statement, place, words, setting), statement.doubts)


def place_in(statement: Statement, mark: Mark) -> tuple[int, int] | None:
    """Return where a statement says the marked words; None where it leaves them out or takes them apart."""
    inside = [n for n, place in enumerate(statement.cleaned.places) if mark.start <= place < mark.end]
    if not inside or statement.how == "made" or inside[-1] - inside[0] + 1 != len(inside):
        return None
    start, end = inside[0], inside[-1] + 1
    said = statement.text[start:end]
    whole = fold(said) == fold(mark.words) or fold(said).endswith(" " + fold(mark.words))
    return (start, end) if whole else None


def _candidates(sentence: MarkedSentence, setting: Setting) -> Iterator[Candidate]:
    for statement in sentence.statements:
        for drafter in DRAFTERS:
            yield from drafter(statement, setting)
    for phrase_drafter in PHRASE_DRAFTERS:
        yield from phrase_drafter(sentence.source, setting)


def _is_marked(candidate: Candidate, mark: Mark, places: Sequence[tuple[Statement, tuple[int, int]]]) -> bool:
    if candidate.statement.how == "made":
        return mark.start <= candidate.place[1] < mark.end and fold(candidate.ask.key) == fold(mark.words)
    place = next((place for statement, place in places if statement is candidate.statement), None)
    return place is not None and _covers(candidate.mention, candidate.statement, place)


def _covers(mention: Mention, statement: Statement, place: tuple[int, int]) -> bool:
    """Say whether a mention is what was marked, but for an article or a unit beside it."""
    start, end = place
    if (mention.start, mention.end) == (start, end):
        return True
    if not start <= mention.start < mention.end <= end:
        return False
    before, after = statement.text[start : mention.start].split(), statement.text[mention.end : end].split()
    small = all(word.lower() in {"the", "a", "an", "in", "on", "$", "£", "€"} for word in before)
    unit = mention.sort == "number" and len(after) == 1 and (after[0].islower() or after[0] == "%")
    return small and (not after or unit)


def _fair(ask: Ask) -> Ask:
    """Leave out what holds the answer and more, such as an assembly named after its state: it is another thing."""
    if ask.answer.type == "person":
        return ask
    key = fold(ask.key).split()
    kept = tuple(
        form for form in ask.accept if len(fold(form).split()) <= len(key) or not fold(form).startswith(key[0])
    )
    return replace(ask, accept=kept)


def _flaws(statement: Statement) -> tuple[int, int]:
    return len(statement.doubts), abs(len(statement.syntax) - 18)


def _typed(statement: Statement, mention: Mention, setting: Setting) -> Ask:
    """Ask a recognised value that the drafters leave alone: its wrong answers want looking at."""
    if mention.sort in TIMES:
        return _time(statement, mention, setting)
    if mention.sort == "number":
        return _number(statement, mention, setting)
    other = names_of(mention.text, setting.roster, surely=mention.sort == "person")
    kind = SORTS.get(mention.sort, "organisation" if mention.sort in ORGANISED else "term")
    ask = Ask("", Answer(kind, mention.text), sentence=statement.gap(mention), hint=HINTS.get(mention.sort, ""))
    return replace(ask, accept=tuple(other), distractors=_wrong(wrong_names(mention, statement, setting)))


def _time(statement: Statement, mention: Mention, setting: Setting) -> Ask:
    date = PartialDate.from_iso(mention.value)
    ask = Ask("", Answer("year" if mention.sort == "year" else "date", date), sentence=statement.gap(mention))
    shown = "" if mention.sort == "year" else shown_date(mention.value, american=mention.text[0].isalpha())
    wrong = _wrong(wrong_times(statement, mention, setting, "at"))
    said = (mention.text,) if mention.text != ask.answer.written() else ()
    return replace(ask, shown=shown, hint=HINTS[mention.sort], supported_by=said, distractors=wrong)


def _number(statement: Statement, mention: Mention, setting: Setting) -> Ask:
    value = Decimal(mention.value)
    ask = Ask("", Answer("number", value), shown=mention.text, sentence=statement.gap(mention), hint="a number")
    accept = tuple(dict.fromkeys(text for text in (f"{value:,f}", f"{value:f}") if text != mention.text))
    return replace(ask, accept=accept, distractors=_wrong(wrong_numbers(mention, setting, statement, rough=False)))


def _plain(statement: Statement, place: tuple[int, int], words: str, setting: Setting) -> Ask:
    """Ask plain words: the gap where they stand, and other terms of the document that could be taken for them."""
    start, end = place
    sentence = f"{statement.text[:start]}{{}}{statement.text[end:]}" if end else ""
    wrong = wrong_terms(words, statement.text, setting) if words == words.lower() else []
    ask = Ask("", Answer("text" if len(words.split()) > 4 else "term", words), sentence=sentence)
    counted = statement.text[:start].lower().endswith(("a ", "an "))
    accept = writings_of(words, counted=counted) if words.islower() and len(words.split()) < 3 else ()
    return replace(ask, accept=accept, distractors=_wrong(wrong))


def _wrong(texts: Sequence[str]) -> tuple[Distractor, ...]:
    return tuple(Distractor(text, NO_REASON) for text in texts)
