"""Marking: what an answer earns, what of it was right, and why the rest was not."""

from .errors import MisfitResponse, UnreadableAnswer
from .graders import GRADERS, complaint, grade, read_response
from .impersonal import impersonal
from .mark import Mark, NeighbourPart, OptionPart, PairPart, Parts, TypedPart, Verdict
from .policy import Policy
from .policy_words import policy_words
from .reasons import Why, all_reasons, explain_wrong

__all__ = [
    "GRADERS",
    "Mark",
    "MisfitResponse",
    "NeighbourPart",
    "OptionPart",
    "PairPart",
    "Parts",
    "Policy",
    "TypedPart",
    "UnreadableAnswer",
    "Verdict",
    "Why",
    "all_reasons",
    "complaint",
    "explain_wrong",
    "grade",
    "impersonal",
    "policy_words",
    "read_response",
]
