"""The statements that may be cut out of one sentence: the whole, its clauses, and it without its asides."""

import re
from collections.abc import Iterator

from quizapp.core.generation.extraction.aside_statements import aside_statements
from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.extraction.pieces import joined
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import any_phrase, word_list

_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD", "AVBD", "AVBZ", "AVBP"])
_JOINERS = frozenset(["and", "but", "while", "whereas", "so", "although", "though"])
_ASIDES = frozenset(["which", "who", "whose", "whom", "where"])
WITHOUT_FRONT = "without its front"
# 'The following autumn, ...': a time that another sentence gives.
_FRONT = re.compile(
    rf"(?:(?:Earlier|Later) (?:this|that|in the) {any_phrase('spans of time')}"
    rf"|(?:An?|One|Two|Three|Four|Five|Six|Ten|Several|Some|\d+) {any_phrase('spans of time')}s? "
    r"(?:later|earlier|before|afterwards?)"
    rf"|(?:The|In the|On the|During the) (?:following|next|same|previous) {any_phrase('spans of time')}"
    r"|(?:In|At|By|During|After|Over|From) (?:that|this|these|those) \w+"
    r"|In later (?:years|life)|At the time|Over the (?:course of the )?next (?:\w+ )?\w+"
    rf"|(?:This|That|Last|Next) {any_phrase('spans of time')}|Afterwards|Later|Earlier), (?=[A-Za-z])"
)
_SPOKE = re.compile(any_phrase("spoke"))
_TRAILERS = word_list("trailers")  # fmt: skip
Span = tuple[int, int]


def variants_of(cleaned: Cleaned, syntax: Syntax) -> Iterator[tuple[str, Cleaned]]:
    """Yield the whole sentence, then its clauses, then both without asides."""
    yield "whole", cleaned
    if front := _FRONT.match(cleaned.text):
        rest = cleaned.text[front.end() :]
        yield WITHOUT_FRONT, Cleaned(rest[0].upper() + rest[1:], cleaned.places[front.end() :])
    clauses = _clauses(syntax)
    for start, end in clauses:
        yield "clause", _taken(cleaned, syntax, [(start, end)])
    for start, end in dict.fromkeys([*clauses, (0, len(syntax) - 1)]):
        kept = _without_asides(syntax, start, end)
        if kept != [(start, end)]:
            yield "without an aside", _taken(cleaned, syntax, kept)
    for pieces in aside_statements(syntax):
        yield "said aside", joined(cleaned, syntax, pieces)


def _clauses(syntax: Syntax) -> list[Span]:
    """Return the word spans of clauses joined by ', and', ';' and the like, each with its own subject and verb."""
    cuts = [i for i in range(1, len(syntax) - 1) if _joins(syntax, i)]
    cuts = [i for i in cuts if _has_clause(syntax, 0, i) and _has_clause(syntax, _after(syntax, i), len(syntax))]
    if not cuts:
        return []
    edges = [*cuts, len(syntax) - 1]
    starts = [0, *(_after(syntax, cut) for cut in cuts)]
    return [(start, edge) for start, edge in zip(starts, edges, strict=True) if _has_clause(syntax, start, edge)]


def _joins(syntax: Syntax, i: int) -> bool:
    if syntax.word(i) == ";":
        return True
    listed = syntax.word(i + 1) == "and" and any(syntax.word(k) == "," for k in range(max(0, i - 5), i))
    return syntax.word(i) == "," and syntax.word(i + 1) in _JOINERS and not listed


def _after(syntax: Syntax, cut: int) -> int:
    """Return where the clause behind a joint begins, past 'and' or 'however,'."""
    start = cut + 1
    if syntax.word(start) in _JOINERS or syntax.word(start) in {"however", "thus", "therefore", "instead", "indeed"}:
        start += 1
    return start + (syntax.word(start) == ",")


def _has_clause(syntax: Syntax, start: int, end: int) -> bool:
    """Say whether a subject followed by its finite verb stands between two words, before any other verb."""
    for i in range(start, min(end, len(syntax))):
        if syntax.roles[i] in _SUBJECTS:
            verb = syntax.heads[i]
            return (
                i < verb < end
                and any(syntax.tags[k] in _FINITE and syntax.roles[k] != "acl:relcl" for k in range(i + 1, verb + 1))
                and syntax.roles[verb] in {"root", "conj", "parataxis", "advcl", "ccomp"}
            )
        if syntax.tags[i] in _FINITE:
            return False
    return False


