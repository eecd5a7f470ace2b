"""Words that point outside their sentence: what they point at must stand in the sentence itself."""

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from quizapp.core.generation.extraction.definites import bare_definites
from quizapp.core.generation.extraction.hygiene import quoted_spans
from quizapp.core.generation.extraction.pronouns import is_bound, is_pronoun
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import any_phrase, word_list

_THESE = frozenset({"this", "these", "those", "that"})
_LETTERS = re.compile(rf"\b{any_phrase('bodies')} ([A-Z]{{2,9}})\b")
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD"})
_THOSE_OF = frozenset({"who", "of", "that", "in", "with", "whose", "which", "from", "wishing", "for"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be understood without the neighbours; a fatal one turns the sentence away, another is a doubt."""

    text: str
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader knows from the quiz's title, and how often the document speaks of each thing."""

    title: Set[str] = frozenset()
    counts: Counter[str] = field(default_factory=Counter)
    things: Set[str] = frozenset()
    letters: Set[str] = frozenset()


def named_by_letters(text: str) -> frozenset[str]:
    """Return the letters that are names: after 'the architecture firm OODA' nothing is left to be spelled out."""
    return frozenset(_LETTERS.findall(text))


def pointing_faults(syntax: Syntax, known: Known) -> Iterator[Fault]:
    """Yield what in a sentence cannot be understood without its neighbours."""
    quoted = {place for span in quoted_spans(syntax.text) for place in range(*span)}
    for i in range(len(syntax)):
        word = syntax.word(i)
        if syntax.tokens[i].start in quoted:
            continue
        if word in word_list("points outside"):
            yield Fault(f"'{word}' points outside the sentence")
        elif word in word_list("relative time"):
            yield from _time_fault(syntax, i)
        elif word in word_list("points aside"):
            yield from _aside_fault(syntax, i)
        elif word in _WEEKDAYS and syntax.tokens[i].text[0].isupper() and not _dated(syntax, i):
            yield Fault(f"'{syntax.tokens[i].text}' depends on when it was written", fatal=False)
        elif word == "time" and before_time(syntax, i):
            yield Fault("'at the time' depends on the sentence before")
        elif word in _THESE and _points(syntax, i):
            yield Fault(f"'{word}' points outside the sentence")
        elif word == "there" and syntax.tags[i] == "RB":
            yield Fault("'there' points outside the sentence")
        elif is_pronoun(word) and not is_bound(syntax, i, known.things):
            yield Fault(f"'{word}' has nobody to stand for in the sentence")
    yield from _unspelled(syntax, known)
    for i, phrase, fatal in bare_definites(syntax, known.title, known.counts):
        if syntax.tokens[i].start not in quoted:
            yield Fault(f"'{phrase}' is not said to be which", fatal)


def _dated(syntax: Syntax, i: int) -> bool:
    return any(token.text[:4].isdigit() and len(token.text) == 4 for token in syntax.tokens[i : i + 6])


def before_time(syntax: Syntax, i: int) -> bool:
    """Say whether 'at the time' stands there without saying of what."""
    said = (syntax.word(i - 2), syntax.word(i - 1)) in {("at", "the"), ("by", "the"), ("at", "that")}
    return said and syntax.word(i + 1) not in {"of", "when", "that", "they", "he", "she", "the"}


def _unspelled(syntax: Syntax, known: Known) -> Iterator[Fault]:
    """Yield each abbreviation that the reader is not told of."""
    for token in syntax.tokens:
        word = token.text
        short = 2 <= len(word) <= 9 and word.isupper() and word.isalpha()
        if (
            short
            and word not in known.letters
            and word not in word_list("known abbreviations")
            and word.lower() not in known.title
        ):
            yield Fault(f"'{word}' is never spelled out", fatal=False)


def _time_fault(syntax: Syntax, i: int) -> Iterator[Fault]:
    word = syntax.word(i)
    if word in {"later", "earlier"}:
        if syntax.word(i + 1) != "than" and syntax.tags[i] != "JJR":
            yield Fault(f"'{word}' depends on the sentence before")
    elif word in {"ago", "meanwhile", "tonight", "yesterday", "tomorrow"}:
        yield Fault(f"'{word}' depends on when it was written")
    else:
        yield Fault(f"'{word}' depends on when it was written", fatal=False)


def _aside_fault(syntax: Syntax, i: int) -> Iterator[Fault]:
    word, tag, before, after = syntax.word(i), syntax.tags[i], syntax.word(i - 1), syntax.word(i + 1)
    if word == "such" and (after == "as" or before == "as"):
        return
    if word in {"other", "others"} and before in {"and", "or", "each", "among", "many", "any"}:
        if word == "others" and before != "among":
            yield Fault("'others' points outside the sentence")
        return
    if word == "following" and not (tag in {"JJ", "VBG", "NN"} and before in {"the", "a"}):
        return
    if word == "last" and (
        before == "the" or after not in {"week", "month", "year", "night", "decade", "summer", "winter"}
    ):
        return
    if word in {"present", "nearby"} and (after in {"-", "in", "at", "day"} or tag != "JJ" or before != "the"):
        return
    if tag in {"JJ", "DT", "JJS", "NN", "NNS", "PDT", "VBG"} or word == "same":
        if word in {"other", "another"} and i > 1 and before != ",":
            return
        fatal = word not in {"other", "another", "recent", "current", "latest"}
        yield Fault(f"'{word}' points outside the sentence", fatal)


def _points(syntax: Syntax, i: int) -> bool:
    word = syntax.word(i)
    if word == "that":
        following = syntax.tags[i + 1] if i + 1 < len(syntax) else ""
        alone = (
            syntax.roles[i] in {"nsubj", "obj"}
            and syntax.heads[i] > i
            and syntax.roles[syntax.heads[i] % len(syntax)] == "root"
        )
        return syntax.tags[i] == "DT" and syntax.word(i + 1) != "of" and (following in _NOUNS or alone)
    return word != "those" or syntax.word(i + 1) not in _THOSE_OF
