"""What one document offers to ask, and what became of each of its sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.core.generation.drafting.account import SentenceAccount
from quizapp.core.generation.drafting.amounts import amount_candidates
from quizapp.core.generation.drafting.called_so import called_so_candidates
from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.choosing import Planned, choose
from quizapp.core.generation.drafting.contrasts import contrast_candidates
from quizapp.core.generation.drafting.definitions import definition_candidates
from quizapp.core.generation.drafting.eras import era_candidates
from quizapp.core.generation.drafting.examples import example_candidates
from quizapp.core.generation.drafting.instances import instance_candidates
from quizapp.core.generation.drafting.letters import letter_candidates, letters_of
from quizapp.core.generation.drafting.listed_names import LISTED, listed_candidates
from quizapp.core.generation.drafting.loose_times import loose_time_candidates
from quizapp.core.generation.drafting.names import name_candidates
from quizapp.core.generation.drafting.periods import period_candidates
from quizapp.core.generation.drafting.quotations import quotation_candidates
from quizapp.core.generation.drafting.set_facts import set_facts
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.situations import situation_candidates
from quizapp.core.generation.drafting.subjects import subject_candidates
from quizapp.core.generation.drafting.term_pairs import term_pairs
from quizapp.core.generation.drafting.terms import called_candidates
from quizapp.core.generation.drafting.times import time_candidates
from quizapp.core.generation.drafting.titles import hero_of, title_words
from quizapp.core.generation.drafting.whole_facts import WholeFact, role_facts
from quizapp.core.generation.drafting.word_classes import class_candidates
from quizapp.core.generation.extraction.definites import LEADS
from quizapp.core.generation.extraction.heroes import gender_told, leading_subject
from quizapp.core.generation.extraction.references import Known, named_by_letters
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.extraction.statements import Source, Surroundings, read_source, statements_of
from quizapp.core.generation.mentions.roster import make_roster
from quizapp.core.generation.mentions.times import find_times
from quizapp.core.generation.mentions.vocabulary import read_vocabulary
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.extracted import Progress, unseen

DRAFTERS = (
    *(
        time_candidates,
        loose_time_candidates,
        amount_candidates,
        name_candidates,
        called_candidates,
        definition_candidates,
    ),
    *(subject_candidates, period_candidates, class_candidates, contrast_candidates, era_candidates, listed_candidates),
)
# These need no whole sentence: a few words of it say all that is asked.
PHRASE_DRAFTERS = (
    *(letter_candidates, example_candidates, instance_candidates),
    *(situation_candidates, quotation_candidates),
)
SAID_BEFORE = "it says word for word what a sentence before it says"
NO_VALUE = "it stands by itself, but holds no value that can be asked"


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """A document to draft from: its key in the bank, its title, and its text as read."""

    key: str
    title: str
    read: ReadDocument


@dataclass(frozen=True, slots=True)
class Plan:
    """What one document offers: single values, whole facts, and the account of its sentences."""

    values: list[Planned]
    wholes: list[WholeFact]
    accounts: list[SentenceAccount]


def plan_document(document: DraftDocument, title: str, seed: int, progress: Progress = unseen) -> Plan:
    """Read a document's sentences and choose what to ask of them; each is read, then drafted from."""
    text = document.read.text
    sources = list(_sources(document, progress))
    setting = _setting(document, title, seed, sources)
    read = _Reading(list(role_facts(document.read, setting)))
    repeats = set(_repeats(sources, text))
    for number, (source, around) in enumerate(zip(sources, _surroundings(sources, setting), strict=True)):
        if number in repeats:
            read.accounts.append(_account(source, text, (), (SAID_BEFORE,)))
        else:
            read.add(source, around, setting)
        progress((len(sources) + number + 1) // 2, len(sources))
    return Plan(choose(read.candidates, setting), [*read.wholes, *term_pairs(read.candidates)], read.accounts)


class _Reading:
    """What was found in the sentences so far, with the last of them."""

    def __init__(self, wholes: list[WholeFact]) -> None:
        self.candidates: list[Candidate] = []
        self.wholes = wholes
        self.accounts: list[SentenceAccount] = []
        self._before: tuple[Source | None, list[Statement]] = (None, [])

    def add(self, source: Source, around: Surroundings, setting: Setting) -> None:
        """Read one sentence and keep what can be asked of it."""
        statements, refusals = statements_of(source, around)
        listed = next(([row] for statement in statements for row in set_facts(statement, setting)), [])
        found = [*_found(source, statements, setting), *called_so_candidates(source, *self._before, setting)]
        found = [row for row in found if not (listed and row.pattern.endswith(LISTED))]
        self._before = source, statements
        self.candidates += found
        self.wholes += listed
        self.accounts.append(_account(source, setting.text, found, refusals))


def _repeats(sources: Sequence[Source], text: str) -> Iterator[int]:
    """Yield which sentences say word for word what one before them says: the first is asked and cited."""
    said: set[str] = set()
    for number, source in enumerate(sources):
        words = " ".join(text[source.start : source.end].split())
        if words in said:
            yield number
        said.add(words)


def _found(source: Source, statements: Sequence[Statement], setting: Setting) -> Iterator[Candidate]:
    """Yield what can be asked of the statements of a sentence, then of a few words of it."""
    for statement in statements:
        for drafter in DRAFTERS:
            yield from drafter(statement, setting)
    for phrase_drafter in PHRASE_DRAFTERS:
        yield from phrase_drafter(source, setting)


def _sources(document: DraftDocument, progress: Progress) -> Iterator[Source]:
    """Yield the sentences of a document, parsed: half of the work on each."""
    text = document.read.text
    count = sum(passage.kind == "sentence" for passage in document.read.passages)
    done = 0
    for number, passage in enumerate(document.read.passages):
        if passage.kind == "sentence":
            yield read_source(document.key, number, passage.paragraph, text, passage.start, passage.end)
            done += 1
            progress(done // 2, count)


def _setting(document: DraftDocument, title: str, seed: int, sources: Sequence[Source]) -> Setting:
    text = document.read.text
    roster = make_roster([(source.start, source.syntax) for source in sources])
    roster = replace(roster, full_names={**roster.full_names, **letters_of(text)})
    words = title_words(f"{title} {document.title}")
    counts = _counted(sources)
    times, hero = tuple(find_times(text)), hero_of((title, document.title), words, roster)
    hero = hero or leading_subject([source.syntax for source in sources], roster)
    terms = read_vocabulary(source.syntax for source in sources)
    return Setting(document.key, text, words, seed, roster, times, document.read.content_hash, hero, counts, terms)


def _counted(sources: Sequence[Source]) -> Counter[str]:
    """Count the words of a document; apart from that those behind a 'the', and behind an 'a' or the like."""
    counts: Counter[str] = Counter()
    for source in sources:
        words = [source.syntax.word(i) for i in range(len(source.syntax))]
        counts.update(words)
        counts.update(f"{LEADS[word]} {after}" for word, after in pairwise(words) if word in LEADS)
    return counts


def _surroundings(sources: Sequence[Source], setting: Setting) -> Iterator[Surroundings]:
    things = setting.roster.words_of_things() - set(setting.hero.split())
    gender = gender_told([source.syntax for source in sources])
    known = Known({word.lower() for word in setting.title}, setting.words, things, named_by_letters(setting.text))
    for number, source in enumerate(sources):
        last = sources[number - 1] if number else None
        before = last.syntax if last and last.paragraph == source.paragraph else None
        yield Surroundings(setting.text, setting.roster, known, before, setting.hero, gender)


def _account(source: Source, text: str, found: Sequence[Candidate], refusals: Sequence[str]) -> SentenceAccount:
    why = tuple(refusals) or (() if found else (NO_VALUE,))
    said = " ".join(text[source.start : source.end].split())
    return SentenceAccount(source.document, source.start, source.end, said, (), why)
