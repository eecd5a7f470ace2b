"""A sentence without its brackets and leading connective, each letter still knowing its place in the source."""

import re
from dataclasses import dataclass

from quizapp.core.generation.language.word_lists import any_phrase

_CUTS = (
    re.compile(r"\s*\[[^\]\[]{0,60}\]"),
    re.compile(r"\s*\((?:[^()]|\([^()]*\)){0,300}\)"),
    re.compile(r"(?<=[a-z\d\"”.,]):\d{1,4}(?:[,–-]\d{1,4})*(?=[\s.,]|$)"),
    re.compile(r"(?<=[a-z]{3})\d{1,2}(?=[.,]?\s|[.,]?$)"),
    # 'was founded in 1891, by Gerard Philips': the comma parts the deed from its doer.
    re.compile(r"(?<=\w(?:ed|en|wn|lt|nt|ht) in \d{4}),(?= by (?:the )?[A-Z])"),
)
_CONNECTIVE = re.compile(
    rf"{any_phrase('connectives')},\s+"
    r"|(?:(?:About |Some |Almost )?[\w-]+ (?:years?|months?|decades?|centuries) (?:ago|later|earlier|before),\s+"
    r"|(?:Before|After|Since) (?:that|this|then),\s+)(?=(?:in|on|by) [A-Z\d])"
    r"|(?:But|And|Yet|So|Thus|Hence|Soon)\s+(?=[A-Z])"
    r"|(?:But|And|Yet)\s+(?=in |on |by |from |the |a )|Also (?=while|in|at|on|known)"
)
_INNER = re.compile(
    r",\s+(?:however|therefore|moreover|furthermore|in turn|indeed|of course|for example|for instance|too|also|"
    r"nevertheless|meanwhile|in fact|consequently|in addition|respectively|then|likewise|as well),\s+"
)
# Behind a phrase in front, as in 'In winter, however, snow falls', one of the two commas stays.
_BEHIND_FRONT = re.compile(
    r"^((?:In|On|At|By|For|During|After|Before|Under|With|From|Among) [^,]{2,60},)"
    r"(\s+(?:however|therefore|moreover|in turn|indeed|of course|for example|for instance|also|nevertheless|in fact),)"
)
_LONE_INNER = re.compile(
    r"(?:(?<=\bwas)|(?<=\bwere)|(?<=\bhad)|(?<=\bhas)|(?<=\bhave)|(?<=\bdid)|(?<=\bcan)|(?<=\bare)|(?<=\bis))"
    r"\s+(?:also|then|thus|therefore|subsequently|eventually|finally|soon)\b"
    r"|(?<=[a-z])\s+(?:also|subsequently|eventually|finally|then)(?=\s+[a-z]+ed\b)"
)
# 'also' and 'then' point back and say nothing more; in somebody's words they stay.
_BACKWARD = re.compile(
    r"(?<=\w)(?<!\bbut)(?<!\band)(?<!\bonly)(?<!\bas)\s+also(?=\s+[a-z])"
    r"(?!\s+(?:known|called|named|referred|spelled|spelt|written|nicknamed|as|by|in|from|to|of|the|a|an)\b)"
    r"|(?<=[a-z])\s+then(?=\s+(?:became|was|were|went|took|made|gave|left|began|had|sold|bought|won|led|sent|built|told|said|came|ran|fell"
    r"|spent|lost|met|wrote|held|found|brought|kept|put|set|rose|grew)\b)"
)
_QUOTED = re.compile(r"[\"“”]")
_LEAST_SAID = 9
_OPEN_END = re.compile(
    rf"\b(?:{any_phrase('spoke')}|{any_phrase('opens a list')}|of|in|to|for|with|from|on|at)(?: \w+)?:$"
)
_LIST_MARK = re.compile(r"^(?:\(?\d{1,2}[.)]|[-–•*])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text of a statement and, for each of its letters, where it stands in the document."""

    text: str
    places: tuple[int, ...]
    cuts: tuple[str, ...] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the document that holds this stretch of the cleaned text."""
        return self.places[start], self.places[end - 1] + 1


def clean_sentence(text: str, start: int, end: int) -> Cleaned:
    """Cut brackets, notes and connectives out of text[start:end]."""
    letters = [(letter, start + n) for n, letter in enumerate(text[start:end])]
    cuts: list[str] = []
    for pattern in _CUTS:
        letters = _cut(letters, pattern, cuts, "")
    letters = _cut(letters, _LIST_MARK, cuts, "", limit=1)
    letters = _strip_front(letters, cuts)
    letters = _cut_behind_front(letters, cuts)
    letters = _cut(letters, _INNER, cuts, " ")
    letters = _cut(letters, _LONE_INNER, cuts, "")
    if not _QUOTED.search("".join(letter for letter, _ in letters)):
        letters = _cut(letters, _BACKWARD, cuts, "")
    letters = _ended(_squeeze(letters))
    return Cleaned("".join(letter for letter, _ in letters), tuple(place for _, place in letters), tuple(cuts))


Letters = list[tuple[str, int]]


def _cut(letters: Letters, pattern: "re.Pattern[str]", cuts: list[str], stay: str, limit: int = 0) -> Letters:
    text = "".join(letter for letter, _ in letters)
    kept: Letters = []
    at = 0
    for match in list(pattern.finditer(text))[: limit or None]:
        kept += letters[at : match.start()] + [(stay, letters[match.start()][1])] * bool(stay)
        cuts.append(match.group().strip())
        at = match.end()
    return kept + letters[at:]


def _cut_behind_front(letters: Letters, cuts: list[str]) -> Letters:
    match = _BEHIND_FRONT.match("".join(letter for letter, _ in letters))
    if not match:
        return letters
    cuts.append(match.group(2).strip())
    return letters[: match.end(1)] + letters[match.end(2) :]


def _strip_front(letters: Letters, cuts: list[str]) -> Letters:
    text = "".join(letter for letter, _ in letters)
    match = _CONNECTIVE.match(text)
    if not match or match.end() >= len(letters):
        return letters
    cuts.append(match.group().strip())
    first, place = letters[match.end()]
    return [(first.upper(), place), *letters[match.end() + 1 :]]


def _ended(letters: Letters) -> Letters:
    """End a sentence that leads up to a quotation or list with a full stop, where it says something by itself."""
    text = "".join(letter for letter, _ in letters)
    if not text.endswith(":") or text.count(" ") < _LEAST_SAID or _OPEN_END.search(text):
        return letters
    return [*letters[:-1], (".", letters[-1][1])]


def _squeeze(letters: Letters) -> Letters:
    kept: Letters = []
    for letter, place in letters:
        letter = " " if letter.isspace() else letter
        if letter == " " and (not kept or kept[-1][0] == " "):
            continue
        if letter in ".,;:!?" and kept and kept[-1][0] == " ":
            kept.pop()
        kept.append((letter, place))
    while kept and kept[-1][0] == " ":
        kept.pop()
    return kept
