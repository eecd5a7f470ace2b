from typing import Any

import pytest

from quizapp.core.generation.questions import write_questions
from quizapp.core.kinds import (
    Choice,
    Citation,
    Cloze,
    Date,
    Matching,
    Multiple,
    Number,
    Option,
    Ordering,
    ShortText,
    TrueFalse,
    check,
    key_text,
)
from tests.core.generation.fact_rows import (
    QUOTE,
    ask,
    cite,
    distractor,
    fact,
    file_of,
    member_set,
    pairing,
    questions_of,
    sequence,
)

DATE: dict[str, Any] = {
    "slot": "date",
    "answer": {"date": "1949-04-04"},
    "question": "When was the pact signed?",
    "sentence": "The pact was signed on {}.",
}


def test_an_ask_for_a_name_is_put_in_four_forms_of_one_slot() -> None:
    drafts = questions_of(fact(ask()))
    assert list(drafts) == [
        "pact.place.choice",
        "pact.place.short_text",
        "pact.place.cloze",
        "pact.place.true_false",
    ]
    assert {draft.slot for draft in drafts.values()} == {"pact.place"}
    assert drafts["pact.place.cloze"].stem == "The pact was signed in ____."
    assert all(draft.citations == (Citation("article", QUOTE),) for draft in drafts.values())
    assert all(check(draft.content, draft.stem) == [] for draft in drafts.values())


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        ({"date": "1949-04-04"}, ["choice", "date", "cloze", "true_false"]),
        ({"year": 1949}, ["choice", "date", "cloze", "true_false"]),
        ({"number": 12}, ["choice", "number", "cloze", "true_false"]),
        ({"person": "Ana Bell"}, ["choice", "short_text", "cloze", "true_false"]),
        ({"office": "Minister of Finance"}, ["choice", "true_false"]),
    ],
)
def test_the_forms_suit_the_answers_type(answer: dict[str, Any], kinds: list[str]) -> None:
    drafts = questions_of(fact(ask(answer=answer, distractors=[distractor("1950"), distractor("1951")])))
    assert [draft.kind for draft in drafts.values()] == kinds


def test_without_two_distractors_the_answer_is_typed() -> None:
    few = [distractor("Mill Village")]
    assert [draft.kind for draft in questions_of(fact(ask(distractors=few, sentence=""))).values()] == ["short_text"]
    office = ask(answer={"office": "Minister"}, distractors=few, sentence="")
    assert [draft.kind for draft in questions_of(fact(office)).values()] == ["short_text"]


def test_named_forms_are_the_only_ones_written() -> None:
    assert list(questions_of(fact(ask(forms=["cloze"])))) == ["pact.place.cloze"]


def test_a_borrowed_distractor_brings_the_other_facts_statement_and_evidence() -> None:
    borrowed = {**DATE, "distractors": [{"from": "later.date"}, distractor("1948-03-01")]}
    later = fact({**DATE, "answer": {"date": "1950-05-04"}}, id="later", statement="It was renewed on 4 May 1950.")
    later["evidence"] = [cite("renewed on 4 May 1950")]
    content = questions_of(fact(borrowed), later)["pact.date.choice"].content
    assert content == Choice(
        (
            Option("1 March 1948", reason="The sources do not say this of 1948-03-01."),
            Option("4 April 1949", right=True),
            Option("4 May 1950", False, "It was renewed on 4 May 1950.", Citation("article", "renewed on 4 May 1950")),
        )
    )


def test_typed_kinds_foresee_the_distractors_as_wrong_answers() -> None:
    drafts = questions_of(fact({**DATE, "distractors": [distractor("1948-03-01")]}))
    content = drafts["pact.date.date"].content
    assert isinstance(content, Date)
    assert [(row.text, row.reason) for row in content.wrong] == [
        ("1 March 1948", "The sources do not say this of 1948-03-01.")
    ]


def test_numbers_are_written_with_their_unit_in_every_option() -> None:
    count = ask(answer={"number": 12, "unit": "states"}, distractors=[distractor("5"), distractor("11 guests")])
    drafts = questions_of(fact(count))
    content = drafts["pact.place.choice"].content
    assert isinstance(content, Choice)
    assert [option.text for option in content.options] == ["5 states", "11 guests", "12 states"]
    assert isinstance(drafts["pact.place.number"].content, Number)


