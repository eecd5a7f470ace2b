"""From marked words to a fact with its questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.core.generation.drafting.naming import fact_id
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Fact
from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.lint import Sources
from quizapp.core.generation.marking.forms import best_form, forms_for
from quizapp.core.generation.marking.mark import CannotMark, Mark, find_mark
from quizapp.core.generation.marking.reading import MarkedSentence, mentions_in, read_sentence, setting_of
from quizapp.core.generation.marking.recognising import Recognised, recognise, recognise_in
from quizapp.core.generation.marking.suggestion import Suggestion
from quizapp.core.generation.marking.wrong_answers import sound_wrong_answers
from quizapp.core.kinds import Citation
from quizapp.core.reading.document import ReadDocument

NOT_IN_STATEMENT = "The statement must hold the marked words “{}” once: they are the answer."
EMPTY_STATEMENT = "Write what the fact says, in one sentence."
LONGEST_STATEMENT = 600
TOO_LONG = f"Keep the statement under {LONGEST_STATEMENT} letters."


def suggest(
    sources: Sources, key: str, title: str, start: int, end: int, *, seed: int = 0, statement: str = ""
) -> Suggestion:
    """Return a fact and its questions for the words text[start:end] of a document; CannotMark says why there are none.

    The same words, document and seed give the same. A `statement` given says the fact in other words.
    """
    read = sources.documents[key]
    mark = find_mark(read, start, end)
    setting = setting_of(read, key, title, seed, mark.number)
    sentence = read_sentence(read, mark, setting)
    found = _reworded(statement, mark, sentence, setting) if statement else recognise(mark, sentence, setting)
    fact = _fact(found, mark, sources, read)
    ask = sound_wrong_answers(fact, replace(found.ask, slot=_slot(found)), mark, sources)
    forms = forms_for(fact, ask, sources, setting.roster, surely=found.surely)
    best = best_form(forms, surely=found.surely)
    return Suggestion(mark, found.sort, found.doubts, replace(fact, asks=(ask,)), forms, best)


def _reworded(text: str, mark: Mark, sentence: MarkedSentence, setting: Setting) -> Recognised:
    """Ask the marked words in a statement that a person has put in her own words."""
    said = " ".join(text.split())
    if not said:
        raise CannotMark(EMPTY_STATEMENT)
    if len(said) > LONGEST_STATEMENT:
        raise CannotMark(TOO_LONG)
    pattern = r"\s+".join(re.escape(word) for word in mark.words.split())
    places = [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", said)]
    if len(places) != 1:
        raise CannotMark(NOT_IN_STATEMENT.format(mark.words))
    syntax = parse_sentence(said)
    statement = Statement(
        document=setting.document,
        sentence=mark.number,
        cleaned=Cleaned(said, (mark.start,) * len(said)),
        syntax=syntax,
        quote=sentence.as_it_stands[0].quote,
        mentions=mentions_in(syntax, setting.roster),
    )
    return recognise_in(statement, places[0], setting)


def _fact(found: Recognised, mark: Mark, sources: Sources, read: ReadDocument) -> Fact:
    statement = found.statement
    options = [Citation(statement.document, quote) for quote in _quotes(statement.quote, mark, read)]
    evidence = next((row for row in options if _stands_at(row, mark, sources)), options[0])
    return Fact(fact_id(statement.text, evidence.quote), statement.text, (evidence,))


def _stands_at(citation: Citation, mark: Mark, sources: Sources) -> bool:
    """Say whether a quote is found where the words were marked, and not where the document says the same before."""
    anchor = sources.anchor(citation)
    return anchor is not None and anchor.start <= mark.start and mark.end <= anchor.end


def _quotes(quote: str, mark: Mark, read: ReadDocument) -> Iterator[str]:
    """Yield the words to quote, and more of the paragraph where the same words stand in the document twice."""
    passage = mark.passage
    if mark.words in quote:
        yield quote
    yield read.text[passage.start : passage.end].strip()
    near = [
        row for row in read.passages[max(0, mark.number - 2) : mark.number + 3] if row.paragraph == passage.paragraph
    ]
    for reach in range(1, len(near)):
        for first in range(len(near) - reach):
            start, end = near[first].start, near[first + reach].end
            if start <= mark.start and mark.end <= end:
                yield read.text[start:end].strip()


def _slot(found: Recognised) -> str:
    return re.sub(r"[^a-z0-9]+", "-", found.sort.lower()).strip("-") or "words"
