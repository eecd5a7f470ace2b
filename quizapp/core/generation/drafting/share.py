"""Years are easy to ask: they may make up no more than two fifths of a bank."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.core.generation.drafting.choosing import Planned, rating

MOST_YEARS = 0.4


def share_years(planned: Sequence[Planned], *, others: int = 0) -> list[Planned]:
    """Thin out the questions on years: second forms go first, then the weakest slots."""
    rows = list(planned)
    for n in sorted(
        (n for n, row in enumerate(rows) if is_year(row)),
        key=lambda n: (-len(rows[n].forms), rating(rows[n].candidate)),
    ):
        while _share(rows, others) > MOST_YEARS and len(rows[n].forms) > 1:
            rows[n] = replace(rows[n], forms=rows[n].forms[:-1])
    while _share(rows, others) > MOST_YEARS and _others(rows) + others:
        weakest = min(
            (n for n, row in enumerate(rows) if is_year(row)),
            key=lambda n: (not rows[n].candidate.doubts, rating(rows[n].candidate), -n),
        )
        del rows[weakest]
    return rows


def is_year(row: Planned) -> bool:
    """Say whether a question asks for a bare year."""
    return row.candidate.mention.sort == "year"


def _others(rows: Sequence[Planned]) -> int:
    return sum(len(row.forms) for row in rows if not is_year(row))


def _share(rows: Sequence[Planned], others: int) -> float:
    count = others + sum(len(row.forms) for row in rows)
    return sum(len(row.forms) for row in rows if is_year(row)) / count if count else 0.0
