"""Asking for a term by what holds under it: 'In a monarchy, one ruler holds ...', 'oligarchy, in which ...'."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.made import made_statement
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.terms import is_term, term_candidate
from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.extraction.hygiene import first_fault
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.extraction.statements import LONG, Source
from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.vocabulary import make_of

_UNDER = re.compile(
    r"^(?:In|Under) (?!contrast|comparison)(?:an? )?(?P<term>[a-z-]+(?: [a-z-]+){0,2}?)"
    r"(?:, (?=[a-z])| (?=the |people |all |one ))"
    r"(?P<unlike>unlike [^,]+, )?(?P<rest>[^;:]{25,}\.)$"
)
_MEANS = re.compile(
    r"(?:^|[ ,(])(?P<term>[A-Za-z-]+(?: of [a-z-]+)?), which (?P<verb>means that|means|refers to|occurs when) "
    r"(?P<rest>[^;:]{25,}?)\.$"
)
_IN_WHICH = re.compile(
    rf"(?P<genus>{any_phrase('kinds of thing')} of [a-z]+) is (?:an? )?(?P<term>[a-z-]+(?: [a-z-]+)?), "
    r"(?P<rest>(?:in|by|under|through) which [^;:]{25,}?)\.$"
)
_UNBOUND = re.compile(
    r"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]his|[Tt]hese"
    r"|[Tt]hose(?! who| of| that| in)|[Ss]uch|[Tt]hem|[Hh]im|[Hh]ere|earlier|later)\b"
)
_PAST = frozenset({"VBD", "AVBD"})


def situation_candidates(source: Source, setting: Setting) -> Iterator[Candidate]:
    """Yield the term of which a sentence tells what holds under it."""
    text = source.cleaned.text
    if first_fault(text) or len(text.split()) > LONG:
        return
    for candidate in (_under(source, setting), _told(source, setting, _MEANS), _told(source, setting, _IN_WHICH)):
        if candidate:
            yield candidate


def _under(source: Source, setting: Setting) -> Candidate | None:
    match = _UNDER.match(source.cleaned.text)
    if not match or _UNBOUND.search(match["rest"]) or any(tag in _PAST for tag in source.syntax.tags):
        return None
    statement = _whole(source, setting, match.span("unlike"))
    last = match["term"].split()[-1]
    known = make_of(last) and last not in word_list("vague terms")
    if not known or not is_term(statement, *match.span("term"), setting):
        return None
    bare = not re.match(r"(?:In|Under) an? ", source.cleaned.text)
    doubts = ("a state of things may have other names",) if bare else ()
    return term_candidate(statement, match.span("term"), setting, "", "situated", doubts)


def _told(source: Source, setting: Setting, pattern: "re.Pattern[str]") -> Candidate | None:
    """Ask 'What term means that ...?' or 'What is the term for a form of government in which ...?'."""
    text = source.cleaned.text
    match = pattern.search(text)
    if not match or _UNBOUND.search(match["rest"]):
        return None
    first = match.start("genus") if pattern is _IN_WHICH else match.start("term")
    told, quote = text[first:], _quote(source, setting, first)
    statement = made_statement(source, told, quote, source.cleaned.places[first])
    span = (match.start("term") - first, match.end("term") - first)
    if not is_term(statement, *span, setting):
        return None
    if pattern is _IN_WHICH:
        question = f"What is the term for {_articled(match['genus'])} {match['rest']}?"
    else:
        question = f"What term {match['verb']} {match['rest']}?"
    return term_candidate(statement, span, setting, question, "situated")


def _articled(genus: str) -> str:
    return f"{'an' if genus[0] in 'aeiou' else 'a'} {genus}"


def _whole(source: Source, setting: Setting, cut: tuple[int, int]) -> Statement:
    """Return the whole sentence as a statement, without what it is contrasted with."""
    start, end = cut if cut[0] >= 0 else (0, 0)
    text, places = source.cleaned.text, source.cleaned.places
    cleaned = Cleaned(text[:start] + text[end:], places[:start] + places[end:])
    quote = setting.text[source.start : source.end].strip()
    return Statement(source.document, source.number, cleaned, parse_sentence(cleaned.text), quote, how="made")


def _quote(source: Source, setting: Setting, first: int) -> str:
    """Return the words of the document from a place of the cleaned sentence to its end."""
    return setting.text[source.cleaned.places[first] : source.end].strip()
