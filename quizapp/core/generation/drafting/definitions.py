"""Asking for a term by its definition: 'X is a Y that ...', 'X occurs when ...', '..., X, a condition of ...'."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.terms import is_common_noun, is_term, term_candidate
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.vocabulary import is_plural

_TERM = r"(?P<lead>An? |The )?(?P<term>[\w' -]{3,40}?)"
_IS_A = re.compile(rf"^{_TERM}\s+(?P<verb>is|are)\s+(?P<rest>(?:(?:an?|the|any|those)\s+)?[a-z].*)$")
_DOES = re.compile(rf"^{_TERM}\s+(?P<verb>{any_phrase('defines')})\s+(?P<rest>.+)$")
_ONLY = re.compile(
    r"^The (?P<only>(?:(?:most|least) [\w-]+|basic|main|chief|principal|simplest|smallest|largest|first|commonest) "
    r"[^,]{8,90}?) (?P<verb>is|was) (?:an? |the )?(?P<term>[\w' -]{3,40})\.$"
)
_BESIDE = re.compile(
    rf"(?:^|[\s,])(?P<term>[a-z][\w-]*(?: [a-z][\w-]*){{0,2}}), an? (?:\w+ )?{any_phrase('kinds of thing')} "
    r"(?:in which|that|which|characteri[sz]ed|caused|where|used|of|for|by|who|made|with) "
)
_THEN = re.compile(
    r"\b(?P<genus>[a-z]{4,}) (?:called|known as|termed) (?:the |an? )?(?P<term>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3}?)"
    r"(?=,|\.$| (?:that|which|where|in|is|are|was|were|to|and|from|for|by|with) )"
)
_TELLING = frozenset(
    {
        "that", "which", "who", "in", "where", "whose", "used", "for", "by", "with", "consisting", "made",
        "designed", "caused", "occurring", "between",
    }
)  # fmt: skip
_IN_PHRASE = frozenset({"DT", "JJ", "HYPH", "NN", "NNS", "PDT", "CC"})
_WEAK = "another word might fit the definition"
LEAST = 6


def definition_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield the term that a statement defines."""
    yield from _is_a(statement, setting)
    yield from _does(statement, setting)
    yield from _is_the_only(statement, setting)
    yield from _beside(statement, setting)
    yield from _named_inside(statement, setting)


def _is_a(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    match = _IS_A.match(statement.text)
    if not match or not _subject(statement, match, setting):
        return
    words = match["rest"].rstrip(".").split()
    told = any(word.strip(",") in _TELLING for word in words[1:7])
    if not _is_kind(statement, match.start("rest")) or not told or len(words) < LEAST or "," in " ".join(words[:2]):
        return
    act = words[0] == "the" and words[1] in word_list("what terms name")
    vague = words[1] in {"common", "popular", "type", "kind", "form"} and words[0] in {"a", "one"}
    vague = vague or (words[0] in {"the", "any"} and not act) or "not" in words or match["lead"] == "The "
    question = f"What is the term for {' '.join(words)}?"
    yield term_candidate(statement, match.span("term"), setting, question, "defined", (_WEAK,) if vague else ())


def _is_kind(statement: Statement, start: int) -> bool:
    """Say whether a noun with only its article and adjectives before it stands at a place."""
    tags = [statement.syntax.tags[k] for k in statement.syntax.words_within(start, len(statement.text))]
    last = next((n for n, tag in enumerate(tags) if tag not in _IN_PHRASE), len(tags))
    return last > 0 and tags[last - 1] in {"NN", "NNS"}


def _does(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    match = _DOES.match(statement.text)
    if not match or len(match["rest"].split()) < LEAST - 1 or not _subject(statement, match, setting):
        return
    one = not is_plural(match["term"])
    opening = "What term" if match["verb"].split()[0] in {"refers", "means"} else "What"
    question = f"{opening} {match['verb']} {match['rest'].rstrip('.')}?" if one else ""
    doubts = (_WEAK,) if match["lead"] == "The " else ()
    yield term_candidate(statement, match.span("term"), setting, question, "defined", doubts)


def _subject(statement: Statement, match: re.Match[str], setting: Setting) -> bool:
    """Say whether the words before the verb are a term and the whole subject."""
    span = match.span("term")
    genus = match["rest"].split()[0]
    shared = {genus.rstrip("s")} if match["term"].endswith(f" {genus}") else set()
    if not is_term(statement, *span, setting, shared):
        return False
    words = statement.syntax.words_within(*span)
    return is_common_noun(statement, words, setting)


def _is_the_only(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Ask for what is the most, the first or the basic thing of its sort."""
    match = _ONLY.match(statement.text)
    if not match or match["term"][0].isupper() or re.search(r"\b(?:is|was|are|were|that|which)\b", match["only"]):
        return
    words = statement.syntax.words_within(*match.span("term"))
    tags = {statement.syntax.tags[k] for k in words}
    plain = tags <= {"NN", "NNS", "JJ", "HYPH"} and statement.syntax.tags[words[-1]] == "NN"
    if plain and len(words) <= 3 and statement.syntax.word(words[0]) not in word_list("no modifiers"):
        question = f"What {match['verb']} the {match['only']}?"
        yield term_candidate(statement, match.span("term"), setting, question, "singled")


def _beside(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    match = _BESIDE.search(statement.text)
    if match:
        span = _noun_phrase(statement, match.span("term"))
        if span and is_term(statement, *span, setting):
            yield term_candidate(statement, span, setting, "", "explained")


def _noun_phrase(statement: Statement, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return the nouns at the end of a stretch, with the words that belong before them."""
    syntax = statement.syntax
    words = syntax.words_within(*span)
    kept: list[int] = []
    for k in reversed(words):
        if syntax.tags[k] not in {"NN", "NNS", "JJ", "HYPH"} or (kept and syntax.word(k) in word_list("no modifiers")):
            break
        kept.insert(0, k)
    return (syntax.tokens[kept[0]].start, syntax.tokens[kept[-1]].end) if kept else None


def _named_inside(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Ask for the name that follows 'a program called' in the middle of a sentence."""
    match = _THEN.search(statement.text)
    if not match or not is_term(statement, *match.span("term"), setting):
        return
    genus = statement.syntax.words_within(*match.span("genus"))
    if genus and statement.syntax.tags[genus[-1]] in {"NN", "NNS"}:
        yield term_candidate(statement, match.span("term"), setting, "", "called")
