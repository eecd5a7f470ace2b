"""What was made of each sentence, told in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """One sentence, the questions made of it, or why there are none."""

    document: str
    start: int
    end: int
    text: str
    slots: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Return the account as a person reads it."""
        said = [f"    asked: {slot}" for slot in self.slots]
        return [
            f"[{self.document} {self.start}-{self.end}] {self.text}",
            *said,
            *(f"    {why}" for why in self.refusals),
        ]
