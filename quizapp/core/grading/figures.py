"""Figures as people write them, in the one way that is reckoned with: "1,000", "1 000", "12,5", "2½"."""

from __future__ import annotations

import re
import unicodedata

from quizapp.core.kinds.folding import CURRENCY_WORDS, plain

GROUPS_COMMA = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
GROUPS_SPACE = re.compile(r"(?<![\d.,])\d{1,3}(?:[ '\u2019]\d{3})+(?![\d'\u2019])")
GROUPS_POINT = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])")
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
BARE_POINT = re.compile(r"(?<![\w.])\.(?=\d)")  # the point of "c.5" is none
TOKENS = re.compile(r"\d+(?:\.\d+)?(?:(?:st|nd|rd|th)\b)?|[^\W\d_]+|(?<=\d)/(?=\d)|(?<![\w.])-(?= ?\d)")


def unfraction(text: str) -> str:
    """The text with ½ and its like written out: "2½" as "2 1/2"."""
    signs = {sign for sign in text if "VULGAR" in unicodedata.name(sign, "")}
    for sign in signs:
        text = text.replace(sign, f" {unicodedata.normalize('NFKD', sign)} ")
    return text.replace("\u2044", "/")


def join_groups(found: re.Match[str]) -> str:
    """The figures of a number without what parts its thousands."""
    return re.sub(r"\D", "", found[0])


def views(text: str) -> list[str]:
    """The text with figures in the English way; twice where "1.000" may also be a thousand."""
    bare = plain(unfraction(text)).translate(CURRENCY_WORDS).replace("per cent", "percent")
    bare = GROUPS_SPACE.sub(join_groups, GROUPS_COMMA.sub(join_groups, bare))
    both = (bare, GROUPS_POINT.sub(join_groups, bare))
    return [BARE_POINT.sub("0.", DECIMAL_COMMA.sub(".", view)) for view in dict.fromkeys(both)]


def tokens_of(view: str) -> list[str]:
    """The words, figures and signs of a view."""
    return TOKENS.findall(re.sub(r"(?<=\d)\s*/\s*(?=\d)", "/", view))
