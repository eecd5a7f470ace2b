"""Disputes, read by the learners who raise them and the teachers who decide them."""

from .choosing import Choosable, Panel, choosable, panel, passage_chosen
from .decided import DisputeOfAnswer, OwnDisputes, decisions_to_see, dispute_of_answer, own_dispute, own_disputes
from .to_decide import (
    DisputedQuestion,
    DisputeRow,
    Disputes,
    disputed_questions,
    disputes_to_decide,
    upheld_questions,
)
from .whole import WholeDispute, open_dispute

__all__ = [
    "Choosable",
    "DisputeOfAnswer",
    "DisputeRow",
    "DisputedQuestion",
    "Disputes",
    "OwnDisputes",
    "Panel",
    "WholeDispute",
    "choosable",
    "decisions_to_see",
    "dispute_of_answer",
    "disputed_questions",
    "disputes_to_decide",
    "open_dispute",
    "own_dispute",
    "own_disputes",
    "panel",
    "passage_chosen",
    "upheld_questions",
]
