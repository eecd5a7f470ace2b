"""A statement of our own words that sums up a stretch of a sentence, such as what letters stand for."""

from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.extraction.statements import Source
from quizapp.core.generation.language.syntax import parse_sentence


def made_statement(source: Source, told: str, quote: str, place: int) -> Statement:
    """Return a statement that stands for the quote; all of it lies at one place of the document."""
    cleaned = Cleaned(told, (place,) * len(told))
    return Statement(source.document, source.number, cleaned, parse_sentence(told), quote, how="made")
