"""Sentences inside the text that order the reader about on the page."""

from collections.abc import Iterator

from quizapp.core.reading.cleaning.lines import Line
from quizapp.core.reading.cleaning.vocabulary import CREDIT, OFFER, ORDER, OWN, PHRASAL_ORDER
from quizapp.core.reading.sentences import sentence_spans
from quizapp.core.reading.spans import Drop

_LONGEST = 140
_LONGEST_PROMOTION = 500


def sentences_to_drop(text: str, line: Line) -> Iterator[Drop]:
    """Find calls to action and image credits that stand as a sentence among others."""
    if not (OFFER.search(line.text) or CREDIT.search(line.text)):
        return
    for start, end in sentence_spans(text, line.start, line.end):
        sentence = text[start:end]
        if is_call(sentence):
            yield Drop(start, end, "call to action")
        elif len(sentence) <= _LONGEST and CREDIT.fullmatch(sentence):
            yield Drop(start, end, "image credit")


def is_call(sentence: str) -> bool:
    """Say whether a short sentence orders the reader to something that the page offers."""
    if len(sentence) > _LONGEST or not OFFER.search(sentence):
        return False
    if PHRASAL_ORDER.match(sentence):
        return True
    return bool(ORDER.match(sentence) and OWN.search(sentence)) or _promotes(sentence)


def is_promotion(text: str) -> bool:
    """Say whether most of a short paragraph orders the reader to two or more things that the page offers."""
    if len(text) > _LONGEST_PROMOTION or not OFFER.search(text):
        return False
    promoting = sum(end - start for start, end in sentence_spans(text) if _promotes(text[start:end]))
    return 2 * promoting > len(text)


def _promotes(sentence: str) -> bool:
    if not (ORDER.match(sentence) or PHRASAL_ORDER.match(sentence)):
        return False
    return len({found.lower() for found in OFFER.findall(sentence)}) >= 2
