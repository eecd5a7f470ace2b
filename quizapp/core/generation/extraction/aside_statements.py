"""What a sentence says in passing: 'X, which was founded in 1816, ...' says that X was founded in 1816."""

from collections.abc import Iterator

from quizapp.core.generation.extraction.hygiene import quoted_spans
from quizapp.core.generation.extraction.pieces import Piece
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.names import find_names

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "AVBD", "AVBZ", "AVBP"})
# 'Diplomacy with Spain, which led to ...': what led there is the diplomacy.
_BESIDE = frozenset({"with", "between", "against", "from", "to", "over", "towards", "toward", "for", "about"})
_PAST = frozenset({"VBD", "AVBD"})


def aside_statements(syntax: Syntax) -> Iterator[list[Piece]]:
    """Yield the pieces of each statement made in passing about a name."""
    names = [syntax.words_within(name.start, name.end) for name in find_names(syntax)]
    ends = {words[-1]: words[0] for words in names if words}
    quoted = {place for span in quoted_spans(syntax.text) for place in range(*span)}
    for comma in range(1, len(syntax) - 3):
        if syntax.word(comma) != "," or syntax.tokens[comma].start in quoted:
            continue
        if comma - 1 in ends:
            yield from _about_name(syntax, ends[comma - 1], comma)
        if syntax.word(comma + 1) == "with":
            yield from _with_done(syntax, comma)


def _about_name(syntax: Syntax, first: int, comma: int) -> Iterator[list[Piece]]:
    if syntax.word(first - 1) in {"and", "or", ","} or syntax.word(first - 2) in {"and", "or"}:
        return
    if first and syntax.tags[first - 1] in {"NNP", "NNPS"}:
        return
    if syntax.word(after_of := first - 1) in _BESIDE and syntax.tags[after_of - 1] in {"NN", "NNS"}:
        return
    start = first - 1 if first and syntax.word(first - 1) == "the" else first
    after, end = comma + 1, _before_root(syntax, comma, _end(syntax, comma))
    if end - after < 4:
        return
    if syntax.word(after) in {"which", "who"} and syntax.tags[after + 1] in _FINITE:
        yield [(start, comma), (after + 1, end)]
    acting = syntax.tags[after + 1] in {"DT", "PRP$"} and syntax.word(after) != "born"
    done = syntax.word(after) in word_list("done to things") and not acting
    if done and any(tag in _PAST for tag in syntax.tags):
        yield [(start, comma), "was", (after, end)]


def _with_done(syntax: Syntax, comma: int) -> Iterator[list[Piece]]:
    """Read ', with West Germany invited into NATO in 1955' as a statement."""
    start, end = comma + 2, len(syntax) - 1
    verb = next((k for k in range(start + 1, min(start + 7, end)) if syntax.tags[k] in {"VBN", "VBD"}), -1)
    named = verb > 0 and all(syntax.tags[k] in {"NNP", "NNPS", "RB", "DT"} for k in range(start, verb))
    if not named or not any(tag in _PAST for tag in syntax.tags[:comma]):
        return
    adverbs = next((k for k in range(start, verb) if syntax.tags[k] == "RB"), verb)
    plural = syntax.tags[adverbs - 1] == "NNPS"
    yield [(start, adverbs), "were" if plural else "was", (verb, end)]


def _before_root(syntax: Syntax, comma: int, end: int) -> int:
    """Return where an aside ends that would swallow the main verb of its sentence: at the comma before that verb."""
    root = syntax.root()
    if not comma + 2 < root < end or syntax.tags[root] not in _FINITE | {"VBN"} or syntax.heads[comma + 1] == root:
        return end
    return next((k for k in range(root - 1, comma, -1) if syntax.word(k) == ","), end)


def _end(syntax: Syntax, comma: int) -> int:
    """Return where an aside that began at a comma ends: at the next comma before a finite verb, else at the end."""
    for k in range(comma + 2, len(syntax) - 1):
        acting = syntax.tags[k + 1] == "VBN" and syntax.tags[k + 2 : k + 3] in {("DT",), ("PRP$",)}
        if syntax.word(k) == "," and (
            acting or syntax.tags[k + 1] in _FINITE or syntax.word(k + 1) in {"and", "but", "who", "which"}
        ):
            return k
        if syntax.word(k) in {";", "–", "—"} and not syntax.word(k + 1).isdigit():
            return k
    return len(syntax) - 1
