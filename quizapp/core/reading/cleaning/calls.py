"""Sentences inside the text that order the reader about on the page."""

from collections.abc import Iterator

from quizapp.core.reading.cleaning.lines import Line
from quizapp.core.reading.cleaning.vocabulary import CREDIT, OFFER, ORDER, OWN, PHRASAL_ORDER
from quizapp.core.reading.sentences import sentence_spans
from quizapp.core.reading.spans import Drop

_LONGEST = 140


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
    return bool(PHRASAL_ORDER.match(sentence) or (ORDER.match(sentence) and OWN.search(sentence)))


def is_promotion(text: str) -> bool:
    """Say whether a short paragraph advertises the page itself: an order, and two or more things on offer."""
    if len(text) > 500 or len({found.lower() for found in OFFER.findall(text)}) < 2:
        return False
    spans = sentence_spans(text)
    return any(ORDER.match(text, start) or PHRASAL_ORDER.match(text, start) for start, _ in spans)
