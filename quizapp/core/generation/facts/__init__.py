"""Facts as they are written in a bank: typed, and read strictly."""

from quizapp.core.generation.facts.answer import Answer
from quizapp.core.generation.facts.ask import Ask
from quizapp.core.generation.facts.distractor import Distractor
from quizapp.core.generation.facts.fact import Fact
from quizapp.core.generation.facts.fact_file import FactFile, read_facts
from quizapp.core.generation.facts.member_set import Member, MemberSet
from quizapp.core.generation.facts.pairing import Pairing, PairItem
from quizapp.core.generation.facts.sequence import Event, Sequence

__all__ = [
    "Answer",
    "Ask",
    "Distractor",
    "Event",
    "Fact",
    "FactFile",
    "Member",
    "MemberSet",
    "PairItem",
    "Pairing",
    "Sequence",
    "read_facts",
]
