"""From documents to a draft bank: facts, questions in two tiers, and an account of every sentence."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.core.generation.drafting.account import SentenceAccount
from quizapp.core.generation.drafting.amounts import amount_candidates
from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.choosing import Planned, choose, rating, with_forms
from quizapp.core.generation.drafting.names import name_candidates
from quizapp.core.generation.drafting.naming import fact_id, slot_name
from quizapp.core.generation.drafting.periods import period_candidates
from quizapp.core.generation.drafting.set_facts import set_facts
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.share import share_years
from quizapp.core.generation.drafting.terms import term_candidates
from quizapp.core.generation.drafting.times import time_candidates
from quizapp.core.generation.drafting.whole_facts import WholeFact, lawful, role_facts
from quizapp.core.generation.drafting.word_classes import class_candidates
from quizapp.core.generation.extraction.references import Known
from quizapp.core.generation.extraction.repair import find_hero
from quizapp.core.generation.extraction.statements import Source, Surroundings, read_source, statements_of
from quizapp.core.generation.facts import Fact, FactFile
from quizapp.core.generation.lint import Sources, lint_question
from quizapp.core.generation.lint.likeness import near_duplicates
from quizapp.core.generation.mentions.roster import make_roster
from quizapp.core.generation.mentions.times import find_times
from quizapp.core.generation.questions import write_questions
from quizapp.core.kinds import Citation, QuestionDraft
from quizapp.core.reading.document import ReadDocument

DRAFTERS = (time_candidates, amount_candidates, name_candidates, term_candidates, period_candidates, class_candidates)
EYE = "needs-your-eye"


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """A document to draft from: its key in the bank, its title, and its text as read."""

    key: str
    title: str
    read: ReadDocument


@dataclass(frozen=True, slots=True)
class DraftBank:
    """What was drafted: facts, their questions, and what became of each sentence."""

    facts: FactFile
    questions: tuple[QuestionDraft, ...]
    account: tuple[SentenceAccount, ...] = ()
    notes: tuple[str, ...] = ()


def draft(documents: Sequence[DraftDocument], *, title: str = "", seed: int = 0, most: int | None = None) -> DraftBank:
    """Draft questions from documents: the same documents, title and seed give the same bank."""
    planned: list[Planned] = []
    wholes: list[WholeFact] = []
    accounts: list[SentenceAccount] = []
    for document in documents:
        chosen, whole, told = _plan_document(document, title, seed)
        planned += chosen
        wholes += whole
        accounts += told
    sources = Sources({row.key: row.read for row in documents})
    return _bank(_cut(planned, most), _lawful_wholes(wholes, sources) if most is None else [], sources, accounts)


def _plan_document(
    document: DraftDocument, title: str, seed: int
) -> tuple[list[Planned], list[WholeFact], list[SentenceAccount]]:
    text = document.read.text
    sources = [
        read_source(document.key, number, passage.paragraph, text, passage.start, passage.end)
        for number, passage in enumerate(document.read.passages)
        if passage.kind == "sentence"
    ]
    roster = make_roster([(source.start, source.syntax) for source in sources])
    words = tuple(dict.fromkeys(f"{title} {document.title}".split()))
    hero = find_hero(words, roster)
    times, counts = tuple(find_times(text)), _count_words(sources)
    setting = Setting(document.key, text, words, seed, roster, times, document.read.content_hash, hero, counts)
    candidates: list[Candidate] = []
    wholes = list(role_facts(document.read, setting))
    accounts = []
    for source, around in zip(sources, _surroundings(sources, setting), strict=True):
        statements, refusals = statements_of(source, around)
        found = [row for statement in statements for drafter in DRAFTERS for row in drafter(statement, setting)]
        candidates += found
        wholes += next(([row] for statement in statements for row in set_facts(statement, setting)), [])
        accounts.append(_account(source, text, found, refusals))
    return choose(candidates, setting), wholes, accounts


def _count_words(sources: Sequence[Source]) -> Counter[str]:
    return Counter(source.syntax.word(i) for source in sources for i in range(len(source.syntax)))


def _surroundings(sources: Sequence[Source], setting: Setting) -> Iterator[Surroundings]:
    known = Known({word.lower() for word in setting.title}, setting.words, setting.roster.words_of_things())
    for number, source in enumerate(sources):
        last = sources[number - 1] if number else None
        before = last.syntax if last and last.paragraph == source.paragraph else None
        yield Surroundings(setting.text, setting.roster, known, before, setting.hero)


def _account(source: Source, text: str, found: Sequence[Candidate], refusals: Sequence[str]) -> SentenceAccount:
    why = (
        tuple(refusals) if refusals else () if found else ("it stands by itself, but holds no value that can be asked",)
    )
    return SentenceAccount(
        source.document, source.start, source.end, " ".join(text[source.start : source.end].split()), (), why
    )


def _cut(planned: list[Planned], most: int | None) -> list[Planned]:
    """Keep the best within the number of questions wanted; the order of the documents stays."""
    if most is None:
        return planned
    ranked = sorted(
        range(len(planned)), key=lambda n: (bool(planned[n].candidate.doubts), -rating(planned[n].candidate), n)
    )
    kept: set[int] = set()
    left = most
    for n in ranked:
        if len(planned[n].forms) <= left:
            kept.add(n)
            left -= len(planned[n].forms)
    return [row for n, row in enumerate(planned) if n in kept]


def _bank(
    planned: list[Planned], wholes: list[WholeFact], sources: Sources, accounts: list[SentenceAccount]
) -> DraftBank:
    planned = share_years(_distinct(_lawful(planned, sources)), others=sum(len(_written(row.fact)) for row in wholes))
    facts, slots = _facts(planned)
    facts = FactFile((*facts.facts, *(row.fact for row in wholes)))
    questions = write_questions(facts)
    told = tuple(_told(account, slots) for account in accounts)
    notes = () if questions else (_why_nothing(accounts),)
    return DraftBank(facts, questions, told, notes)


def _distinct(planned: Sequence[Planned]) -> list[Planned]:
    """Leave out each form that asks nearly what an earlier question of its kind asks."""
    facts, slots = _facts(planned)
    names = {slot.split(" ")[0]: place for place, row in slots.items() for slot in row}
    flagged = {found.question for found in near_duplicates(write_questions(facts), across_kinds=False)}
    repeated = {(names[str(name).rsplit(".", 1)[0]], str(name).rsplit(".", 1)[1]) for name in flagged}
    kept = []
    for row in planned:
        forms = tuple(form for form in row.forms if (row.candidate.place, form) not in repeated)
        kept += [replace(row, forms=forms)] if forms else []
    return kept


def _written(fact: Fact) -> tuple[QuestionDraft, ...]:
    return write_questions(FactFile((fact,)))


def _lawful_wholes(wholes: Sequence[WholeFact], sources: Sources) -> list[WholeFact]:
    kept = []
    for row in wholes:
        broken = {draft.id for draft in _written(row.fact) if _breaks(draft, sources)}
        left = lawful(row, broken)
        if left and not any(_breaks(draft, sources) for draft in _written(left.fact)):
            kept.append(left)
    return kept


def _breaks(draft: QuestionDraft, sources: Sources) -> bool:
    return any(found.blocks for found in lint_question(draft, sources))


def _told(account: SentenceAccount, slots: Mapping[tuple[str, int], list[str]]) -> SentenceAccount:
    made = [
        slot
        for (document, place), names in slots.items()
        if document == account.document and account.start <= place < account.end
        for slot in names
    ]
    return replace(
        account,
        slots=tuple(made),
        refusals=() if made else account.refusals or ("others were better, or said the same",),
    )


def _why_nothing(accounts: Sequence[SentenceAccount]) -> str:
    if not accounts:
        return "No question could be drafted: no whole sentence was found in the text."
    reasons: dict[str, int] = {}
    for account in accounts:
        for why in account.refusals[:1]:
            reasons[why] = reasons.get(why, 0) + 1
    ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))[:3]
    return (
        f"No question could be drafted from {len(accounts)} sentences; most often: "
        + "; ".join(f"{why} ({count})" for why, count in ranked)
        + "."
    )


def _facts(planned: Sequence[Planned]) -> tuple[FactFile, dict[tuple[str, int], list[str]]]:
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


def _lawful(planned: Sequence[Planned], sources: Sources) -> list[Planned]:
    """Leave out each form that breaks a blocking item rule."""
    kept = []
    for row in planned:
        facts, _ = _facts([row])
        broken = {question.kind for question in write_questions(facts) if _breaks(question, sources)}
        forms = tuple(form for form in row.forms if form not in broken)
        if forms:
            kept.append(replace(row, forms=forms))
    return kept
