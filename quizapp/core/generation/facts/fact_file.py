"""All facts of a bank, read from one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.core.generation.entry import Entry, Path, Problem
from quizapp.core.generation.facts.ask import Ask
from quizapp.core.generation.facts.fact import Fact, read_fact
from quizapp.core.generation.facts.forms import forms_of, missing_for
from quizapp.core.generation.facts.sequence import Sequence, read_sequence


@dataclass(frozen=True, slots=True)
class FactFile:
    """The facts of a bank and the sequences made of them."""

    facts: tuple[Fact, ...] = ()
    sequences: tuple[Sequence, ...] = ()

    def asks(self) -> Iterator[tuple[Fact, Ask]]:
        """Every ask with its fact, as they stand in the file."""
        return ((fact, ask) for fact in self.facts for ask in fact.asks)

    def data(self) -> dict[str, Any]:
        """The file's content as plain values."""
        row = {"facts": [fact.data() for fact in self.facts], "sequences": [row.data() for row in self.sequences]}
        return {name: value for name, value in row.items() if value}

    def slots(self) -> dict[str, Path]:
        """Where each slot stands in the file, by its name in questions.yaml."""
        return dict(_slot_paths(self))


def read_facts(data: Mapping[str, Any]) -> tuple[FactFile, list[Problem]]:
    """Read the facts of a bank with every problem there is; facts are whole only if there is none."""
    problems: list[Problem] = []
    entry = Entry(data, (), problems)
    facts = entry.each("facts", read_fact)
    found = FactFile(facts, entry.each("sequences", read_sequence))
    entry.close()
    if not problems:
        problems += _problems_across(found)
    return found, problems


def _problems_across(found: FactFile) -> list[Problem]:
    return [*_repeated_ids(found), *_repeated_slots(found), *_lost_sources(found), *_impossible_forms(found)]


def _repeated_ids(found: FactFile) -> Iterator[Problem]:
    seen: set[str] = set()
    named = [("facts", n, fact.id) for n, fact in enumerate(found.facts)]
    named += [("sequences", n, sequence.id) for n, sequence in enumerate(found.sequences)]
    for name, number, identity in named:
        if identity in seen:
            yield Problem((name, number, "id"), "F07", f"the id '{identity}' is taken", "Give it an id of its own.")
        seen.add(identity)


def _repeated_slots(found: FactFile) -> Iterator[Problem]:
    seen: set[str] = set()
    for slot, path in _slot_paths(found):
        if slot in seen:
            yield Problem(path, "F07", f"the slot '{slot}' is taken", "Give it a name of its own within its fact.")
        seen.add(slot)


def _lost_sources(found: FactFile) -> Iterator[Problem]:
    known = {f"{fact.id}.{ask.slot}" for fact, ask in found.asks()}
    for number, fact in enumerate(found.facts):
        for place, ask in enumerate(fact.asks):
            for index, distractor in enumerate(ask.distractors):
                if distractor.source and distractor.source not in known - {f"{fact.id}.{ask.slot}"}:
                    path = ("facts", number, "asks", place, "distractors", index)
                    message = f"there is no other ask '{distractor.source}'"
                    yield Problem(path, "F08", message, "Write it as <fact id>.<slot> of an ask in this file.")


def _impossible_forms(found: FactFile) -> Iterator[Problem]:
    for number, fact in enumerate(found.facts):
        for place, ask in enumerate(fact.asks):
            path = ("facts", number, "asks", place)
            for form in ask.forms:
                if missing := missing_for(ask, form):
                    yield Problem((*path, "forms"), "F06", f"{form} needs {missing}", f"Add it, or drop '{form}'.")
            if not ask.forms and not forms_of(ask):
                yield Problem(path, "F06", "no form can be written", "Add a question, a sentence or distractors.")


def _slot_paths(found: FactFile) -> Iterator[tuple[str, Path]]:
    for number, fact in enumerate(found.facts):
        path: Path = ("facts", number)
        for place, ask in enumerate(fact.asks):
            yield f"{fact.id}.{ask.slot}", (*path, "asks", place)
        if fact.set:
            yield f"{fact.id}.{fact.set.slot}", (*path, "set")
        if fact.pairs:
            yield f"{fact.id}.{fact.pairs.slot}", (*path, "pairs")
            for place in range(len(fact.pairs.items)):
                yield f"{fact.id}.{fact.pairs.slot}-{place + 1}", (*path, "pairs", "items", place)
    for number, sequence in enumerate(found.sequences):
        yield f"{sequence.id}.{sequence.slot}", ("sequences", number)
