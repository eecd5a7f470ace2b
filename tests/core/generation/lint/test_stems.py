import pytest

from quizapp.core.kinds import Cloze, TrueFalse
from tests.core.generation.lint.cases import QUOTE, choice, rules, typed, vary


@pytest.mark.parametrize("stem", ["The lagoon states signed their pact in", "Where the lagoon states signed."])
def test_e06_a_stem_is_a_question_or_has_a_gap(stem: str) -> None:
    assert rules(vary(stem=stem)) == ["E06"]


def test_e03_a_gap_stands_once() -> None:
    gap = Cloze(("Harbour City",))
    assert rules(vary(gap, stem="The lagoon states signed their pact in ____.")) == []
    assert rules(vary(gap, stem="The lagoon states signed ____ in ____.")) == ["E03"]


def test_e06_the_key_is_not_in_the_stem() -> None:
    assert rules(vary(typed("Harbour City"), stem="Which town is the Harbour City of the lagoon pact?")) == ["E06"]


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("In which town did the lagoon states not sign their pact?", ["W16"]),
        ("In which town didn't the lagoon states sign their pact?", ["W16"]),
        ("In which town did the lagoon states NOT sign their pact?", []),
        ("In which town did at least three lagoon states sign their pact?", []),
        ("In which town did the lagoon states NOT sign their pact, except for one?", ["W16!"]),
        ("Which town did the lagoon states call “not too far” for their pact?", []),
    ],
)
def test_w16_a_negative_is_emphasised_and_alone(stem: str, found: list[str]) -> None:
    assert rules(vary(stem=stem)) == found


@pytest.mark.parametrize(
    "stem", ["Which of these is true?", "Which statement about the lagoon pact is correct?", "Where?"]
)
def test_w22_the_stem_says_what_is_asked(stem: str) -> None:
    assert "W22" in rules(vary(stem=stem))


def test_w23_a_stem_is_not_copied_and_not_swollen() -> None:
    copied = "The pact was signed in the old customs house of ____ on 4 April 1949."
    quote = (
        vary()
        .citations[0]
        .__class__("article", "states was signed in the old customs house of Harbour City on 4 April")
    )
    assert rules(vary(Cloze(("Harbour City",)), stem=copied, citations=(quote,))) == ["W23"]
    swollen = "In which town, " + "after many long years of talks, " * 7 + "did the lagoon states sign?"
    assert rules(vary(stem=swollen)) == ["W23"]


@pytest.mark.parametrize(
    "stem",
    [
        "In which town did he sign?",
        "In which town does the article place the signing of the pact of the lagoon?",
        "In which town was this lagoon pact signed by its twelve states?",
        "In which town did the congress of the pact meet a year later?",
    ],
)
def test_w24_the_stem_names_its_subject(stem: str) -> None:
    assert "W24" in rules(vary(typed("Harbour City"), stem=stem))


@pytest.mark.parametrize(
    "stem",
    [
        "In which town did Ana Bell say that she would sign the lagoon pact?",
        "In which of these towns did the lagoon states sign their pact?",
        "According to the community article, in which town did the lagoon states sign?",
    ],
)
def test_w24_what_is_named_or_shown_may_be_pointed_at(stem: str) -> None:
    assert rules(vary(stem=stem)) == []


def test_a_statement_may_end_with_a_full_stop() -> None:
    assert rules(vary(TrueFalse(True), stem="The lagoon states signed their pact in Harbour City.")) == []
    assert QUOTE
    assert "E06" in rules(vary(choice("Harbour City", "Mill Bay", "Port Elm"), stem="They signed."))


def test_w24_the_one_asked_for_may_be_whom_a_pronoun_means() -> None:
    stem = "In 1907, ____ left his harbour and his boats in the town."
    assert "W24" not in rules(vary(Cloze(("Anna Corbet",)), stem=stem))
    assert "W24" in rules(vary(Cloze(("1907",)), stem="In ____, his boats were sold in town."))
