"""How the pages of a bank say what stands in it and what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quizapp.banks.operations.act import Acted, Skipped
from quizapp.banks.operations.undo import Undone
from quizapp.banks.queries.choices import Counted
from quizapp.core.kinds.registry import KINDS

STATE_NAMES = {"draft": "to review", "accepted": "accepted", "retired": "retired"}
TIER_NAMES = {"ready": "ready", "needs-your-eye": "needs your eye"}
KIND_NAMES = {kind.name: kind.label.lower() for kind in KINDS.values()}
LEVEL_NAMES = {"easy": "easy: 80 % right and more", "middling": "middling", "hard": "hard: under half right"}
ACT_WORDS = {
    "accept": "accepted",
    "reject": "rejected",
    "retire": "retired",
    "reopen": "set back to be reviewed",
    "tag": "tagged",
    "untag": "untagged",
    "move": "moved",
}
MOST_REASONS = 3
LONGEST_REASON = 160  # what is said goes through a cookie


def named_choices(choices: Sequence[Counted], names: Mapping[str, str], chosen: str = "") -> list[tuple[str, str, int]]:
    """Return choices as a filter lists them; one that is chosen and counts nothing stays, so that it can be seen."""
    rows = [(choice.value, names.get(choice.value, choice.name), choice.count) for choice in choices]
    return rows if not chosen or chosen in {row[0] for row in rows} else [*rows, (chosen, chosen, 0)]


def counted(count: int) -> str:
    """Return a number of questions in words."""
    return "1 question" if count == 1 else f"{count:,} questions"


def words_of(act: str, acted: Acted) -> str:
    """Say what an act did, how many it left as they were, and why."""
    done = len(acted.changed)
    said = f"{counted(done)} {ACT_WORDS[act]}." if done else "Nothing was changed."
    return said + left_as_they_were(acted.skipped)


def words_of_undoing(undone: Undone) -> str:
    """Say what undoing put back, and what it could not."""
    said = f"{counted(len(undone.restored))} put back as before." if undone.restored else "Nothing was put back."
    return said + left_as_they_were(undone.skipped)


def left_as_they_were(skipped: Sequence[Skipped]) -> str:
    """Say how many questions stayed as they were, and why, the most frequent reason first."""
    if not skipped:
        return ""
    reasons = Counter(row.why for row in skipped).most_common()
    said = [f"{count:,}: {shortened(why)}" for why, count in reasons[:MOST_REASONS]]
    more = sum(count for _, count in reasons[MOST_REASONS:])
    said += [f"{more:,}: other reasons"] if more else []
    return f" {counted(len(skipped))} left as {'it was' if len(skipped) == 1 else 'they were'} ({'; '.join(said)})."


def shortened(text: str) -> str:
    """Return the beginning of a long reason."""
    text = text.rstrip(".")
    return text if len(text) <= LONGEST_REASON else f"{text[:LONGEST_REASON].rsplit(' ', 1)[0]} …"
