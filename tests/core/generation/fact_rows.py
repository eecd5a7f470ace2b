"""Facts as they stand in facts.yaml, one valid form to vary."""

from __future__ import annotations

from typing import Any

from quizapp.core.generation.entry import Problem
from quizapp.core.generation.facts import FactFile, read_facts
from quizapp.core.generation.questions import write_questions
from quizapp.core.kinds import QuestionDraft

QUOTE = "The pact was signed in Lagoon City on 4 April 1949 by Ana of Avalon"


def cite(quote: str = QUOTE, document: str = "article") -> dict[str, str]:
    """A citation as it is written."""
    return {"document": document, "quote": quote}


def distractor(text: str, **more: Any) -> dict[str, Any]:
    """A distractor that the sources do not name."""
    return {"text": text, "reason": f"The sources do not say this of {text}.", **more}


def ask(**more: Any) -> dict[str, Any]:
    """An ask for a place, with two distractors."""
    row = {
        "slot": "place",
        "answer": {"place": "Lagoon City"},
        "question": "Where was the pact signed?",
        "sentence": "The pact was signed in {}.",
        "distractors": [distractor("Harbour Town"), distractor("Mill Village")],
        "why": "The city lies halfway between the two capitals, so neither side had to travel far.",
    }
    return {**row, **more}


def fact(*asks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A fact with these asks."""
    row = {"id": "pact", "statement": "The pact was signed in Lagoon City on 4 April 1949.", "evidence": [cite()]}
    return {**row, **({"asks": list(asks)} if asks else {}), **more}


def member_set(**more: Any) -> dict[str, Any]:
    """A set of three members and two outsiders."""
    row = {
        "slot": "flags",
        "question": "Which of these states raised a flag? Tick every one.",
        "question_not": "Which of these states did NOT raise a flag?",
        "members": [{"text": "Avalon"}, {"text": "Brig"}, {"text": "Dorn"}],
        "outsiders": [distractor("Corin", **cite("Cyd of Corin")), distractor("Elba")],
        "why": "Only the founders were given the right to raise their colours.",
    }
    return {**row, **more}


def pairing(count: int = 5, **more: Any) -> dict[str, Any]:
    """So many pairs of people and states."""
    names = ["Ana", "Ben", "Cyd", "Dot", "Eve", "Fay", "Gus"][:count]
    states = ["Avalon", "Brig", "Corin", "Dorn", "Elba", "Faro", "Gand"]
    row = {
        "slot": "states",
        "question": "Match each signer with the state.",
        "items": [{"left": name, "right": state} for name, state in zip(names, states, strict=False)],
        "ask_right": "From which state came {left}?",
        "ask_left": "Who came from {right}?",
        "why": "Each state sent the person who had led its talks for years.",
    }
    return {**row, **more}


def sequence(**more: Any) -> dict[str, Any]:
    """Three congresses in their order."""
    events = [{"text": f"The {word} congress", "when": year} for word, year in (("first", "1950"), ("second", "1952"))]
    last = {"text": "The third congress", "when": "1955"}
    row = {"id": "congresses", "slot": "order", "question": "Put these congresses in order.", "events": [*events, last]}
    return {**row, **more}


def problems_of(*facts: dict[str, Any], sequences: tuple[dict[str, Any], ...] = ()) -> list[Problem]:
    """What is wrong with a file of these facts."""
    return read_facts({"facts": list(facts), "sequences": list(sequences)})[1]


def file_of(*facts: dict[str, Any], sequences: tuple[dict[str, Any], ...] = ()) -> FactFile:
    """A file of these facts, which must be sound."""
    found, problems = read_facts({"facts": list(facts), "sequences": list(sequences)})
    assert problems == []
    return found


def questions_of(*facts: dict[str, Any], sequences: tuple[dict[str, Any], ...] = ()) -> dict[str, QuestionDraft]:
    """The questions of these facts by id."""
    return {draft.id: draft for draft in write_questions(file_of(*facts, sequences=sequences))}
