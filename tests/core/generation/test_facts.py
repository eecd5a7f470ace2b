from decimal import Decimal
from typing import Any

import pytest

from quizapp.core.generation.facts import Answer, read_facts
from quizapp.core.kinds import Citation, PartialDate, Witness
from tests.core.generation.fact_rows import (
    QUOTE,
    ask,
    cite,
    distractor,
    fact,
    file_of,
    member_set,
    pairing,
    problems_of,
    sequence,
)


@pytest.mark.parametrize(
    ("written", "read", "shown"),
    [
        ({"date": "1949-04-04"}, Answer("date", PartialDate(1949, 4, 4)), "4 April 1949"),
        ({"date": "1952-03"}, Answer("date", PartialDate(1952, 3)), "March 1952"),
        ({"year": 1948}, Answer("year", PartialDate(1948)), "1948"),
        ({"number": 12, "unit": "states"}, Answer("number", Decimal(12), "states"), "12 states"),
        ({"number": "3.5", "tolerance": "0.1"}, Answer("number", Decimal("3.5"), "", Decimal("0.1")), "3.5"),
        ({"person": "Ana Bell"}, Answer("person", "Ana Bell"), "Ana Bell"),
    ],
)
def test_an_answer_is_read_by_its_type(written: dict[str, Any], read: Answer, shown: str) -> None:
    found = file_of(fact(ask(answer=written))).facts[0].asks[0].answer
    assert found == read
    assert found.written() == shown


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({}, "an answer has exactly one type"),
        ({"date": "1949-04-04", "year": 1949}, "an answer has exactly one type"),
        ({"date": "1949-02-30"}, "'1949-02-30' is not a date"),
        ({"date": "4 April 1949"}, "'4 April 1949' is not a date"),
        ({"year": "1949-04"}, "'1949-04' is not a year"),
        ({"number": "a dozen"}, "must be a plain number"),
        ({"planet": "Mars"}, "there is no field 'planet' here"),
    ],
)
def test_an_answer_that_cannot_be_read_is_reported_at_its_place(written: dict[str, Any], message: str) -> None:
    problems = problems_of(fact(ask(answer=written)))
    assert any(message in problem.message and problem.path[:4] == ("facts", 0, "asks", 0) for problem in problems)


def test_a_fact_is_read_with_its_evidence_and_witnesses() -> None:
    later = {**cite("4 May 1949", "paper"), "value": "4 May 1949", "note": "A month later."}
    found = file_of(fact(ask(), disputes=[later], note="Mind the calendar.", tier="needs-your-eye")).facts[0]
    assert (found.id, found.note, found.tier) == ("pact", "Mind the calendar.", "needs-your-eye")
    assert found.evidence == (Citation("article", QUOTE),)
    assert found.witnesses == (Witness("paper", "4 May 1949", "disputes", "4 May 1949", "A month later."),)


