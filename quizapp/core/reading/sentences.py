"""Where sentences end."""

import re

from quizapp.core.reading.abbreviations import BEFORE_FIGURES, MAYBE, NEVER, SAYING, STARTERS, TITLES

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\[¿¡—–\\-"
# A reference mark such as [17], [citation needed] or :121,154 belongs to the sentence before it.
_NOTES = r"(?:[ \t]?\[[^\]\[\n]{1,20}\]){0,6}(?::\d{1,4}(?:[,–-]\d{1,4}){0,6})?"
_CLOSING = "\"'”’»)]"
_STREETS = frozenset({"st", "ft", "mt"})
_CANDIDATE = re.compile(
    rf"(?:\.(?:\s\.){{2,5}}|[.!?…]{{1,8}})[{_CLOSERS}]{{0,4}}{_NOTES}(?=\s|\Z)|[。！？।]{{1,4}}[」』”’）]{{0,3}}"
)
_NEXT = re.compile(rf"\s*([{_OPENERS}\s]{{0,6}})(\d|[^\W\d_]{{0,30}})")
_TOKEN = re.compile(r"[^\s(\[\"“‘«—–/]{1,24}\Z")
_SPEAKER = re.compile(rf"(?:[A-Z]\S{{0,20}} ){{1,4}}(?:{'|'.join(sorted(SAYING))})\b")
_ENUMERATOR = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")
_SOLID = re.compile(r"\S")
_WORDLIKE = re.compile(r"[^\W_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
# Sentences inside a quotation or brackets that began within a sentence are not cut out of it.
_ENCLOSED = re.compile(r"(?<![^\s(\[—–])\"(?=\S)[^\"“”\n]{1,400}\"|“[^“”\n]{1,400}”|\([^()\n]{1,240}\)")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return where the sentences of text[start:end] stand; together they hold every character but white space."""
    stop = len(text) if end is None else end
    enclosed = [found.span() for found in _ENCLOSED.finditer(text, start, stop)]
    spans, at, nearest = [], start, 0
    for found in _CANDIDATE.finditer(text, start, stop):
        while nearest < len(enclosed) and enclosed[nearest][1] <= found.start():
            nearest += 1
        inside = nearest < len(enclosed) and _inside(text, at, found, enclosed[nearest])
        if not inside and _ends_sentence(text, at, found, stop):
            spans.append((at, found.end()))
            at = found.end()
    spans.append((at, stop))
    return _with_letters(text, [_trimmed(text, *span) for span in spans])


def _with_letters(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what holds no letter or figure, such as a stray closing mark, to the sentence before it."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and not _WORDLIKE.search(text, start, end):
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif start < end:
            kept.append((start, end))
    return kept


def _inside(text: str, at: int, found: re.Match[str], enclosed: tuple[int, int]) -> bool:
    opened, closed = enclosed
    return opened < found.start() and found.end() < closed and bool(_SOLID.search(text, at, opened))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _ends_sentence(text: str, at: int, found: re.Match[str], stop: int) -> bool:
    """Judge one full stop (or ! ? …) by the word before it and the word after it."""
    mark = found.group()
    if mark[0] in "。！？।":
        return True
    following = _NEXT.match(text, found.end(), stop)
    word = following.group(2) if following else ""
    if word[:1].islower() or (
        following and not word and text[following.end() : following.end() + 1] in {",", ";", ":"}
    ):
        return False
    if mark[0] != "." or mark.startswith(".."):
        return not (mark[-1] in _CLOSING and _SPEAKER.match(text, found.end() + 1, stop))
    token = _TOKEN.search(text, max(at, found.start() - 24), found.start())
    return token is None or _stop_ends(text, at, token, word)


def _stop_ends(text: str, at: int, token: re.Match[str], word: str) -> bool:
    before, low = token.group(), token.group().lower()
    if _ENUMERATOR.fullmatch(text, at, token.end()):
        return False
    if (low in TITLES and not (len(low) > 1 and before.isupper())) or (
        low in NEVER and (len(low) > 1 or before == low)
    ):
        return low in _STREETS and word.lower() in STARTERS
    if low in BEFORE_FIGURES and (len(low) > 1 or before == low):
        return not word[:1].isdigit() and (len(low) > 1 or word.lower() in STARTERS)
    if low in MAYBE or _INITIALS.fullmatch(before):
        return word.lower() in STARTERS
    return True
