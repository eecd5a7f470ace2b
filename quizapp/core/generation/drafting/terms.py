"""Asking for terms: what a thing is called, what letters stand for, what a defined word is."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.frame import Frame, frame_of
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.mention import Mention

_CALLED = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+(?:\w+ly\s+|also\s+|often\s+|sometimes\s+|now\s+)?"
    rf"{any_phrase('named so')}\s+(?P<lead>the |an |a )?(?P<term>[^,;.()]{{3,50}})\.?$"
)
_IS_A = re.compile(
    r"^(?P<lead>An? |The )?(?P<term>[\w' -]{3,40}?)\s+"
    r"(?:(?:is|are) (?:an?|the|any|those)|refers to|means)\s+(?P<rest>[a-z].*)$"
)
_TELLING = frozenset(
    {"that", "which", "who", "in", "of", "where", "whose", "used", "for", "by", "with", "consisting", "made"}
)


def term_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield the term that a statement names or defines."""
    yield from _called(statement, setting)
    yield from _defined(statement, setting)


def _called(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    match = _CALLED.search(statement.text)
    if not match or not _is_term(statement, match.start("term"), match.end("term"), setting):
        return
    frame = frame_of(statement.syntax)
    question = _what_called(statement, frame, match) if frame else ""
    yield _candidate(statement, match, question, "called")


def _what_called(statement: Statement, frame: Frame, match: re.Match[str]) -> str:
    """Write 'What is X called?' where X is the whole subject and nothing else is said."""
    text = statement.text
    verb = text[match.start() : match.start("term")].split()
    if frame.front or frame.subject_end + 1 != match.start() or frame.auxiliary.lower() != verb[0]:
        return ""
    return f"What {frame.auxiliary} {frame.subject} called?"


def _defined(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    match = _IS_A.match(statement.text)
    if not match or not _is_term(statement, match.start("term"), match.end("term"), setting):
        return
    rest = match["rest"].split()
    telling = len(rest) >= 5 and any(word in _TELLING for word in rest[1:6])
    root = statement.syntax.root()
    if telling and statement.syntax.tags[root].startswith("NN") and not statement.syntax.text.endswith("?"):
        yield _candidate(statement, match, "", "defined")


def _is_term(statement: Statement, start: int, end: int, setting: Setting) -> bool:
    """Say whether a stretch is one noun phrase of a few words that the rest of the sentence does not hold."""
    syntax = statement.syntax
    words = syntax.words_within(start, end)
    if not 1 <= len(words) <= 4 or syntax.tags[words[-1]] not in {"NN", "NNS", "NNP", "NNPS"}:
        return False
    if any(syntax.tags[k] not in {"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN", "IN"} for k in words):
        return False
    term = {syntax.word(k).rstrip("s") for k in words if len(syntax.word(k)) > 3}
    rest = {syntax.word(k).rstrip("s") for k in range(len(syntax)) if k not in words}
    title = {word.lower().rstrip("s") for word in setting.title}
    common = len(words) == 1 and syntax.word(words[0]) in word_list("no terms")
    return bool(term) and not term & rest and not term & title and not common


def _candidate(statement: Statement, match: re.Match[str], question: str, how: str) -> Candidate:
    start, end = match.span("term")
    mention = Mention(start, end, match["term"], "term", how, match["term"], ("pattern",))
    doubts = list(statement.doubts)
    if how == "defined":
        doubts.append("another word might fit the definition")
    words = len(match["term"].split())
    hint = f"{'one word' if words == 1 else f'{words} words'}, beginning with {match['term'][0]}"
    ask = Ask(
        slot="",
        answer=Answer("term", match["term"]),
        question=question,
        sentence=statement.gap(mention),
        accept=_writings(match["term"]),
        hint=hint,
    )
    return Candidate(statement, mention, ask, f"term {how}{' asked' if question else ''}", 1.0, tuple(doubts))


def _writings(term: str) -> tuple[str, ...]:
    other = term.replace("-", " ")
    return (other,) if other != term else ()
