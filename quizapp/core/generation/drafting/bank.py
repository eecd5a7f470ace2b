"""From documents to a draft bank: facts, questions in two tiers, and an account of every sentence."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.core.generation.drafting.account import SentenceAccount
from quizapp.core.generation.drafting.assembly import (
    Slots,
    distinct_values,
    facts_of,
    lawful_values,
    lawful_wholes,
    written,
)
from quizapp.core.generation.drafting.choosing import Planned, rating
from quizapp.core.generation.drafting.planning import DraftDocument, plan_document
from quizapp.core.generation.drafting.sequences import sequence_of
from quizapp.core.generation.drafting.share import share_years
from quizapp.core.generation.drafting.whole_facts import WholeFact
from quizapp.core.generation.facts import FactFile
from quizapp.core.generation.facts import Sequence as EventSequence
from quizapp.core.generation.lint import Sources
from quizapp.core.generation.questions import write_questions
from quizapp.core.kinds import QuestionDraft
from quizapp.core.reading.extracted import Progress, unseen

NOT_CHOSEN = "others were better, or said the same"


@dataclass(frozen=True, slots=True)
class DraftBank:
    """What was drafted: facts, their questions, and what became of each sentence."""

    facts: FactFile
    questions: tuple[QuestionDraft, ...]
    account: tuple[SentenceAccount, ...] = ()
    notes: tuple[str, ...] = ()


def draft(
    documents: Sequence[DraftDocument],
    *,
    title: str = "",
    seed: int = 0,
    most: int | None = None,
    progress: Progress = unseen,
    checking: Progress = unseen,
) -> DraftBank:
    """Draft questions from documents: the same documents, title and seed give the same bank.

    `progress` is told how many sentences were read, then `checking` how many drafts were held to the item rules.
    """
    plans = [plan_document(document, title, seed, progress) for document in documents]
    sources = Sources({row.key: row.read for row in documents})
    wholes = lawful_wholes([row for plan in plans for row in plan.wholes], sources)
    values = distinct_values(lawful_values([row for plan in plans for row in plan.values], sources, checking))
    values, wholes = _cut(values, wholes, most)
    values = share_years(values, others=sum(len(written(row.fact)) for row in wholes))
    return _bank(values, wholes, most, [row for plan in plans for row in plan.accounts])


def _cut(values: list[Planned], wholes: list[WholeFact], most: int | None) -> tuple[list[Planned], list[WholeFact]]:
    """Keep whole facts, then the best values, within the number of questions wanted; the documents' order stays."""
    if most is None:
        return values, wholes
    left, kept_wholes = most, []
    for whole in wholes:
        if len(written(whole.fact)) <= left:
            kept_wholes.append(whole)
            left -= len(written(whole.fact))
    kept: set[int] = set()
    for n in sorted(range(len(values)), key=lambda n: _rank(values[n], n)):
        if len(values[n].forms) <= left:
            kept.add(n)
            left -= len(values[n].forms)
    return [row for n, row in enumerate(values) if n in kept], kept_wholes


def _rank(row: Planned, n: int) -> tuple[bool, float, int]:
    return bool(row.candidate.doubts), -rating(row.candidate), n


def _bank(
    values: Sequence[Planned], wholes: Sequence[WholeFact], most: int | None, accounts: Sequence[SentenceAccount]
) -> DraftBank:
    single, slots = facts_of(values)
    facts = FactFile((*single.facts, *(row.fact for row in wholes)), () if most else _sequences(values))
    questions = write_questions(facts)
    for row in wholes:
        slots.setdefault((row.document, row.places[0]), []).append(f"{row.fact.id} ({row.fact.tier})")
    places = sorted(slots)
    told = tuple(_told(account, slots, places) for account in accounts)
    return DraftBank(facts, questions, told, () if questions else (_why_nothing(accounts),))


def _sequences(values: Sequence[Planned]) -> tuple[EventSequence, ...]:
    """Return the events of each document in order, where it tells enough of them."""
    documents = dict.fromkeys(row.candidate.statement.document for row in values)
    rows = ([row for row in values if row.candidate.statement.document == key] for key in documents)
    return tuple(found for part in rows if (found := sequence_of(part)))


def _told(account: SentenceAccount, slots: Slots, places: Sequence[tuple[str, int]]) -> SentenceAccount:
    first = bisect_left(places, (account.document, account.start))
    last = bisect_left(places, (account.document, account.end))
    made = tuple(name for place in places[first:last] for name in slots[place])
    return replace(account, slots=made, refusals=() if made else account.refusals or (NOT_CHOSEN,))


def _why_nothing(accounts: Sequence[SentenceAccount]) -> str:
    """Say in a sentence why no question could be drafted."""
    if not accounts:
        return "No question could be drafted: no whole sentence was found in the text."
    reasons = Counter(account.refusals[0] for account in accounts if account.refusals)
    ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))[:3]
    told = "; ".join(f"{why} ({count})" for why, count in ranked)
    return f"No question could be drafted from {len(accounts)} sentences; most often: {told}."


__all__ = ["DraftBank", "DraftDocument", "draft"]
