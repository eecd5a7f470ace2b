"""Asking for terms: what a thing is called, and what every asked term must be."""

import re
from collections.abc import Iterator, Set

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.drafting.writings import writings_of
from quizapp.core.generation.drafting.wrong_terms import wrong_terms
from quizapp.core.generation.extraction.frame import Frame, frame_of
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.vocabulary import make_of

_CALLED = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+(?:(?:\w+ly|also|often|sometimes|now|most|more)\s+){0,2}"
    rf"{any_phrase('named so')}\s+(?P<lead>the |an |a )?(?P<term>[^,;.()]{{3,50}}?)"
    r"(?=\.?$|, (?:and|but|which|because)\b)"
)
GIVEN_AWAY = "the title gives it away"
_TERM_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN", "IN"})


def called_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield the term by which a statement says something is called."""
    match = _CALLED.search(statement.text)
    vague = match and statement.text[: match.start()].lower().rstrip().endswith((" what", " name", " title"))
    loose = match and statement.syntax.tags[statement.syntax.words_within(*match.span("term"))[0]] == "IN"
    if match and not vague and not loose and is_term(statement, *match.span("term"), setting):
        frame = frame_of(statement.syntax, setting.text)
        yield term_candidate(statement, match.span("term"), setting, _what_called(statement, frame, match), "called")


def _what_called(statement: Statement, frame: Frame | None, match: re.Match[str]) -> str:
    """Write 'What is X called?' where X is the whole subject and nothing else is said."""
    if not frame:
        return ""
    verb = statement.text[match.start() : match.start("term")].split()
    whole = match.end() >= len(statement.text.rstrip("."))
    if (
        statement.syntax.tags[0] == "IN"
        or frame.front
        or frame.subject_end + 1 != match.start()
        or frame.auxiliary.lower() != verb[0]
        or not whole
    ):
        return ""
    named = re.search(r"\b(?:name|title|nickname)\b", frame.subject)
    return "" if named else f"What {frame.auxiliary} {frame.subject} called?"


def is_term(statement: Statement, start: int, end: int, setting: Setting, shared: Set[str] = frozenset()) -> bool:
    """Say whether a stretch is one noun phrase of a few words that the rest holds no more of than the shared word."""
    syntax = statement.syntax
    words = syntax.words_within(start, end)
    if not 1 <= len(words) <= 4 or not (syntax.tags[words[-1]][:2] == "NN" or make_of(syntax.word(words[-1]))):
        return False
    if any(syntax.tags[k] not in _TERM_TAGS for k in words):
        return False
    term = {syntax.word(k).rstrip("s") for k in words if len(syntax.word(k)) > 3}
    rest = {syntax.word(k).rstrip("s") for k in range(len(syntax)) if k not in words}
    common = len(words) == 1 and syntax.word(words[0]) in word_list("no terms") | word_list("vague terms")
    vague = syntax.word(words[0]) in word_list("no modifiers") | word_list("no terms")
    whole_title = term == {word for word in title_words(setting) if len(word) > 3}
    return bool(term) and not term & rest - shared and not whole_title and not common and not vague


def term_candidate(
    statement: Statement,
    span: tuple[int, int],
    setting: Setting,
    question: str,
    how: str,
    doubts: tuple[str, ...] = (),
) -> Candidate:
    """Ask for a term: with other terms of its kind to choose from where the document has them, else typed."""
    start, end = span
    written = statement.text[start:end]
    key = _inside(start, written)
    wrong = wrong_terms(key, statement.text, setting)
    options = wrong if question or start else [word[0].upper() + word[1:] for word in wrong]
    key = key if question else written
    words = len(key.split())
    mention = Mention(start, end, written, "term", how, key, ("pattern",))
    counted = statement.text[:start].lower().endswith(("a ", "an "))
    ask = Ask(
        slot="",
        answer=Answer("term", key),
        question=question,
        sentence=statement.gap(mention),
        accept=(*writings_of(key, counted=counted), *_aside(statement, end), *_shortened(key, question, how)),
        hint=f"{'one word' if words == 1 else f'{words} words'}, beginning with {key[0]}",
        distractors=tuple(Distractor(text, NO_REASON) for text in options) if len(options) > 1 else (),
    )
    pattern = f"term {how}{' asked' if question else ''}"
    given = (GIVEN_AWAY,) if _in_title(written, setting) else ()
    return Candidate(statement, mention, ask, pattern, 1.0, (*_other_doubts(statement, written, how), *doubts, *given))


def _shortened(key: str, question: str, how: str) -> tuple[str, ...]:
    """Return the first of a term's two words where it is asked what a thing is called: 'cis' for 'cis face'."""
    words = key.split()
    return (words[0],) if question and how == "called" and len(words) == 2 else ()


def title_words(setting: Setting) -> set[str]:
    """Return the words of the title in small letters, without the ending of the plural."""
    return {re.sub(r"\W", "", word).lower().rstrip("s") for word in setting.title}


def _in_title(term: str, setting: Setting) -> bool:
    return {word.rstrip("s") for word in term.lower().split() if len(word) > 3} <= title_words(setting)


def _other_doubts(statement: Statement, term: str, how: str) -> tuple[str, ...]:
    """Return the doubts of a statement without those that the asked term itself raises."""
    timeless = how == "called" and not any(tag in {"VBD", "AVBD"} for tag in statement.syntax.tags)
    own = {f"'the {term.lower()}' is not said to be which"}
    if timeless or statement.text.startswith((f"A {term}", f"An {term}")):
        own.add("its subject is not named")
    return tuple(doubt for doubt in statement.doubts if doubt not in own)


def is_common_noun(statement: Statement, words: list[int], setting: Setting) -> bool:
    """Say whether a phrase is of common nouns; a first word counts as one where the text has it in small letters."""
    for k in words:
        tag, word = statement.syntax.tags[k], statement.syntax.word(k)
        first = k == 0 and (make_of(word) or f" {word}" in setting.text)
        if tag not in {"NN", "NNS", "JJ", "HYPH"} and not (tag in {"NNP", "NNPS"} and first):
            return False
    return True


def _inside(start: int, written: str) -> str:
    """Write a term as it stands inside a sentence."""
    if start or written[1:2].isupper():
        return written
    return written[0].lower() + written[1:]


def _aside(statement: Statement, end: int) -> tuple[str, ...]:
    """Return the other name that stands in brackets right after a term, as in 'a commune (gmina)'."""
    places = statement.cleaned.places
    at = places[end - 1] + 1 - places[0]
    match = re.match(r"\s*\(([\w-]{3,30})\)", statement.quote[at:]) if 0 < at < len(statement.quote) else None
    return (match[1],) if match else ()
