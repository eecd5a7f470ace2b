"""One statement taken out of a sentence, with what may be wrong with it."""

from dataclasses import dataclass

from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.mentions.mention import Mention


@dataclass(frozen=True, slots=True)
class Statement:
    """A clean self-standing text, parsed, with the stretch of the document that says it."""

    document: str
    sentence: int
    cleaned: Cleaned
    syntax: Syntax
    quote: str
    doubts: tuple[str, ...] = ()
    how: str = "whole"
    mentions: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        """The statement as it reads."""
        return self.cleaned.text

    def place(self, mention: Mention) -> int:
        """Return where a mention begins in the document."""
        return self.cleaned.places[mention.start]

    def gap(self, mention: Mention, filling: str = "{}") -> str:
        """Return the statement with the mention replaced."""
        text = self.text
        return text[: mention.start] + filling + text[mention.end :]
