"""Which lines and sentences of a text are furniture of the page it came from."""

from collections.abc import Sequence

from quizapp.core.reading.cleaning import calls, edges, repeats
from quizapp.core.reading.cleaning.back_matter import back_matter
from quizapp.core.reading.cleaning.lines import Line, lines_of
from quizapp.core.reading.cleaning.scripts import foreign_lines
from quizapp.core.reading.cleaning.vocabulary import (
    ABOUT_THE_SITE,
    AGENCIES,
    ANYWHERE,
    CAPTION,
    CONSENT,
    COOKIES,
    COPYRIGHT,
    CREDIT,
)
from quizapp.core.reading.extracted import EVERY, Progress, unseen
from quizapp.core.reading.spans import Drop, SpanIndex

_SHORT = 14


def find_furniture(text: str, already: Sequence[Drop] = (), progress: Progress = unseen) -> tuple[Drop, ...]:
    """Return what more to set aside of a text, in order, each with its reason; the rest is what the document says."""
    set_aside = SpanIndex(already)
    shown = [line for line in lines_of(text) if not set_aside.touch(line.start, line.end)]
    reasons = {n: reason for n, line in enumerate(shown) if (reason := _reason_anywhere(line))}
    reasons |= back_matter(shown)
    reasons |= foreign_lines(shown)
    reasons |= repeats.repeated_lines(shown)
    reasons |= edges.furniture_at_edges(shown, reasons)
    dropped = [Drop(shown[n].start, shown[n].end, reason) for n, reason in reasons.items()]
    for n, line in enumerate(shown):
        if n % EVERY == EVERY - 1:
            progress(n, len(shown))
        if n not in reasons:
            dropped += calls.sentences_to_drop(text, line)
    return tuple(sorted(dropped, key=lambda drop: drop.start))


def _reason_anywhere(line: Line) -> str | None:
    if len(line.text) > 400:
        return None
    if _is_cookie_notice(line):
        return "cookie notice"
    if CAPTION.fullmatch(line.text):
        return "image caption"
    if line.words <= 10 and (
        CREDIT.fullmatch(line.text) or (AGENCIES.search(line.text) and not line.ended and line.text[-1] != ":")
    ):
        return "image credit"
    if ABOUT_THE_SITE.fullmatch(line.plain):
        return "about the site"
    if COPYRIGHT.fullmatch(line.text):
        return "copyright notice"
    if line.words > _SHORT or line.is_prose:
        return None
    return ANYWHERE.reason_for(line.plain)


def _is_cookie_notice(line: Line) -> bool:
    return bool(COOKIES.search(line.text)) and len({word.lower() for word in CONSENT.findall(line.text)}) >= 2
