"""Asking for a term that one sentence names for what the one before it tells: 'This is called erosion.'"""

import re
from collections.abc import Iterator, Sequence

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.made import made_statement
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.terms import is_term, term_candidate
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.extraction.statements import Source
from quizapp.core.generation.language.word_lists import any_phrase

_TOLD = rf"(?:This|That|These|Such)(?: (?:an? )?{any_phrase('told kinds')}s?)?"
_NAMED = rf"(?:is|are|was|were) (?:(?:\w+ly|also|often|sometimes|now) ){{0,2}}{any_phrase('named so')}"
_SO = re.compile(
    rf"^{_TOLD} {_NAMED} (?:the |an? )?(?P<term>[\w’'-]+(?: [\w’'-]+){{0,3}}?)"
    r"(?=\.$|, (?:and|but|which|because|after|from)\b| (?:and|by|in|because) )"
)
LEAST, MOST = 7, 40


def called_so_candidates(
    source: Source, before: Source | None, told: Sequence[Statement], setting: Setting
) -> Iterator[Candidate]:
    """Yield the term that a sentence gives to what the sentence before it tells, where that stands by itself."""
    match = _SO.match(source.cleaned.text)
    whole = next((row for row in told if row.how == "whole"), None)
    if not match or not before or not whole or before.paragraph != source.paragraph:
        return
    if not LEAST <= len(whole.text.split()) <= MOST:
        return
    named = f"{source.cleaned.text[: match.end()]}."
    quote = setting.text[before.start : source.end].strip()
    statement = made_statement(source, f"{whole.text} {named}", quote, source.cleaned.places[match.start("term")])
    start = len(whole.text) + 1 + match.start("term")
    span = (start, start + len(match["term"]))
    if is_term(statement, *span, setting):
        yield term_candidate(statement, span, setting, "", "named", whole.doubts)