def _without_asides(syntax: Syntax, start: int, end: int) -> list[Span]:
    """Return the spans left when comma-set relative clauses, trailing phrases and what stands in dashes are cut."""
    marks = [i for i in range(start, end) if syntax.word(i) == "," or _is_dash(syntax, i) or syntax.word(i) == ":"]
    if any(syntax.word(mark) == ":" and _SPOKE.fullmatch(syntax.word(mark - 1)) for mark in marks):
        return [(start, end)]  # 'He wrote:' says nothing without the words that follow
    kept: list[Span] = []
    at = start
    for n, mark in enumerate(marks):
        if mark < at or not _opens_aside(syntax, mark, end):
            continue
        closing = _closing(syntax, marks[n + 1 :], end, mark)
        if mark - start < 4 and closing == end:
            return [(start, end)]
        kept.append((at, mark))
        at = closing if closing == end or _stays(syntax, mark, closing) else closing + 1
    if at < end:
        kept.append((at, end))
    return kept


def _stays(syntax: Syntax, mark: int, closing: int) -> bool:
    """Say whether the comma that ends an aside in a dash belongs to the sentence: not between subject and verb."""
    return _is_dash(syntax, mark) and syntax.word(closing) == "," and syntax.tags[closing + 1] not in _FINITE


def _is_dash(syntax: Syntax, i: int) -> bool:
    token = syntax.tokens[i]
    if token.text not in {"-", "–", "—", "--"}:
        return False
    around = syntax.text[max(0, token.start - 1) : token.end + 1]
    sides = [syntax.tokens[k].text[0].isupper() for k in (i - 1, i + 1) if 0 <= k < len(syntax)]
    if sides == [True, True]:
        return False
    return " " in around or token.text in {"—", "--"}


def _opens_aside(syntax: Syntax, comma: int, end: int) -> bool:
    if syntax.word(comma) != ",":
        return True
    word = syntax.word(comma + 1)
    if word in _ASIDES or (
        word in {"of", "in", "from", "to", "with", "for"} and syntax.word(comma + 2) in {"which", "whom"}
    ):
        return True
    if word == "based" and syntax.word(comma + 2) == "on":
        return True
    trailing = not any(syntax.word(k) == "," for k in range(comma + 1, end))
    return trailing and word in _TRAILERS


def _closing(syntax: Syntax, marks: list[int], end: int, opened: int) -> int:
    """Return where an aside ends: at the next mark of its kind that carries on the main clause, else at the end."""
    if syntax.word(opened) == ":":
        return end
    for mark in marks:
        if syntax.word(opened) != ",":
            if _is_dash(syntax, mark) or (_carries_on(syntax, mark) and not any(_is_dash(syntax, k) for k in marks)):
                return mark
        elif syntax.word(mark) == "," and syntax.tags[mark + 1] in _FINITE and _tells(syntax, opened, mark):
            if _SPOKE.fullmatch(syntax.word(mark + 1)):
                continue  # ', said Rossi' closes nothing: the verb of the sentence stood before
            return mark
    return end


def _carries_on(syntax: Syntax, mark: int) -> bool:
    """Say whether a comma may end what a lone dash began: not before 'or', which goes on with it."""
    return syntax.word(mark) == "," and syntax.word(mark + 1) != "or"


def _tells(syntax: Syntax, opened: int, mark: int) -> bool:
    """Say whether a relative clause has its verb before a comma; else the verb behind the comma is its own."""
    relative = any(syntax.word(k) in _ASIDES or syntax.word(k) == "whom" for k in (opened + 1, opened + 2))
    return not relative or any(syntax.tags[k] in _FINITE for k in range(opened + 1, mark))


def _taken(cleaned: Cleaned, syntax: Syntax, spans: list[Span]) -> Cleaned:
    return joined(cleaned, syntax, [span for span in spans if span[0] < span[1]])
