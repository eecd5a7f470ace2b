"""The text of a page too deeply nested for a parser: tags cut out, nothing judged."""

import html
import re

_UNSHOWN = ("script", "style", "noscript", "template", "svg", "head")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,2000})?>", re.I
)
_TAG = re.compile(r"</?[a-z!][^<>]{0,5000}>", re.I)


def flat_lines(page: str) -> list[str]:
    """Return the lines of a page's text by its tags alone."""
    for name in _UNSHOWN:
        page = _without(page, f"<{name}", f"</{name}")
    page = _TAG.sub("\n", _INLINE.sub("", _without(page, "<!--", "--")))
    lines = (re.sub(r"\s+", " ", html.unescape(line)).strip() for line in page.split("\n"))
    return [line for line in lines if line]


def _without(page: str, opening: str, closing: str) -> str:
    """Cut out what stands between two marks, up to the end of the closing tag; without one, up to the end."""
    low, kept, at = page.lower(), [], 0
    while (start := low.find(opening, at)) >= 0:
        kept.append(page[at:start])
        end = low.find(closing, start + len(opening))
        at = low.find(">", end) + 1 if end >= 0 else 0
        if at <= 0:
            return "".join(kept)
    return "".join([*kept, page[at:]])
