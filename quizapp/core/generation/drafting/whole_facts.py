"""Facts that are asked as a whole: offices of people, members of a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.core.generation.drafting.naming import fact_id
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.role_lines import RoleList, find_role_lists
from quizapp.core.generation.facts import Fact, Pairing, PairItem
from quizapp.core.kinds import Citation
from quizapp.core.reading.document import ReadDocument

EYE = "needs-your-eye"


@dataclass(frozen=True, slots=True)
class WholeFact:
    """A fact of its own shape, with the places in its document that it takes up."""

    document: str
    places: tuple[int, ...]
    fact: Fact


def role_facts(read: ReadDocument, setting: Setting) -> Iterator[WholeFact]:
    """Yield one fact for each list of people with their offices."""
    for found in find_role_lists(read):
        yield WholeFact(
            setting.document, tuple(line.start for line in found.lines), _role_fact(found, read.text, setting)
        )


def _role_fact(found: RoleList, text: str, setting: Setting) -> Fact:
    items = tuple(
        PairItem(
            line.name,
            line.office[0].upper() + line.office[1:],
            Citation(setting.document, text[line.start : line.end].strip()),
        )
        for line in found.lines
    )
    who = f"who {found.verb} {found.subject}" if found.verb else "in the list"
    pairs = Pairing(
        slot="offices",
        items=items,
        question=f"Match each person {who} with the office given.",
        ask_right=f"What was the office of {{left}}, {who}?" if found.verb else "",
        ask_left=f"Who {found.verb} {found.subject} as {{right}}?" if found.verb else "",
        right_reason="That was the office of {left}.",
        left_reason=f"{{left}} {found.verb} as {{right}}." if found.verb else "{left} was {right}.",
        ask_right_not_for=tuple(item.left for item in items if _tells(item)),
        ask_left_not_for=tuple(item.left for item in items if _tells(item)),
    )
    statement = (
        f"{found.lines[0].name} and {len(items) - 1} others {found.verb or 'are listed'} {found.subject}".strip() + "."
    )
    evidence = tuple(item.citation for item in items if item.citation)
    doubt = "" if found.verb else "the text does not say in one sentence what these people have in common"
    return Fact(
        fact_id(statement, items[0].left),
        statement,
        evidence[:1],
        tier="ready" if found.verb else EYE,
        pairs=pairs,
        doubt=doubt,
    )


def _tells(item: PairItem) -> bool:
    """Say whether a name and its office share a telling word, as 'Charles of Belgium' and 'Regent of Belgium'."""
    left, right = ({word.lower() for word in re.findall(r"\w{4,}", text)} for text in (item.left, item.right))
    return bool(left & right)


def lawful(whole: WholeFact, broken: set[str]) -> WholeFact | None:
    """Return the fact without the forms that break a rule, or nothing where none is left."""
    pairs = whole.fact.pairs
    if pairs is None:
        return None if broken else whole
    names = [item.left for item in pairs.items]
    right = tuple(name for n, name in enumerate(names, 1) if f"{whole.fact.id}.{pairs.slot}-{n}.choice-right" in broken)
    left = tuple(name for n, name in enumerate(names, 1) if f"{whole.fact.id}.{pairs.slot}-{n}.choice-left" in broken)
    matchings = any(identity.endswith(".matching") for identity in broken)
    kept = replace(
        pairs,
        question="" if matchings else pairs.question,
        ask_right_not_for=(*pairs.ask_right_not_for, *right),
        ask_left_not_for=(*pairs.ask_left_not_for, *left),
    )
    return replace(whole, fact=replace(whole.fact, pairs=kept))
