"""E01, E02, E07, W26: what the question rests on, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.core.generation.lint.case import Case
from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.support import supports
from quizapp.core.generation.lint.words import says, telling_words
from quizapp.core.generation.values import find_dates, find_numbers
from quizapp.core.kinds import GAP, Citation, Matching, Ordering, TrueFalse, key_text

LEAST_NEW_WORDS = 3
NAME = re.compile(r"(?<=[\w,;:] )[A-Z][\w’'-]+")
POSITIONS = re.compile(
    r"\b(?:option|answer|choice|alternative)s? \(?[a-h1-8]\)?(?![\w'])|\((?:[a-h]|[ivx]{1,4})\)|"
    r"\bthe (?:first|second|third|fourth|last) (?:option|answer|choice|alternative)\b|\babove option",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"\b(?:caption|photograph|photo|byline|log ?in|register|comments?|website|headline|infographic|"
    r"author of (?:the|this))\b",
    re.IGNORECASE,
)


def check_quotes(case: Case) -> Iterator[Finding]:
    """E01: every quote stands once in its document, outside what was dropped."""
    if not (case.draft.citations or case.rests_on_author):
        yield case.finding("E01", "the question cites nothing", "Cite a document and its exact words.")
    for citation in case.citations:
        message = case.sources.quote_problem(citation)
        if message:
            fix = (
                "Copy the words exactly; quote more of them if they stand there twice; a dropped line cannot be quoted."
            )
            yield case.finding("E01", message, fix)


def check_support(case: Case) -> Iterator[Finding]:
    """E02: the key, a declared form of it, or the words declared to say it, stand in a cited quote."""
    if case.rests_on_author:
        return
    declared = [words for words in case.draft.overrides.get("E02", "").split(" | ") if words]
    everything = [citation.quote for citation in case.citations]
    for words in declared:
        if not any(says(quote, words) for quote in everything):
            fix = "Write in 'supported_by' exact words of a quote that the question cites."
            yield case.finding("E02", f"the declared words “{words}” stand in no cited quote", fix)
    missing = _unsupported(case)
    if len(missing) > len(declared):
        fix = "Quote the words that say it. A paraphrase in a bank folder is declared by 'supported_by'."
        yield case.finding("E02", f"no cited quote says “{'”, “'.join(missing)}”", fix)


def _unsupported(case: Case) -> list[str]:
    content = case.draft.content
    if isinstance(content, TrueFalse):
        return _unsupported_values(case, content)
    if isinstance(content, Matching):
        return _unsupported_pairs(case, content)
    if isinstance(content, Ordering):
        return [item.text for item in content.items if item.when and not _dated(case, item.when, item.citation)]
    if case.asks_for_outsider:
        members = [option.text for option in case.distractors if not supports(case.quotes, option.text)]
        return members + [key for key in case.keys if _is_listed(case, key)]
    if case.draft.kind == "multiple":
        return [key for key in case.keys if not supports(_quotes_of(case, key), key)]
    return [] if any(supports(case.quotes, key) for key in case.keys) else [key_text(content)]


def _unsupported_values(case: Case, content: TrueFalse) -> list[str]:
    """The dates and numbers that decide a statement, if no quote has any of them.

    What decides a false one is what its correction changes; in a true one any value may be the one asked.
    """
    said, corrected = _values(case.draft.stem), _values(content.correction)
    deciding = said if content.key else corrected - said if said - corrected else set()
    return [] if any(supports(case.quotes, value) for value in deciding) else sorted(deciding)


def _values(statement: str) -> set[str]:
    dates = find_dates(statement)
    dated = {part for date in dates for part in (date.year, date.day)}
    return {date.written() for date in dates} | {f"{row:f}" for row in find_numbers(statement) if row not in dated}


def _unsupported_pairs(case: Case, content: Matching) -> list[str]:
    missing = []
    for pair in content.pairs:
        quotes = (pair.citation.quote, *case.quotes) if pair.citation else case.quotes
        if not (supports(quotes, pair.left) and supports(quotes, pair.right)):
            missing.append(f"{pair.left}: {pair.right}")
    return missing


def _dated(case: Case, when: str, citation: Citation | None) -> bool:
    quotes = (citation.quote,) if citation else case.quotes
    dates = find_dates(when)
    return supports(quotes, when) or (bool(dates) and all(supports(quotes, date.written()) for date in dates))


def _quotes_of(case: Case, key: str) -> tuple[str, ...]:
    own = tuple(row.citation.quote for row in case.options if row.text == key and row.citation)
    return (*own, *case.quotes)


def _is_listed(case: Case, key: str) -> bool:
    """Whether the quote that names the members names the outsider too."""
    listing = [quote for quote in case.quotes if all(supports((quote,), row.text) for row in case.distractors)]
    return any(supports((quote,), key) for quote in listing)


def check_order(case: Case) -> Iterator[Finding]:
    """E03: the items of an ordering stand in the order of their dates."""
    content = case.draft.content
    if not isinstance(content, Ordering):
        return
    dates = [find_dates(item.when) for item in content.items]
    known = [(row[0].iso(), item.text) for row, item in zip(dates, content.items, strict=True) if row]
    for (before, first), (after, second) in pairwise(known):
        size = min(len(before), len(after))
        if before[:size] > after[:size]:
            yield case.finding(
                "E03", f"“{second}” ({after}) stands after “{first}” ({before})", "Put the earlier first."
            )


def check_explanation(case: Case) -> Iterator[Finding]:
    """E07: an explanation adds something and names no positions."""
    text = case.draft.explanation
    found = POSITIONS.search(text)
    if found:
        fix = "Name the answer itself: options are shuffled."
        yield case.finding("E07", f"the explanation speaks of a position: “{found[0]}”", fix)
    said = set(telling_words(f"{case.draft.stem} {key_text(case.draft.content)}"))
    new = {word for word in telling_words(text) if word not in said}
    if text and len(new) < LEAST_NEW_WORDS:
        fix = "Add the reason, the contrast or the context, or leave the explanation out."
        yield case.finding("E07", "the explanation only says the question again", fix)


def check_subject(case: Case) -> Iterator[Finding]:
    """W26: what is asked about stands in the documents; a false statement may bring a name of its own."""
    if case.rests_on_author or not case.citations or case.draft.kind in ("multiple", "matching", "ordering"):
        return
    asked = telling_words(case.draft.stem.replace(GAP, " "))
    strange = [word for word in asked if not case.sources.speak_of(word)]
    names = [] if case.draft.kind == "true_false" else _names_in(case.draft.stem)
    unknown = [name for name in names if not case.sources.speak_of_kin(name)]
    if unknown or (len(asked) > 1 and len(strange) == len(asked)):
        told = unknown or strange
        message = f"the documents speak nowhere of “{'”, “'.join(dict.fromkeys(told[:3]))}”"
        yield case.finding("W26", message, "Ask about what the quoted document tells, or quote another.")


def _names_in(stem: str) -> list[str]:
    """The capitalised words of a stem, its first word apart."""
    return [name for name in NAME.findall(stem) if telling_words(name)]


def check_worth(case: Case) -> Iterator[Finding]:
    """W26: no page furniture is asked, and a disputed fact names its source."""
    asked = f"{case.draft.stem} {' '.join(case.keys)}"
    found = FURNITURE.search(asked)
    if found:
        yield case.finding("W26", f"“{found[0]}” sounds like page furniture", "Ask for what the document is about.")
    disputed = any(witness.stance == "disputes" for witness in case.draft.witnesses)
    if disputed and not _names_source(case):
        fix = "Begin the stem with “According to …”: sources say different things here."
        yield case.finding("W26", "a disputed fact does not say whose word it is", fix, severity="E")


def _names_source(case: Case) -> bool:
    stem = case.draft.stem.casefold()
    names = [name.casefold() for known in case.sources.names.values() for name in known if name]
    return "according to" in stem or any(name in stem for name in names)
