"""E05: whether a distractor may be right after all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from quizapp.core.generation.lint.case import Case
from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.words import bare_words, holds_run, telling_words
from quizapp.core.generation.values import find_dates, whole_date
from quizapp.core.kinds import PartialDate, fold
from quizapp.core.reading.anchors import Anchor

ALIASES = (
    {"ussr", "soviet union", "union of soviet socialist republics", "soviets"},
    {"us", "usa", "united states", "united states of america", "america"},
    {"uk", "united kingdom", "britain", "great britain"},
    {"netherlands", "holland"},
    {"west germany", "federal republic of germany", "federal republic", "frg"},
    {"east germany", "german democratic republic", "democratic republic", "gdr"},
    {"nato", "north atlantic treaty organization", "north atlantic treaty organisation", "atlantic alliance"},
)
# A stem that asks for one of several by its place, or sets one against another, may have both in its quote.
SINGLING = "first last earliest latest final originally main only most not beside besides"
SINGLED_OUT = re.compile(rf"\b(?:{SINGLING.replace(' ', '|')})\b", re.IGNORECASE)
LISTED = re.compile(r"^(?:[\s,;]|\band\b|\bor\b|\bthe\b|\bas well as\b)*$", re.IGNORECASE)
SAME_SUBJECT = 0.75
LEAST_SUBJECT = 4


def check_rivals(case: Case) -> Iterator[Finding]:
    """E05: no distractor is the key in other words, stands in one list with it, or is what another source says."""
    if case.asks_for_outsider or case.draft.kind == "multiple":
        return
    for text in case.wrong_texts:
        reason = _same_as_key(case, text) or _listed_with_key(case, text) or _said_by_witness(case, text)
        if reason:
            yield case.finding(
                "E05", f"“{text}” may be right: {reason}", "Take another distractor, or narrow the stem."
            )
        elif passage := _stated_elsewhere(case, text):
            fix = "If it is wrong all the same, cite that passage in its reason; else take another distractor."
            yield case.finding("E05", f"“{text}” may be right by “{passage}”", fix)


def _same_as_key(case: Case, text: str) -> str:
    word = fold(text)
    for key in case.keys:
        known = fold(key)
        if word == known or any(word in names and known in names for names in ALIASES):
            return f"it is the key “{key}” in other words"
        if word in (_initials(key), known.split()[-1] if len(known.split()) == 2 and key.istitle() else word + "?"):
            return f"it is short for the key “{key}”"
        date, other = whole_date(text), whole_date(key)
        if date and other and date != other and (date.covers(other) or other.covers(date)):
            return f"it is as true as the key “{key}”"
    return ""


def _initials(text: str) -> str:
    return "".join(word[0] for word in bare_words(text) if word not in {"of", "and", "for"}) if " " in text else ""


def _listed_with_key(case: Case, text: str) -> str:
    """The quote names both in one breath, and the stem does not ask for one of them by its place."""
    if SINGLED_OUT.search(case.draft.stem) or whole_date(text):
        return ""
    for quote in case.quotes:
        for key in case.keys:
            if _side_by_side(quote, key, text) or _side_by_side(quote, text, key):
                return f"the quote names it beside “{key}”"
    return ""


def _side_by_side(quote: str, one: str, other: str) -> bool:
    first, second = re.escape(_without_article(one)), re.escape(_without_article(other))
    found = re.search(rf"\b{first}\b(.{{0,60}}?)\b{second}\b", quote, re.IGNORECASE)
    return bool(found and LISTED.match(found[1]))


def _without_article(text: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", text.strip(), flags=re.IGNORECASE)


def _said_by_witness(case: Case, text: str) -> str:
    if "according to" in case.draft.stem.casefold():
        return ""
    for witness in case.draft.witnesses:
        if witness.stance == "disputes" and witness.value and fold(witness.value) == fold(text):
            return f"{witness.document} says so"
    return ""


def _stated_elsewhere(case: Case, text: str) -> str:
    """A sentence that holds the distractor and nearly all of the stem, and that no citation accounts for."""
    subject = set(telling_words(case.draft.stem)) - set(telling_words(text))
    if len(subject) < LEAST_SUBJECT:
        return ""
    accounted, date = _accounted(case, text), whole_date(text)
    for sentence in case.sources.sentences_with(subject, math.ceil(SAME_SUBJECT * len(subject))):
        spoken_of = any(
            name == sentence.document and anchor.start < sentence.end and sentence.start < anchor.end
            for name, anchor in accounted
        )
        if not spoken_of and _holds(sentence.text, text, date):
            return sentence.text
    return ""


def _holds(sentence: str, text: str, date: PartialDate | None) -> bool:
    if date:
        # A long document has thousands of sentences to look at: most are seen not to have the year.
        year = f"{date.year:04d}"
        return year in sentence and any(date.covers(found) for found in find_dates(sentence))
    return holds_run(bare_words(sentence), bare_words(text))


def _accounted(case: Case, text: str) -> list[tuple[str, Anchor]]:
    citations = (*case.draft.citations, *case.citations_against(text))
    return [(row.document, anchor) for row in citations if (anchor := case.sources.anchor(row))]
