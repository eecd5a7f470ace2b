"""W10, W12, W13, W14, W15, W20, W21: what gives the key away without reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.generation.lint.case import Case
from quizapp.core.generation.lint.finding import Finding
from quizapp.core.generation.lint.words import OPPOSITE_PAIRS, says, stem, telling_words
from quizapp.core.kinds import GAP
from quizapp.core.kinds.folding import words_of

LENGTH_RATIO = 1.5
LENGTH_FLOOR = 8
MORE_WORDS = 2
LEAST_SHARED = 3
RARE_LENGTH = 4
ABSOLUTES = re.compile(r"\b(?:always|never|all|only|none|every|entirely|completely|must)\b", re.IGNORECASE)
VAGUE = re.compile(r"\b(?:[Oo]ften|[Uu]sually|[Ss]ome|[Ss]ometimes|may|might|[Gg]enerally|[Pp]robably|[Ff]requently)\b")
ARTICLE_END = re.compile(rf"\b(an?)\s*(?:{GAP}|$|[?:]\s*$)", re.IGNORECASE)
PLURAL_VERB = re.compile(r"^(?:who|what|which)\b.*?\b(were|are|was|is)\b", re.IGNORECASE)


def check_length(case: Case) -> Iterator[Finding]:
    """W10: the key does not stand out by its length."""
    if case.draft.kind != "choice" or not case.distractors or not case.keys:
        return
    key, others = case.keys[0], [option.text for option in case.distractors]
    mean = sum(map(len, others)) / len(others)
    longest = max(map(len, others))
    much = len(key) >= LENGTH_RATIO * mean and len(key) - longest >= LENGTH_FLOOR
    words = len(key.split()) - max(len(text.split()) for text in others)
    if much or words > MORE_WORDS:
        fix = "Shorten the key, or give a distractor as much to say."
        yield case.finding("W10", f"the key “{key}” is much longer than the other options", fix)


def check_grammar(case: Case) -> Iterator[Finding]:
    """W12: an article or a verb in the stem fits more than the key."""
    if case.draft.kind != "choice" or not case.keys:
        return
    key, others = case.keys[0], [option.text for option in case.distractors]
    article = ARTICLE_END.search(case.draft.stem)
    if article and _starts_with_vowel(key) == (article[1].casefold() == "an"):
        fitting = [text for text in others if _starts_with_vowel(text) == _starts_with_vowel(key)]
        if not fitting:
            yield case.finding("W12", f"“{article[1]}” fits only the key", "Move the article into the options.")
    if PLURAL_VERB.search(case.draft.stem) and not any(_is_plural(text) == _is_plural(key) for text in others):
        fix = "Write all options in one number, or a stem that fits both."
        yield case.finding("W12", f"“{key}” alone is {'plural' if _is_plural(key) else 'singular'}", fix)


def _starts_with_vowel(text: str) -> bool:
    return text[:1].casefold() in set("aeiou")


def _is_plural(text: str) -> bool:
    return " and " in text


def check_echo(case: Case) -> Iterator[Finding]:
    """W13: no rare word stands in stem and key and in no distractor."""
    if case.draft.kind != "choice" or not case.keys or not case.distractors:
        return
    others = {word for option in case.distractors for word in telling_words(option.text)}
    shared = {word for word in telling_words(case.draft.stem) if len(word) >= RARE_LENGTH} & set(
        telling_words(case.keys[0])
    )
    echo = sorted(word for word in words_of(case.keys[0]) if stem(word) in shared - others)
    if echo:
        fix = "Use another word in the stem, or the same word in a distractor."
        yield case.finding("W13", f"“{'”, “'.join(echo)}” stands in the stem and in the key alone", fix)


def check_cue_words(case: Case) -> Iterator[Finding]:
    """W14 and W15: no absolutes and no vague words in what is to be judged, unless the source says so itself."""
    texts = [option.text for option in case.options]
    texts += [case.draft.stem] if case.draft.kind == "true_false" else []
    for rule, pattern, sort in (("W14", ABSOLUTES, "an absolute"), ("W15", VAGUE, "a vague word")):
        for text in texts:
            found = pattern.search(text)
            if found and not any(says(quote, found[0]) for quote in case.quotes):
                yield case.finding(rule, f"“{found[0]}” in “{text}” is {sort}", "Say it exactly, without that word.")


def check_convergence(case: Case) -> Iterator[Finding]:
    """W20: the key does not share more words with the other options than they do with each other."""
    if case.draft.kind != "choice" or len(case.options) < 3:
        return
    words = [set(telling_words(option.text)) for option in case.options]
    shared = [sum(len(one & other) for j, other in enumerate(words) if j != i) for i, one in enumerate(words)]
    key = next((index for index, option in enumerate(case.options) if option.right), 0)
    rest = [count for index, count in enumerate(shared) if index != key]
    if shared[key] >= LEAST_SHARED and shared[key] > max(rest) + 1:
        fix = "Let two distractors share a word with each other that the key does not have."
        yield case.finding("W20", "the key shares most words with the other options", fix)


def check_opposites(case: Case) -> Iterator[Finding]:
    """W21: no lone pair of opposites holds the key."""
    if case.draft.kind != "choice" or len(case.options) < 3:
        return
    words = [set(words_of(option.text)) for option in case.options]
    pairs = [(i, j) for i in range(len(words)) for j in range(i) if (words[i] ^ words[j]) in OPPOSITE_PAIRS]
    if len(pairs) == 1 and any(case.options[index].right for index in pairs[0]):
        fix = "Add the opposite of another option, or take one of the pair out."
        yield case.finding("W21", "one pair of opposites holds the key", fix)
