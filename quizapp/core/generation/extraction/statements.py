"""From the sentences of a document to statements that stand by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.core.generation.extraction.cleaning import Cleaned, clean_sentence
from quizapp.core.generation.extraction.full_names import with_full_names
from quizapp.core.generation.extraction.hygiene import first_fault, holds_quotation, quoted_spans
from quizapp.core.generation.extraction.references import Known, pointing_faults
from quizapp.core.generation.extraction.repair import Told, repair
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.extraction.variants import WITHOUT_FRONT, variants_of
from quizapp.core.generation.language.syntax import Syntax, parse_sentence
from quizapp.core.generation.language.verbs import base_of
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.amounts import find_amounts
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.names import find_names
from quizapp.core.generation.mentions.roster import Roster
from quizapp.core.generation.mentions.times import find_times

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD", "AVBD", "AVBZ", "AVBP"])
SHORTEST, LONG, LONGEST = 5, 40, 55
UNREAD = 1500
TIMELESS = "when it happened stands in the sentence before"


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
    """Clean and parse text[start:end]; what is far too long for a sentence is left unread."""
    cleaned = clean_sentence(text, start, end) if end - start <= UNREAD else Cleaned("", ())
    return Source(document, number, paragraph, start, end, cleaned, parse_sentence(cleaned.text))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands round a sentence: the text, the names, what the reader knows, the sentence before, the hero."""

    text: str
    roster: Roster
    known: Known
    before: Syntax | None = None
    hero: str = ""
    gender: str = ""


def statements_of(source: Source, around: Surroundings) -> tuple[list[Statement], list[str]]:
    """Return what one sentence yields, and why its other readings were turned away."""
    if not source.cleaned.text:
        return [], [f"{source.end - source.start} letters without an end: it is not read as a sentence"]
    cleaned, syntax = source.cleaned, source.syntax
    named = with_full_names(cleaned, syntax, around.roster, around.known.title)
    if named.text != cleaned.text:
        cleaned, syntax = named, parse_sentence(named.text)
    found, refused = _read(source, cleaned, syntax, around, "")
    if not found:
        told = Told(around.hero, around.gender, around.known.title)
        mended = repair(cleaned, syntax, around.before, around.roster, told, around.known.things)
        if mended:
            found, again = _read(source, mended.cleaned, parse_sentence(mended.cleaned.text), around, mended.doubt)
            refused = again or refused
    return found, refused


def _read(
    source: Source, cleaned: Cleaned, syntax: Syntax, around: Surroundings, doubt: str
) -> tuple[list[Statement], list[str]]:
    found: list[Statement] = []
    refused: list[str] = []
    for how, part in variants_of(cleaned, syntax):
        if not part.places:
            continue
        parsed = syntax if how == "whole" else parse_sentence(part.text)
        why, doubts = _judge(part, parsed, around.known)
        if why:
            refused.append(why if how == "whole" else f"{how}: {why}")
            continue
        quote = _quote(source, part, how, around.text)
        doubts = (*([doubt] if doubt else []), *([TIMELESS] if how == WITHOUT_FRONT else []), *doubts)
        mentions = _mentions(part.text, parsed, around.roster)
        found.append(Statement(source.document, source.number, part, parsed, quote, doubts, how, mentions))
    return found, refused


def _quote(source: Source, cleaned: Cleaned, how: str, text: str) -> str:
    """Return the exact words of the document that say a statement: the whole sentence, or the part of it."""
    if how == "whole":
        return text[source.start : source.end].strip()
    start, end = cleaned.places[0], cleaned.places[-1] + 1
    if source.end - end <= 1:
        end = source.end
    return text[start:end].strip()


def _mentions(text: str, syntax: Syntax, roster: Roster) -> tuple[Mention, ...]:
    times = find_times(text)
    names = [roster.type_of(name) for name in find_names(syntax)]
    inside = {place for name in names for place in range(name.start, name.end)}
    quoted = {place for span in quoted_spans(text) for place in range(*span)}
    amounts = [amount for amount in find_amounts(text, times) if amount.start not in inside]
    found = sorted([*times, *names, *amounts], key=lambda mention: mention.start)
    return tuple(mention for mention in found if mention.start not in quoted)


def _judge(cleaned: Cleaned, syntax: Syntax, known: Known) -> tuple[str, tuple[str, ...]]:
    """Return why a text cannot stand by itself, or the doubts it leaves."""
    if fault := first_fault(cleaned.text):
        return fault, ()
    words = sum(token.text[0].isalnum() for token in syntax.tokens)
    if not SHORTEST <= words <= LONGEST:
        return f"{words} words: shorter than {SHORTEST} or longer than {LONGEST}", ()
    if fault := _shape_fault(syntax):
        return fault, ()
    faults = list(pointing_faults(syntax, known))
    fatal = next((fault.text for fault in faults if fault.fatal), "")
    return fatal, () if fatal else (*(fault.text for fault in faults), *_doubts(syntax))


def _shape_fault(syntax: Syntax) -> str:
    if not any(tag in _FINITE for tag in syntax.tags):
        return "no finite verb"
    if _has_stray_comma(syntax):
        return "a comma between subject and verb"
    if _lacks_subject(syntax):
        return "it has no subject"
    first = syntax.word(0)
    if first in word_list("no beginnings"):
        return f"it begins with '{first}'"
    if first in word_list("headless beginnings") and _is_headless(syntax):
        return f"it is about '{first}' of something"
    return ""


def _lacks_subject(syntax: Syntax) -> bool:
    """Say whether the main verb heads a text: 'Participated in ...', but not 'Located there is ...'."""
    past = syntax.tags[0] in {"VBD", "VBN"} and bool(base_of(syntax.word(0)))
    return past and syntax.root() == 0 and not any(tag in _FINITE for tag in syntax.tags[1:])


def _has_stray_comma(syntax: Syntax) -> bool:
    """Say whether one comma alone parts a verb from its subject, as in 'ten workers, could make'."""
    for k in range(2, len(syntax) - 1):
        if syntax.word(k) != "," or syntax.tags[k + 1] not in _FINITE:
            continue
        if _closes_again(syntax, k):
            continue
        verb = k + 1 if syntax.tags[k + 1][0] not in "AM" else syntax.heads[k + 1]
        subjects = syntax.children(verb, "nsubj", "nsubj:pass") if verb < len(syntax) else []
        if subjects and subjects[0] < k and not any(syntax.word(i) == "," for i in range(subjects[0], k)):
            return True
    return False


def _closes_again(syntax: Syntax, comma: int) -> bool:
    """Say whether ', known as ...,' follows a name: what looks like the verb begins an aside."""
    opened = syntax.word(comma + 1) in {"known", "born", "called", "named", "based", "built"}
    return opened and any(syntax.word(k) == "," and syntax.tags[k + 1] in _FINITE for k in range(comma + 2, comma + 9))


def _is_headless(syntax: Syntax) -> bool:
    return syntax.tags[1][:1] not in {"N", "J", "C"} and syntax.word(1) not in {"of", "the"}


def _doubts(syntax: Syntax) -> Iterator[str]:
    if syntax.word(0) in {"a", "an"}:
        yield "its subject is not named"
    if sum(token.text[0].isalnum() for token in syntax.tokens) > LONG:
        yield f"it is longer than {LONG} words"
    if holds_quotation(syntax.text):
        yield "it quotes words without their speaker"
