"""Facts and questions from what was chosen, held to the item rules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.choosing import Planned, with_forms
from quizapp.core.generation.drafting.naming import fact_id, slot_name
from quizapp.core.generation.drafting.whole_facts import EYE, WholeFact, lawful
from quizapp.core.generation.facts import Fact, FactFile
from quizapp.core.generation.lint import Finding, Sources, lint_question
from quizapp.core.generation.lint.likeness import near_duplicates
from quizapp.core.generation.lint.stems import OWN_WORDS
from quizapp.core.generation.questions import write_questions
from quizapp.core.kinds import Citation, QuestionDraft
from quizapp.core.reading.extracted import Progress, unseen

# A drafted question asks in the words of its document: that is what can be proved by them.
DRAFTED = "Drafted in the document's own words."
Slots = dict[tuple[str, int], list[str]]


def facts_of(planned: Sequence[Planned]) -> tuple[FactFile, Slots]:
    """Write one fact for each statement and tier, and say which slots stand at which place."""
    groups: dict[tuple[str, str, str, str], list[Planned]] = {}
    for row in planned:
        statement = row.candidate.statement
        tier = EYE if row.candidate.doubts else "ready"
        doubt = "; ".join(row.candidate.doubts)
        groups.setdefault((statement.document, statement.text, statement.quote, tier + "|" + doubt), []).append(row)
    facts: list[Fact] = []
    slots: dict[tuple[str, int], list[str]] = {}
    names: set[str] = set()
    for (document, text, quote, tier), rows in groups.items():
        name = _free(fact_id(text, quote), names)
        taken: set[str] = set()
        asked = [with_forms(row, slot_name(row.candidate.mention, taken)) for row in rows]
        kind, _, doubt = tier.partition("|")
        facts.append(
            Fact(name, text, (Citation(document, quote),), tier=kind, asks=tuple(row.ask for row in asked), doubt=doubt)
        )
        for candidate in asked:
            slots.setdefault(candidate.place, []).append(f"{name}.{candidate.ask.slot} ({kind})")
    return FactFile(tuple(facts)), slots


def _free(name: str, names: set[str]) -> str:
    free, number = name, 2
    while free in names:
        free, number = f"{name}-{number}", number + 1
    names.add(free)
    return free


def lawful_values(planned: Sequence[Planned], sources: Sources, checking: Progress = unseen) -> list[Planned]:
    """Leave out each form that breaks a blocking item rule; what is ready breaks none of the others either."""
    kept = []
    for number, row in enumerate(planned, 1):
        found = {draft.kind: lint_question(draft, sources) for draft in write_questions(facts_of([row])[0])}
        broken = {form for form, findings in found.items() if any(finding.blocks for finding in findings)}
        forms = tuple(form for form in row.forms if form not in broken)
        if forms:
            kept.append(_without_warnings(replace(row, forms=forms), found))
        checking(number, len(planned))
    return kept


def _without_warnings(row: Planned, found: Mapping[str, Sequence[Finding]]) -> Planned:
    """Keep the forms that no rule warns of; where each is warned of, that is a doubt."""
    warnings = {form: [one for one in found.get(form, ()) if one.fix != OWN_WORDS] for form in row.forms}
    copied = {form: {"W23": DRAFTED} for form in row.forms if any(one.fix == OWN_WORDS for one in found.get(form, ()))}
    row = replace(row, candidate=_with_reasons(row.candidate, copied))
    sound = tuple(form for form in row.forms if not warnings[form])
    if row.candidate.doubts or sound == row.forms:
        return row
    if sound:
        return replace(row, forms=sound)
    doubts = tuple(dict.fromkeys(one.message for form in row.forms for one in warnings[form]))
    return replace(row, candidate=replace(row.candidate, doubts=doubts[:1]))


def _with_reasons(candidate: Candidate, reasons: Mapping[str, Mapping[str, str]]) -> Candidate:
    """Record why forms may stand although a rule warns of them."""
    ask = candidate.ask
    return replace(candidate, ask=replace(ask, overrides={**ask.overrides, **reasons})) if reasons else candidate


def distinct_values(planned: Sequence[Planned]) -> list[Planned]:
    """Leave out each form that asks nearly what an earlier question of its kind asks."""
    facts, slots = facts_of(planned)
    names = {slot.split(" ")[0]: place for place, row in slots.items() for slot in row}
    flagged = {found.question for found in near_duplicates(write_questions(facts), across_kinds=False)}
    repeated = {(names[str(name).rsplit(".", 1)[0]], str(name).rsplit(".", 1)[1]) for name in flagged}
    kept = []
    for row in planned:
        forms = tuple(form for form in row.forms if (row.candidate.place, form) not in repeated)
        kept += [replace(row, forms=forms)] if forms else []
    return kept


def lawful_wholes(wholes: Sequence[WholeFact], sources: Sources) -> list[WholeFact]:
    """Leave out of each whole fact what breaks a blocking item rule."""
    kept = []
    for row in wholes:
        broken = {draft.id for draft in written(row.fact) if _breaks(draft, sources)}
        left = lawful(row, broken)
        if left and not any(_breaks(draft, sources) for draft in written(left.fact)):
            kept.append(left)
    return kept


def written(fact: Fact) -> tuple[QuestionDraft, ...]:
    """Return the questions of one fact."""
    return write_questions(FactFile((fact,)))


def _breaks(draft: QuestionDraft, sources: Sources) -> bool:
    return any(found.blocks for found in lint_question(draft, sources))
