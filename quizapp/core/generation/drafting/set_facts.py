"""Lists of names in a sentence, asked as a set: 'signed by Belgium, France and Luxembourg'."""

import re
from collections.abc import Iterator, Sequence

from quizapp.core.generation.drafting.naming import fact_id
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.whole_facts import EYE, WholeFact
from quizapp.core.generation.extraction.frame import Frame, frame_of
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Fact, Member, MemberSet
from quizapp.core.generation.mentions.gazetteer import places
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.kinds import Citation

_BETWEEN = re.compile(r",?\s+(?:and|as well as)\s+(?:the\s+)?|,\s+(?:the\s+)?")
LEAST = 3
MOST_OUTSIDERS = 3


def set_facts(statement: Statement, setting: Setting) -> Iterator[WholeFact]:
    """Yield the list of a statement as a set, where others of the same sort could be mistaken for members."""
    members = _listed(statement)
    frame = frame_of(statement.syntax, setting.text) if members else None
    if frame is None or len(members) < LEAST:
        return
    question = _question(statement, members, frame)
    outsiders = _outsiders(statement, members, setting)
    if question and len(outsiders) > 1:
        places_taken = tuple(statement.place(member) for member in members)
        yield WholeFact(statement.document, places_taken, _fact(statement, members, outsiders, question))


def _listed(statement: Statement) -> list[Mention]:
    """Return the longest run of names of one sort that are joined by commas and 'and' alone."""
    runs: list[list[Mention]] = [[]]
    for mention in statement.mentions:
        last = runs[-1][-1] if runs[-1] else None
        if last and _joined(statement.text[last.end : mention.start]) and _alike(last, mention):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    best = max(runs, key=len)
    return best if len(best) >= LEAST and best[0].sort in {"place", "person"} else []


def _joined(between: str) -> bool:
    return bool(_BETWEEN.fullmatch(between))


def _alike(one: Mention, other: Mention) -> bool:
    return (one.sort, one.subsort) == (other.sort, other.subsort)


def _question(statement: Statement, members: Sequence[Mention], frame: Frame) -> str:
    """Write 'By which of these was X signed?' for a list that ends a passive sentence."""
    text = statement.text
    before = text[: members[0].start].rstrip()
    before = before[:-4].rstrip() if before.endswith(" the") else before
    ends = not text[members[-1].end :].strip(" .")
    if not ends or not before.endswith(" by") or frame.auxiliary not in {"was", "were"} or frame.front:
        return ""
    done = before[frame.tail_start : -len(" by")].strip()
    return f"By which of these {frame.auxiliary} {frame.subject} {done}?"


def _outsiders(statement: Statement, members: Sequence[Mention], setting: Setting) -> list[str]:
    sort, sub = members[0].sort, members[0].subsort
    codes = {places()[member.text].country for member in members if member.text in places()}
    offers = [name for name in setting.roster.of_sort(sort, sub) if name not in statement.text]
    offers = [name for name in offers if name not in places() or places()[name].country not in codes]
    kept: dict[str, str] = {}
    for name in offers:
        kept.setdefault(places()[name].country if name in places() else name, name)
    return list(kept.values())[:MOST_OUTSIDERS]


def _fact(statement: Statement, members: Sequence[Mention], outsiders: Sequence[str], question: str) -> Fact:
    names = [member.text for member in members]
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    found = MemberSet(
        slot="members",
        members=tuple(Member(member.text) for member in members),
        outsiders=tuple(Member(name, f"The passage names {told}, but not {name}.") for name in outsiders),
        question=f"{question} Tick every one.",
        question_not=_negated(question),
    )
    doubt = "; ".join(statement.doubts)
    return Fact(
        fact_id(statement.text, statement.quote),
        statement.text,
        (Citation(statement.document, statement.quote),),
        tier=EYE if doubt else "ready",
        set=found,
        doubt=doubt,
    )


def _negated(question: str) -> str:
    """Put NOT before the participle at the end: 'By which of these was the treaty NOT signed?'"""
    head, _, verb = question.rstrip("?").rpartition(" ")
    return f"{head} NOT {verb}?"
