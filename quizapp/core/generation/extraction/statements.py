"""From the sentences of a document to statements that stand by themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.core.generation.extraction.cleaning import Cleaned, clean_sentence
from quizapp.core.generation.extraction.hygiene import first_fault
from quizapp.core.generation.extraction.references import pointing_faults
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.extraction.variants import variants_of
from quizapp.core.generation.language.syntax import Syntax, parse_sentence
from quizapp.core.generation.mentions.amounts import find_amounts
from quizapp.core.generation.mentions.names import find_names
from quizapp.core.generation.mentions.roster import Roster
from quizapp.core.generation.mentions.times import find_times

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD", "AVBD", "AVBZ", "AVBP"])
SHORTEST, LONGEST = 5, 34


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence of a document, cleaned and parsed."""

    document: str
    number: int
    paragraph: int
    start: int
    end: int
    cleaned: Cleaned
    syntax: Syntax


def read_source(document: str, number: int, paragraph: int, text: str, start: int, end: int) -> Source:
    """Clean and parse text[start:end]."""
    cleaned = clean_sentence(text, start, end)
    return Source(document, number, paragraph, start, end, cleaned, parse_sentence(cleaned.text))


def statements_of(source: Source, text: str, roster: Roster, title: Sequence[str]) -> tuple[list[Statement], list[str]]:
    """Return what one sentence yields, and why its other readings were turned away."""
    found: list[Statement] = []
    refused: list[str] = []
    for how, cleaned in variants_of(source.cleaned, source.syntax):
        syntax = source.syntax if how == "whole" else parse_sentence(cleaned.text)
        why = _refusal(cleaned, syntax, title)
        if why:
            refused.append(why if how == "whole" else f"{how}: {why}")
            continue
        if not cleaned.places:
            continue
        start, end = cleaned.places[0], cleaned.places[-1] + 1
        quote = text[source.start : source.end] if how == "whole" else text[start:end]
        if how != "whole" and source.end == end + 1:
            quote = text[start : source.end]
        times = find_times(cleaned.text)
        names = [roster.type_of(name) for name in find_names(syntax)]
        amounts = find_amounts(cleaned.text, times)
        inside = {place for name in names for place in range(name.start, name.end)}
        mentions = times + names + [amount for amount in amounts if amount.start not in inside]
        doubts = tuple(_doubts(syntax, how, title))
        ordered = tuple(sorted(mentions, key=lambda mention: mention.start))
        found.append(Statement(source.document, source.number, cleaned, syntax, quote.strip(), doubts, how, ordered))
    return found, refused


def _refusal(cleaned: Cleaned, syntax: Syntax, title: Sequence[str]) -> str:
    """Return why a text cannot stand by itself, or nothing."""
    if fault := first_fault(cleaned.text):
        return fault
    words = sum(token.text[0].isalnum() for token in syntax.tokens)
    if not SHORTEST <= words <= LONGEST:
        return f"{words} words: shorter than {SHORTEST} or longer than {LONGEST}"
    return _shape_fault(syntax) or next(iter(pointing_faults(syntax, range(len(syntax)), title)), "")


def _shape_fault(syntax: Syntax) -> str:
    if not any(tag in _FINITE for tag in syntax.tags):
        return "no finite verb"
    first = syntax.word(0)
    if first in {
        "of",
        "which",
        "who",
        "whose",
        "where",
        "that",
        "because",
        "so",
        "and",
        "but",
        "or",
        "nor",
        "whether",
        "thus",
        "if",
    }:
        return f"it begins with '{first}'"
    if first in {
        "many",
        "some",
        "others",
        "several",
        "both",
        "most",
        "all",
        "each",
        "one",
        "two",
        "three",
        "few",
        "none",
        "another",
        "even",
        "not",
        "only",
    } and _is_headless(syntax):
        return f"it is about '{first}' of something"
    return ""


def _is_headless(syntax: Syntax) -> bool:
    return syntax.tags[1][:1] not in {"N", "J", "C"} and syntax.word(1) not in {"of", "the"}


def _doubts(syntax: Syntax, how: str, title: Sequence[str]) -> Iterator[str]:
    text = syntax.text
    if any(
        word in text
        for word in (
            " said ",
            " says ",
            " told ",
            " claims ",
            " claimed ",
            " argued ",
            " argues ",
            " believes ",
            " suggested ",
        )
    ):
        yield "it reports what somebody says"
    first = syntax.word(0)
    if first in {"a", "an"}:
        yield "its subject is not named"