def test_the_surname_alone_is_accepted_unless_two_people_bear_it() -> None:
    one = ask(answer={"person": "Ana Bell"})
    content = questions_of(fact(one))["pact.place.short_text"].content
    assert isinstance(content, ShortText)
    assert content.accept == ("Ana Bell", "Bell")
    two = fact(one, ask(slot="other", answer={"person": "Ben Bell"}))
    content = questions_of(two)["pact.place.short_text"].content
    assert isinstance(content, ShortText)
    assert content.accept == ("Ana Bell",)


def test_a_gap_for_a_date_takes_it_in_the_usual_writings() -> None:
    content = questions_of(fact({**DATE, "answer": {"date": "1953-03-22"}}))["pact.date.cloze"].content
    assert isinstance(content, Cloze)
    assert {"22 March 1953", "March 22 1953", "22nd March 1953", "1953-03-22"} <= set(content.accept)


def test_a_false_statement_says_what_is_so() -> None:
    draft = questions_of(fact(ask(truth=False, false_with=1)))["pact.place.true_false"]
    assert draft.stem == "The pact was signed in Mill Village."
    assert draft.content == TrueFalse(False, "The pact was signed in Lagoon City.", Citation("article", QUOTE))
    true = questions_of(fact(ask(truth=True)))["pact.place.true_false"]
    assert (true.stem, true.content) == ("The pact was signed in Lagoon City.", TrueFalse(True))


def test_half_of_the_statements_are_true_the_fixed_ones_counted() -> None:
    asks = [ask(slot=f"place-{number}", **({"truth": False} if number < 3 else {})) for number in range(10)]
    drafts = questions_of(fact(*asks)).values()
    truths = [draft.content.key for draft in drafts if isinstance(draft.content, TrueFalse)]
    assert (len(truths), sum(truths)) == (10, 5)


def test_an_asks_own_evidence_and_witnesses_replace_the_facts() -> None:
    witness = {**cite("4 May 1949", "paper"), "value": "4 May 1949"}
    own = ask(evidence=[cite("in Lagoon City")], agrees=[], forms=["choice"])
    drafts = questions_of(fact(own, ask(slot="other", forms=["choice"]), disputes=[witness]))
    assert drafts["pact.place.choice"].citations == (Citation("article", "in Lagoon City"),)
    assert drafts["pact.place.choice"].witnesses == ()
    assert [row.value for row in drafts["pact.other.choice"].witnesses] == ["4 May 1949"]


def test_note_doubt_and_recorded_reasons_go_into_the_question() -> None:
    recorded = {"W10": "A name.", "choice": {"W13": "It is the title."}, "cloze": {"W23": "Short."}}
    row = ask(overrides=recorded, forms=["choice"], supported_by=["in Lagoon", "City"])
    draft = questions_of(fact(row, note="Mind the calendar.", tier="needs-your-eye", doubt="Which city?"))
    found = draft["pact.place.choice"]
    assert found.overrides == {"W10": "A name.", "W13": "It is the title.", "E02": "in Lagoon | City"}
    assert found.explanation.endswith("travel far. Mind the calendar.")
    assert (found.tier, found.doubt) == ("needs-your-eye", "Which city?")


def test_a_set_gives_a_multiple_and_a_which_not() -> None:
    drafts = questions_of(fact(set=member_set(member_reason="{} raised a flag.")))
    multiple, which = drafts["pact.flags.multiple"], drafts["pact.flags.choice-not"]
    assert isinstance(multiple.content, Multiple)
    assert {option.text for option in multiple.content.options if option.right} == {"Avalon", "Brig", "Dorn"}
    assert len(multiple.content.options) == 5
    assert isinstance(which.content, Choice)
    assert key_text(which.content) == "Corin", "the outsider that a passage rules out"
    assert which.citations[0] == Citation("article", "Cyd of Corin")
    reasons = {option.reason for option in which.content.options if not option.right}
    assert reasons == {"Avalon raised a flag.", "Brig raised a flag.", "Dorn raised a flag."}
    assert multiple.slot == which.slot == "pact.flags"


def test_a_large_set_is_cut_to_seven_options_with_two_outsiders() -> None:
    members = [{"text": f"State {number}"} for number in range(9)]
    content = questions_of(fact(set=member_set(members=members)))["pact.flags.multiple"].content
    assert isinstance(content, Multiple)
    assert (len(content.options), len(content.keys)) == (7, 5)


