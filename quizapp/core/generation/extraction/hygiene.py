"""Faults of the source that a question would copy: where one is found the sentence is left alone."""

import re

FAULTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("it does not end like a sentence", re.compile(r"[^.!\"”']\s*$|[^.!][\"”']\s*$")),
    ("it does not begin like a sentence", re.compile(r"^(?![\"“A-Z0-9À-Þ])")),
    ("it is a question or an order", re.compile(r"\?")),
    ("a number stands before it like a heading", re.compile(r"^[\d,.]+ ?[-–—] ?[A-Z]")),
    ("doubled or stray punctuation", re.compile(r",\s*,|;\s*;|\.\s*,|,\s*\.|\s,|\(\s*\)|,\s*;|\|| - ?- |\.\.|[,;:]$")),
    ("a bracket without its partner", re.compile(r"[()\[\]{}]")),
    (
        "a comma between subject and verb",
        re.compile(
            r"^[^,]{3,60}, (?:is|was|are|were|has|had) "
            r"(?!in |however|by |of |at |on |to |for |as |according)[^,]*$"
        ),
    ),
    (
        "a comma between subject and verb",
        re.compile(r"(?:^|, (?:and|but) )[^,]{5,60}, (?:could|can|would|will|must|may|might|should) [a-z]"),
    ),
    ("'In 1902 that'", re.compile(r"^(?:In|On) [^,]{4,20},? that ")),
    ("words run together", re.compile(r"[a-z][.,][A-Za-z]{2}|[a-z]{2}[A-Z][a-z]|\d[a-z]{3,}|[a-z]\d")),
    ("a quotation mark is missing", re.compile(r"’’|‘‘|''")),
    ("a number stands before it like a heading", re.compile(r"^\d+, (?:[A-Z]|the\b)|^1\d{3} [A-Z]")),
    ("a web address", re.compile(r"https?:|www\.|\.com\b|@")),
    (
        "a reference to a figure or source",
        re.compile(r"\bet al\b|\b(?:Figure|Fig\.|Table|Section|Chapter|Appendix|Eq\.) ?\d|\bibid\b|\bp\. ?\d"),
    ),
    ("a doubled word", re.compile(r"\b(the|a|an|of|in|to|was|is|and|for|by|with) \1\b", re.IGNORECASE)),
    ("a clause of its own in dashes", re.compile(r"\s[-–—]\s|—|–(?=[a-z])| --")),
    ("a semicolon or colon", re.compile(r"[;:]")),
    ("quoted words", re.compile(r"[\"“”„«»]|(?<!\w)[‘'](?=\w)")),
    ("words in capitals", re.compile(r"\b[A-Z]{3,}(?:\s+[A-Z]{2,}){2,}")),
    ("signs of a formula", re.compile(r"\b[A-Z] \d\b|[=<>^\\~§#*_{}]")),
    ("letters outside the Latin script", re.compile(r"[\u0370-\u1dff\u2e80-\uffef]")),
    ("the sentence is cut off", re.compile(r"\b(?:the|a|an|of|in|and|or|to|with|by|for|such as)[.!]\s*$")),
    (
        "it talks to the reader",
        re.compile(r"\b(?:[Yy]ou|[Yy]ours?|[Ww]e|[Oo]urs?|us|I|[Mm]y|me|[Ll]et[’']s|let us|please)\b(?!\.)(?!-)"),
    ),
)  # fmt: skip


_QUOTE = re.compile(r"\"[^\"“”]+\"|“[^“”]+”|(?<!\w)[‘'][^‘’']{1,60}[’'](?!\w)")
_SAYING = re.compile(
    r"\b(?:said|says|stated|states|wrote|writes|declared|called|described|remarked|noted|replied|announced|dubbed"
    r"|argued|asked)\b"
)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return where words in quotation marks stand, the marks included."""
    return [match.span() for match in _QUOTE.finditer(text)]


def holds_quotation(text: str) -> bool:
    """Say whether words of somebody who is not named are quoted."""
    spoken = bool(_SAYING.search(_QUOTE.sub(" ", text)))
    return any(_unquoted(match, spoken) == match.group() for match in _QUOTE.finditer(text))


def first_fault(text: str) -> str:
    """Return the first fault of a cleaned sentence, or nothing; whole quotations are none."""
    spoken = bool(_SAYING.search(_QUOTE.sub(" ", text)))
    plain = _QUOTE.sub(lambda match: _plainly(match, spoken), text)
    return next((name for name, pattern in FAULTS if pattern.search(plain)), "")


def _unquoted(match: re.Match[str], spoken: bool) -> str:
    words = match.group()[1:-1]
    if len(words.split()) <= 4 and words[-1:] not in {".", ",", "!", "?"}:
        return words
    if not spoken or words[-1:] in {"?", "!"} or "[" in words:
        return match.group()
    return "words" + (words[-1] if words[-1:] in {".", ","} else "")


def _plainly(match: re.Match[str], spoken: bool) -> str:
    """Return a quotation as words that no fault is looked for in, where it closes as it should."""
    words = match.group()[1:-1]
    broken = words[-1:] in {"?", "!"} or "[" in words
    kept = _unquoted(match, spoken)
    return kept if kept != match.group() or broken else "words" + (words[-1] if words[-1:] in {".", ","} else "")
