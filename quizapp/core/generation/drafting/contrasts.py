"""Asking for a term by what it is contrasted with or measured by: 'Unlike weight, mass does not ...'."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.subjects import ALSO, CAUSE
from quizapp.core.generation.drafting.terms import term_candidate
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.syntax import Syntax, parse_sentence
from quizapp.core.generation.language.word_lists import any_phrase, word_list

_UNLIKE = re.compile(r"^(?:Unlike|In contrast to|Contrary to) [^,]{3,40}, (?:an? )?(?=[a-z])")
_WHILE = re.compile(r"^(?:While|Whereas) [^,]{12,90}, (?:an? )?(?=[a-z])")
_BY = re.compile(
    rf"^[^,]{{3,110}}? (?:is|are|be) (?P<verb>{any_phrase('done by')}) (?:by|in) (?:its |the |an? |their )?"
    r"(?P<term>[a-z][\w-]+(?: [a-z][\w-]+){0,2})\.$"
)
_FINITE = frozenset({"VBZ", "VBP", "MD", "AVBZ", "AVBP"})
_PAST = frozenset({"VBD", "AVBD"})
_HELPERS = frozenset({"is", "are", "has", "have", "do", "does", "can", "cannot"})
_NOUNS = frozenset({"NN", "NNS", "JJ", "HYPH"})
OFTEN, MOST = 3, 3


def contrast_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield the term that a timeless statement sets against another, or names as what does or measures a thing."""
    if any(tag in _PAST for tag in statement.syntax.tags):
        return
    if match := _BY.match(statement.text):
        if _is_asked(statement, match.span("term")):
            doubts = _measure_doubts(match["term"], match["verb"], setting)
            yield term_candidate(statement, match.span("term"), setting, "", "measured", doubts)
    elif match := _UNLIKE.match(statement.text) or _WHILE.match(statement.text):
        span = _subject_from(statement.syntax, match.end())
        if span and _is_asked(statement, span):
            sure = match.re is _UNLIKE and _is_often(statement.text[slice(*span)], setting)
            yield term_candidate(statement, span, setting, "", "contrasted", () if sure else (ALSO,))


def _subject_from(syntax: Syntax, start: int) -> tuple[int, int] | None:
    """Return the few words from a place to the verb that follows them."""
    first = next((k for k in range(len(syntax)) if syntax.tokens[k].start == start), len(syntax))
    for k in range(first + 1, min(first + MOST + 1, len(syntax))):
        if syntax.tags[k] in _FINITE or syntax.word(k) in _HELPERS:
            last = k - 2 if syntax.tags[k - 1] == "RB" and k - 2 >= first else k - 1
            return start, syntax.tokens[last].end
    return None


def _is_asked(statement: Statement, span: tuple[int, int]) -> bool:
    """Say whether a stretch reads as a noun with what belongs before it, and the rest holds no word of it."""
    term = statement.text[slice(*span)]
    words = term.split()
    plain = words[-1] in word_list("dull") | word_list("never topics") | word_list("no terms")
    if plain or words[0] in word_list("no modifiers") | word_list("points aside"):
        return False
    # Alone after a comma a noun is often read as a verb; in a plain sentence it is read as what it is.
    syntax = parse_sentence(f"The {term} was seen.")
    if not set(syntax.tags[1 : len(syntax) - 3]) <= _NOUNS or syntax.tags[len(syntax) - 4] not in {"NN", "NNS"}:
        return False
    rest = f"{statement.text[: span[0]]} {statement.text[span[1] :]}".lower()
    stems = (re.escape(word.removesuffix("s")) for word in words if len(word) > 3)
    return not any(re.search(rf"\b{stem}", rest) for stem in stems)


def _measure_doubts(term: str, verb: str, setting: Setting) -> tuple[str, ...]:
    return () if verb in {"measured", "expressed"} and _is_often(term, setting) else (CAUSE,)


def _is_often(term: str, setting: Setting) -> bool:
    """Say whether the document speaks of a thing again and again, so that it is sure to be what is meant."""
    return sum(setting.words[word] >= OFTEN for word in term.split()) == len(term.split())
