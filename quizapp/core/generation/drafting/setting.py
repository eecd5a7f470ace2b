"""What a drafter knows besides the statement before it: the document's names and years, the title, the seed."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.roster import Roster
from quizapp.core.generation.mentions.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Setting:
    """One document as its drafters see it."""

    document: str
    text: str
    title: tuple[str, ...]
    seed: int
    roster: Roster
    times: tuple[Mention, ...]
    content_hash: str
    hero: str = ""
    words: Counter[str] = field(default_factory=Counter)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    # Gathered once for a document and asked for at each of its questions.
    spots: dict[tuple[str, ...], list[tuple[int, str]]] = field(default_factory=dict, repr=False, compare=False)
    _years: list[int] = field(default_factory=list, repr=False, compare=False)

    def dice(self, *parts: object) -> random.Random:
        """Return dice that fall the same for the same document, seed and parts."""
        name = "|".join(str(part) for part in (self.seed, self.content_hash, *parts))
        return random.Random(int.from_bytes(sha256(name.encode()).digest()[:8], "big"))  # noqa: S311 no secret

    def years(self) -> list[int]:
        """Return the years of the document, each once, in order."""
        if not self._years:
            self._years.extend(sorted({int(mention.value[:4]) for mention in self.times}))
        return list(self._years)


def years_in(statement: Statement) -> set[int]:
    """Return the years a statement speaks of."""
    return {int(mention.value[:4]) for mention in statement.mentions if mention.sort in {"year", "date", "month"}}


def other_mentions(statement: Statement, mention: Mention, sorts: Sequence[str] = ()) -> list[Mention]:
    """Return the other mentions of a statement."""
    return [other for other in statement.mentions if other is not mention and (not sorts or other.sort in sorts)]