def test_every_mistake_is_reported_not_only_the_first() -> None:
    wrong = ask(slot="The Place", sentence="It was signed.", forms=["essay"], distractors=[{"text": "Elba"}])
    problems = problems_of({"statement": "Half a fact.", "asks": [wrong]}, sequences=(sequence(events=[]),))
    assert [(problem.path, problem.message) for problem in problems] == [
        (("facts", 0, "asks", 0, "slot"), "'The Place' is not a name in kebab-case"),
        (("facts", 0, "asks", 0, "distractors", 0), "'reason' is missing"),
        (("facts", 0, "asks", 0, "forms"), "'forms' cannot hold 'essay'"),
        (("facts", 0, "asks", 0, "sentence"), "the sentence must hold {} once"),
        (("facts", 0), "'id' is missing"),
        (("facts", 0), "'evidence' is missing"),
        (("sequences", 0, "events"), "a sequence of 0 events"),
    ]
    assert all(problem.fix for problem in problems)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (ask(distractors=[distractor(text) for text in "ABCD"]), "4 distractors are too many"),
        (ask(false_with=2), "there is no distractor number 2"),
        (ask(question="", sentence=""), "an ask needs a question or a sentence"),
        (ask(forms=["date"]), "date needs a date as its answer"),
        (ask(forms=["cloze"], sentence=""), "cloze needs a sentence with {}"),
        (ask(forms=["choice"], distractors=[distractor("Elba")]), "choice needs 2 distractors"),
        (ask(distractors=[{"from": "pact.when"}]), "there is no other ask 'pact.when'"),
        (ask(distractors=[{"from": "pact.place"}]), "there is no other ask 'pact.place'"),
        (ask(distractors=[distractor("Elba", document="article")]), "a citation needs its quote"),
        (ask(overrides={"E05": "because"}), "'E05' cannot be overridden"),
        (ask(quesion="Where?"), "there is no field 'quesion' here"),
        (ask(truth="yes"), "'truth' must be true or false"),
    ],
)
def test_an_ask_that_cannot_be_asked_is_refused(row: dict[str, Any], message: str) -> None:
    assert message in [problem.message for problem in problems_of(fact(row))]


def test_a_misspelt_field_is_told_its_right_name() -> None:
    (problem,) = problems_of(fact(ask(distracters=[])))
    assert problem.fix == "Write 'distractors'."


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"set": member_set(not_key="Faro")}, "there is no outsider 'Faro'"),
        ({"set": member_set(question="", question_not="")}, "a set needs a question"),
        ({"set": member_set(outsiders=[{"text": "Elba"}])}, "'reason' is missing"),
        ({"pairs": pairing(ask_left="Who came from there?")}, "'ask_left' must hold {right}"),
        ({"pairs": pairing(matchings=[[0, 9]])}, "a matching names an item that is not there"),
        ({"pairs": pairing(matchings=[[0]])}, "a matching of 1 pairs"),
        ({"pairs": pairing(ask_left_not_for=["Zoe"])}, "no item has 'Zoe' on its left"),
    ],
)
def test_sets_and_pairs_that_make_no_sense_are_refused(row: dict[str, Any], message: str) -> None:
    assert message in [problem.message for problem in problems_of(fact(**row))]


def test_ids_and_slots_are_given_once() -> None:
    problems = problems_of(fact(ask(), ask()), fact(), sequences=(sequence(id="pact"),))
    assert [problem.message for problem in problems] == [
        "the id 'pact' is taken",
        "the id 'pact' is taken",
        "the slot 'pact.place' is taken",
    ]


def test_each_slot_knows_where_it_is_written() -> None:
    found = file_of(fact(ask(), set=member_set(), pairs=pairing(2)), sequences=(sequence(),))
    assert found.slots() == {
        "pact.place": ("facts", 0, "asks", 0),
        "pact.flags": ("facts", 0, "set"),
        "pact.states": ("facts", 0, "pairs"),
        "pact.states-1": ("facts", 0, "pairs", "items", 0),
        "pact.states-2": ("facts", 0, "pairs", "items", 1),
        "congresses.order": ("sequences", 0),
    }


def test_what_is_written_back_reads_the_same() -> None:
    full = ask(
        shown="the city",
        accept=["the Lagoon"],
        hint="a city",
        false_with=1,
        truth=False,
        forms=["choice", "cloze", "true_false"],
        supported_by="in Lagoon City",
        evidence=[cite()],
        agrees=[],
        overrides={"W10": "It is a name.", "choice": {"W13": "So is this."}},
    )
    numbers = [ask(slot="count", answer={"number": 12, "unit": "states"}), ask(slot="year", answer={"year": 1949})]
    facts = [fact(full, *numbers, set=member_set(not_key="Corin"), pairs=pairing(matchings=[[0, 1], [2, 3, 4]]))]
    found = file_of(*facts, sequences=(sequence(),))
    assert read_facts(found.data()) == (found, [])
