"""Dated events of one document, to be put in order."""

import re
from collections.abc import Sequence as Rows

from quizapp.core.generation.drafting.choosing import TIMES, Planned
from quizapp.core.generation.drafting.naming import fact_id
from quizapp.core.generation.facts import Event, Sequence
from quizapp.core.kinds import Citation

LEAST, MOST, LONGEST = 3, 5, 22
QUESTION = "Put these events in order, the earliest first."
DOUBT = "the events were cut out of their sentences"
_DATED = re.compile(r"(?:^(?:In|On|During)|\s(?:in|on|during)) (?:early |late )?$")


def sequence_of(planned: Rows[Planned]) -> Sequence | None:
    """Return up to five short events of different years, spread over the document's time, or nothing."""
    events: dict[int, Event] = {}
    for row in planned:
        if row.candidate.mention.sort in TIMES and not row.candidate.doubts and (event := _event(row)):
            events.setdefault(int(row.candidate.mention.value[:4]), event)
    years = sorted(events)
    if len(years) < LEAST:
        return None
    step = (len(years) - 1) / (min(MOST, len(years)) - 1)
    chosen = [events[years[round(step * n)]] for n in range(min(MOST, len(years)))]
    name = fact_id("order " + chosen[0].text, "|".join(event.text for event in chosen))
    return Sequence(name, "order", QUESTION, tuple(chosen), tier="needs-your-eye", doubt=DOUBT)


def _event(row: Planned) -> Event | None:
    """Return a statement without its date, where the date stands in a phrase of its own and no other time is told."""
    statement, mention = row.candidate.statement, row.candidate.mention
    before, after = statement.text[: mention.start], statement.text[mention.end :]
    phrase = _DATED.search(before)
    times = [m for m in statement.mentions if m.sort in TIMES]
    if not phrase or len(times) > 1 or len(statement.syntax) > LONGEST:
        return None
    text = (
        before[: phrase.start()] + after.lstrip(", ") if not phrase.start() else before[: phrase.start()] + after
    ).strip()
    text = text[:1].upper() + text[1:].rstrip(".,")
    return Event(text, row.candidate.ask.key, Citation(statement.document, statement.quote))
