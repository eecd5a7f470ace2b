"""Asking what does a thing: the subject of a sentence about concepts, always for a teacher's eye."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.terms import is_common_noun, is_term, term_candidate
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.vocabulary import make_of

_CAUSE = re.compile(rf"^{any_phrase('causes')} ")
_PRESENT = frozenset({"VBZ", "VBP", "AVBZ", "AVBP"})
_PAPERS = frozenset(
    {
        "report",
        "study",
        "article",
        "paper",
        "author",
        "authors",
        "results",
        "studies",
        "reports",
        "everyone",
        "everybody",
    }
)
LEAST = 6
ALSO = "something else may do so as well"
CAUSE = "something else may have the same effect, or part of the cause is left out"


def subject_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield the concept that a timeless statement tells something about."""
    span = _subject(statement, setting)
    if span is None:
        return
    rest = statement.text[span[1] :].strip().rstrip(".")
    if len(rest.split()) < LEAST:
        return
    last = statement.syntax.words_within(*span)[-1]
    one = statement.syntax.tags[last] in {"NN", "NNP"}
    question = f"What {rest}?" if one else ""
    doubt = CAUSE if _CAUSE.match(rest) else ALSO
    yield term_candidate(statement, span, setting, question, "cause" if doubt == CAUSE else "subject", (doubt,))


def _subject(statement: Statement, setting: Setting) -> tuple[int, int] | None:
    """Return the place of a subject that is one term and opens the sentence, with a present verb after it."""
    syntax = statement.syntax
    first = 1 if syntax.word(0) in {"a", "an"} else 0
    verb = next((k for k in range(first, len(syntax)) if syntax.tags[k] in _PRESENT), 0)
    last = verb - 1
    while last > first and syntax.tags[last] == "RB":
        last -= 1
    doing = verb + 1 < len(syntax) and syntax.tags[verb + 1] == "VBG"
    if verb <= first or last - first > 3 or doing or syntax.word(verb) in word_list("reports"):
        return None
    if syntax.heads[last] >= len(syntax) or syntax.roles[last] not in {"nsubj", "nsubj:pass"}:
        return None
    if not is_common_noun(statement, list(range(first, last + 1)), setting):
        return None
    start, end = syntax.tokens[first].start, syntax.tokens[last].end
    term = statement.text[start:end].lower()
    causes = _CAUSE.match(statement.text[end:].strip())
    again = last > first and setting.vocabulary.counts.get(term, 0) > 1
    known = again or causes or make_of(term)
    plain = syntax.word(last) in word_list("dull") | word_list("never topics") | _PAPERS
    return (start, end) if known and not plain and is_term(statement, start, end, setting) else None
