"""E06, W16, W22, W23, W24: the stem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from quizapp.core.generation.lint.case import Case
from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.words import bare_words, says, telling_words
from quizapp.core.kinds import GAP
from quizapp.core.kinds.folding import words_of

MOST_WORDS = 40
MOST_COPIED = 0.6
LEAST_TELLING = 2
LEAST_RUN = 4
LEAST_QUOTE = 8
OWN_WORDS = "Ask in words of your own."
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
NEGATIVE = re.compile(r"\b(?:not|except|(?<!at )least|never)\b|n['’]t\b", re.IGNORECASE)
EMPHASISED = re.compile(r"\b(?:NOT|EXCEPT|LEAST|NEVER)\b")
UNFOCUSED = re.compile(
    r"\b(?:is|are) (?:true|correct|right|false|incorrect|wrong)\b|^which (?:statement|of (?:the following|these))\?$",
    re.IGNORECASE,
)
NAMELESS = re.compile(
    r"\b(?:the|this|that) (?:text|article|passage|document|author|excerpt|paragraph|source|writer)\b(?!['’]s? )|"
    r"(?<!of )\b(?:this|these|those)\b(?! of\b)|\b(?:a|one|two|three) (?:year|month|day)s? (?:later|earlier)\b|"
    r"\bthe (?:following|next|previous) (?:year|month|day|week)\b|\bthe (?:former|latter)\b",
    re.IGNORECASE,
)
PEOPLE = """ambassador author composer diplomat emperor envoy explorer founder general inventor king leader man minister
officer painter person philosopher poet politician pope premier president prince princess queen scientist signer speaker
woman writer"""
PERSON = re.compile(rf"\b(?:who|whose|whom|{'|'.join(PEOPLE.split())})\b", re.IGNORECASE)
NAME = re.compile(r"(?<=\s)[A-Z][\w'’-]*")
LISTED = re.compile(r"\b(?:these|those)\b", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|his|its|their|them)\b", re.IGNORECASE)
QUESTION_WORDS = {
    "who",
    "what",
    "which",
    "when",
    "where",
    "why",
    "how",
    "on",
    "in",
    "at",
    "by",
    "for",
    "to",
    "the",
    "a",
    "an",
}


def check_form(case: Case) -> Iterator[Finding]:
    """E06: the stem is a question, an instruction, a statement or one gap, and does not hold the key."""
    stem = case.draft.stem.strip()
    if not _is_well_ended(case, stem):
        fix = f"End it with a question mark, or leave one gap ({GAP})."
        yield case.finding("E06", "the stem is neither a question nor a sentence with one gap", fix)
    if case.draft.kind in ("multiple", "matching", "ordering", "true_false"):
        return
    shown = next((key for key in case.keys if says(stem, key)), "")
    if shown:
        yield case.finding("E06", f"the stem holds the key “{shown}”", "Word the stem without it.")


def _is_well_ended(case: Case, stem: str) -> bool:
    if case.draft.kind == "cloze" or GAP in stem:
        return stem.count(GAP) == 1
    if case.draft.kind in ("multiple", "matching", "ordering", "true_false"):
        return stem.endswith((".", "?", ".”", ".’", "!"))
    return stem.endswith(("?", "?”"))


def check_negatives(case: Case) -> Iterator[Finding]:
    """W16: a negative stem is emphasised, and there is only one negative."""
    stem = QUOTED.sub(" ", case.draft.stem)
    found = NEGATIVE.findall(stem)
    inside = [option.text for option in case.options if NEGATIVE.search(QUOTED.sub(" ", option.text))]
    if len(found) > 1 or (found and inside and case.draft.kind == "choice"):
        yield case.finding("W16", "two negatives meet", "Ask for what is so.", severity="E")
    elif found and len(EMPHASISED.findall(stem)) < len(found):
        fix = "Ask for what is so, or write the word in capitals."
        yield case.finding("W16", f"“{found[0]}” is easily read over", fix)


def check_focus(case: Case) -> Iterator[Finding]:
    """W22: the stem can be answered with the options hidden."""
    if case.draft.kind in ("matching", "ordering"):
        return
    bare = case.draft.stem.endswith("?") and len(telling_words(case.draft.stem)) < LEAST_TELLING
    if UNFOCUSED.search(case.draft.stem) or bare:
        fix = "Ask for one thing, so that a reader can answer before seeing the options."
        yield case.finding("W22", "the stem does not say what is asked", fix)


def check_detail(case: Case) -> Iterator[Finding]:
    """W23: the stem is not swollen and not copied from the quote."""
    stem = bare_words(case.draft.stem)
    if len(words_of(case.draft.stem)) > MOST_WORDS:
        yield case.finding("W23", f"the stem has more than {MOST_WORDS} words", "Cut what is not needed to answer.")
    for quote in case.quotes:
        share = _copied(quote, stem)
        if share > MOST_COPIED:
            yield case.finding("W23", f"{share:.0%} of the quote is copied into the stem", OWN_WORDS)


def _copied(quote: str, stem: tuple[str, ...]) -> float:
    """The share of a quote's words, names apart, that stand in the stem in runs of four or more."""
    words, names = bare_words(quote), {word for name in NAME.findall(quote) for word in words_of(name)}
    blocks = SequenceMatcher(None, words, stem, autojunk=False).get_matching_blocks()
    runs = [words[block.a : block.a + block.size] for block in blocks if block.size >= LEAST_RUN]
    copied = sum(word not in names for run in runs for word in run)
    own = sum(word not in names for word in words)
    return copied / own if own >= LEAST_QUOTE else 0.0


def _follows_a_sentence(found: re.Match[str], stem: str) -> bool:
    """Whether "this" and its like can point at the sentence before, which the stem gives as well."""
    return found[0].casefold().startswith(("this", "these", "such")) and bool(
        re.search(r"[.!?]\s+$", stem[: found.start()])
    )


def check_reference(case: Case) -> Iterator[Finding]:
    """W24: the stem names what it speaks of."""
    stem = QUOTED.sub(" ", case.draft.stem)
    # Options, pairs and items stand below their stem: "which of these" points at them.
    shown = case.draft.kind in ("choice", "multiple", "matching", "ordering")
    found = NAMELESS.search(LISTED.sub(" ", stem) if shown else stem)
    if found and not _follows_a_sentence(found, stem):
        yield case.finding("W24", f"“{found[0]}” points at nothing that is named", "Name it.")
    pronoun = PRONOUN.search(stem)
    before = stem[: pronoun.start()] if pronoun else ""
    asked = GAP in before and any(key[:1].isupper() and key.replace(" ", "").isalpha() for key in case.keys)
    if pronoun and not asked and not _has_antecedent(before, pronoun[0].casefold()):
        yield case.finding("W24", f"“{pronoun[0]}” stands for nobody yet", "Name the person or thing first.")


def _has_antecedent(before: str, pronoun: str) -> bool:
    """Something was named already: a name, or a noun with its article; for he and she a person."""
    names = [word for word in re.findall(r"\b[A-Z][\w-]+", before) if word.casefold() not in QUESTION_WORDS]
    if pronoun in ("he", "she", "him", "her", "his"):
        return bool(names or PERSON.search(before))
    return bool(names or re.search(r"\b(?:the|an?|each|which|every|what) [a-z]+", before, re.IGNORECASE))
