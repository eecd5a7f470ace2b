"""A text to mark words in, as it is read."""

from __future__ import annotations

from quizapp.core.generation.lint import Sources
from quizapp.core.generation.marking import Suggestion, suggest
from quizapp.core.reading.document import ReadDocument, read_document, with_drops
from quizapp.core.reading.spans import Drop

TEXT = """The mills of the Wend

Log in or register

The old mill was built in 1712 by Hans Carvel. A second mill was founded by Greta Holm in 1731.
It ground 40 tons of flour a year.
The town of Brolin burned down on 4 April 1749, and Peter Lund rebuilt it. In 1760 the Treaty of Corin ended the war.
Friction is the force that slows moving bodies. He wrote about it (see 1755) in a letter. The mill closed in 1840.
Anna Falk described the mill in a book in 1790.
"""


def document(text: str = TEXT) -> ReadDocument:
    """The text with its line of furniture dropped."""
    read = read_document(text.encode(), "mills.txt")
    at = text.find("Log in or register")
    return with_drops(read, [Drop(at, at + 18, "page furniture")]) if at >= 0 else read


def place_of(phrase: str, words: str = "", text: str = TEXT) -> tuple[int, int]:
    """Where words stand, told by a phrase that holds them."""
    start = text.index(phrase) + phrase.index(words or phrase)
    return start, start + len(words or phrase)


def marked(phrase: str, words: str = "", text: str = TEXT, **more: object) -> Suggestion:
    """What is suggested for words of the text."""
    sources = Sources({"mills": document(text)})
    return suggest(sources, "mills", "The mills of the Wend", *place_of(phrase, words, text), **more)  # type: ignore[arg-type]
