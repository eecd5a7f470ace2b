"""What a question is: content, response and shape, one file per kind."""

from .carrying import carried, carried_order, judges_alike
from .choice import Choice
from .citation import Citation
from .cloze import GAP, Cloze
from .content import Content
from .date import Date
from .folding import fold
from .malformed import MalformedContent, MalformedResponse
from .matching import Matching, Pair
from .multiple import Multiple
from .number import Number
from .option import Option, WrongAnswer
from .ordering import OrderedItem, Ordering
from .partial_date import PartialDate
from .question import QuestionDraft, Stance, Witness
from .registry import (
    KINDS,
    Kind,
    check,
    content_citations,
    content_data,
    content_from,
    draw_order,
    key_text,
    response_data,
    response_from,
)
from .responses import Arranged, Chosen, Judged, Matched, Response, Ticked, Typed
from .short_text import ShortText
from .true_false import TrueFalse

__all__ = [
    "GAP",
    "KINDS",
    "Arranged",
    "Choice",
    "Chosen",
    "Citation",
    "Cloze",
    "Content",
    "Date",
    "Judged",
    "Kind",
    "MalformedContent",
    "MalformedResponse",
    "Matched",
    "Matching",
    "Multiple",
    "Number",
    "Option",
    "OrderedItem",
    "Ordering",
    "Pair",
    "PartialDate",
    "QuestionDraft",
    "Response",
    "ShortText",
    "Stance",
    "Ticked",
    "TrueFalse",
    "Typed",
    "Witness",
    "WrongAnswer",
    "carried",
    "carried_order",
    "check",
    "content_citations",
    "content_data",
    "content_from",
    "draw_order",
    "fold",
    "judges_alike",
    "key_text",
    "response_data",
    "response_from",
]