def test_a_named_outsider_is_the_key_of_which_not() -> None:
    drafts = questions_of(fact(set=member_set(not_key="Elba")))
    assert key_text(drafts["pact.flags.choice-not"].content) == "Elba"


def test_pairs_give_even_matchings_and_two_choices_each() -> None:
    drafts = questions_of(fact(pairs=pairing(7)))
    matchings = [draft.content for draft in drafts.values() if isinstance(draft.content, Matching)]
    assert [len(content.pairs) for content in matchings] == [4, 3]
    assert all(len(content.extras) == 1 and not content.extras[0].right for content in matchings)
    assert len(drafts) == 2 + 7 + 7
    right = drafts["pact.states-2.choice-right"]
    assert (right.stem, key_text(right.content), right.slot) == ("From which state came Ben?", "Brig", "pact.states-2")
    left = drafts["pact.states-2.choice-left"]
    assert (left.stem, key_text(left.content)) == ("Who came from Brig?", "Ben")


def test_a_pairs_distractors_come_from_the_other_pairs_with_a_reason() -> None:
    items = [{**row, **cite(f"{row['left']} of {row['right']}")} for row in pairing(4)["items"]]
    items[0]["against"] = ["Dot", "Cyd"]
    pairs = pairing(items=items, right_reason="{right} sent {left}.", left_reason="{left} came from {right}.")
    content = questions_of(fact(pairs=pairs))["pact.states-1.choice-right"].content
    assert isinstance(content, Choice)
    assert {(option.text, option.reason, option.citation) for option in content.options if not option.right} == {
        ("Corin", "Corin sent Cyd.", Citation("article", "Cyd of Corin")),
        ("Dorn", "Dorn sent Dot.", Citation("article", "Dot of Dorn")),
    }


def test_pairs_that_share_a_right_side_are_never_set_against_each_other() -> None:
    items = [{"left": name, "right": state} for name, state in (("Ana", "Brig"), ("Ben", "Brig"), ("Cyd", "Corin"))]
    items += [{"left": "Dot", "right": "Dorn"}, {"left": "Eve", "right": "Elba"}]
    drafts = questions_of(fact(pairs=pairing(items=items, groups=4)))
    content = drafts["pact.states-1.choice-left"].content
    assert isinstance(content, Choice)
    assert "Ben" not in [option.text for option in content.options]
    for draft in drafts.values():
        if isinstance(draft.content, Matching):
            assert len({pair.right for pair in draft.content.pairs}) == len(draft.content.pairs)


def test_pairs_can_leave_out_those_that_give_themselves_away() -> None:
    drafts = questions_of(fact(pairs=pairing(4, ask_right_not_for=["Ana"], ask_left_not_for=["Ben"])))
    assert "pact.states-1.choice-right" not in drafts
    assert "pact.states-2.choice-left" not in drafts
    assert len(drafts) == 1 + 3 + 3


def test_a_sequence_is_put_in_order() -> None:
    draft = questions_of(sequences=(sequence(),))["congresses.order.ordering"]
    assert isinstance(draft.content, Ordering)
    assert [(item.text, item.when) for item in draft.content.items] == [
        ("The first congress", "1950"),
        ("The second congress", "1952"),
        ("The third congress", "1955"),
    ]


def test_values_stand_in_order_and_other_keys_at_every_place_equally() -> None:
    asks = [ask(slot=f"place-{number}", forms=["choice"]) for number in range(30)]
    years = ask(slot="year", answer={"year": 1949}, distractors=[distractor("1951"), distractor("1948")])
    drafts = questions_of(fact(*asks, years)).values()
    choices = {draft.id: draft.content for draft in drafts if isinstance(draft.content, Choice)}
    assert [option.text for option in choices["pact.year.choice"].options] == ["1948", "1949", "1951"]
    keys = [content.key for content in choices.values()]
    assert sorted(keys.count(place) for place in range(3)) == [10, 10, 11]


def test_the_same_facts_give_the_same_questions() -> None:
    facts = file_of(fact(ask(), set=member_set(), pairs=pairing(7)), sequences=(sequence(),))
    assert write_questions(facts) == write_questions(facts)
