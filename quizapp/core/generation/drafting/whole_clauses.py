"""Whether a statement is a whole sentence: one main verb, or several that something joins."""

from itertools import pairwise

from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.syntax import Syntax

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "AVBD", "AVBZ", "AVBP"})
# "when" opens a clause of its own only behind a comma; "the day when" and a "When" in front are read elsewhere.
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
_JOINERS = frozenset({"and", "but", "or", ",", "that", "as", "than", "if", "because", "while", "before", "after"})
_NAMED = frozenset({"NN", "NNS", "NNP", "NNPS"})
_JOINING_TAGS = frozenset({"WDT", "WP", "WRB", "IN", "PRP", "CC"})


def is_broken(statement: Statement) -> bool:
    """Say whether no clause is left whole: no main verb, or two that nothing joins."""
    syntax = statement.syntax
    finite = [k for k in range(len(syntax)) if syntax.tags[k] in _FINITE]
    main = [k for k in finite if not _is_inside(syntax, k)]
    if not main:
        return True
    if statement.how == "whole":
        return False
    return _is_run_together(syntax, main) or _goes_on(syntax, main[0])


def _goes_on(syntax: Syntax, first: int) -> bool:
    """Say whether a second verb follows the only comma behind the first, as in 'was taken in 1713, still had'."""
    commas = [k for k in range(first + 1, len(syntax) - 2) if syntax.word(k) == ","]
    if len(commas) != 1:
        return False
    ahead = commas[0] + 1 + (syntax.tags[commas[0] + 1] == "RB")
    return ahead < len(syntax) and syntax.tags[ahead] in _FINITE and syntax.word(ahead - 1) not in _JOINERS - {","}


def _is_inside(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb belongs to a relative clause that opened before it and has no verb yet."""
    for k in range(verb - 1, -1, -1):
        if syntax.tags[k] in _FINITE and k != verb - 1 and not syntax.tags[k].startswith(("A", "M")):
            return False
        if syntax.word(k) in _RELATIVE or (syntax.word(k) == "when" and k and syntax.word(k - 1) == ","):
            return k > 0
    return False


def _is_run_together(syntax: Syntax, main: list[int]) -> bool:
    """Say whether a second finite verb follows a whole clause with nothing between to join them."""
    for first, second in pairwise(main):
        between = [syntax.word(k) for k in range(first + 1, second)]
        tags = {syntax.tags[k] for k in range(first + 1, second)}
        joined = {"and", "but", "or", ",", "that", "as", "than", "if", "because", "while", "before", "after"} & {
            *between
        }
        if not joined and tags & _NAMED and not tags & _JOINING_TAGS:
            return syntax.tags[first] in {"VBD", "VBZ", "VBP"} and syntax.tags[second] in _FINITE
    return False
