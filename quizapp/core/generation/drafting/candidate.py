"""A value that might be asked, with how it would be put and what speaks against it."""

from dataclasses import dataclass

from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Ask
from quizapp.core.generation.mentions.mention import Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """One ask drawn from one statement."""

    statement: Statement
    mention: Mention
    ask: Ask
    pattern: str
    score: float
    doubts: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, int]:
        """Where the asked value stands: its document and offset."""
        return self.statement.document, self.statement.place(self.mention)
