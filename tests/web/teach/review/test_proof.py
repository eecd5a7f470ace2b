from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.generation.lint import Finding
from quizapp.core.kinds import Citation, Multiple, Option, QuestionDraft, ShortText, TrueFalse
from quizapp.web.teach.review.deciding_words import deciding
from quizapp.web.teach.review.proof import proof_of
from tests.teachers_bank import ready


def draft(key: str) -> QuestionDraft:
    return ready(key)


def marked(text: str, question: QuestionDraft) -> list[str]:
    return [words for words, decides in deciding(text, question) if decides]


def test_a_key_that_the_quote_holds_is_named() -> None:
    proof = proof_of(draft("pact.place.short_text"), ())
    assert proof
    assert (proof.checked[-1], proof.left) == ("the quote holds the key “Lagoon City”", "")


def test_a_false_statement_is_left_to_the_reader() -> None:
    proof = proof_of(draft("congresses.second.true_false"), ())
    assert proof
    assert proof.checked == ("Quote found in the document",)
    assert proof.left == "Whether it is false the program cannot check: read it beside the quote."


@pytest.mark.parametrize(
    ("stem", "left"),
    [("The second congress met in 1952.", False), ("The congress of 1952 was a success.", True)],
)
def test_a_true_statement_is_proved_only_word_for_word(stem: str, left: bool) -> None:
    proof = proof_of(replace(draft("congresses.second.true_false"), stem=stem, content=TrueFalse(True)), ())
    assert proof
    assert bool(proof.left) is left


@pytest.mark.parametrize("rule", ["E01", "E02", "E03"])
def test_what_the_rules_deny_is_not_claimed(rule: str) -> None:
    denied = Finding(rule, "E", None, "it is not so", "Mend it.")
    assert proof_of(draft("pact.place.short_text"), [denied]) is None
    assert proof_of(replace(draft("pact.place.short_text"), citations=()), ()) is None


def test_words_declared_to_say_the_key_are_not_called_the_key() -> None:
    declared = replace(draft("pact.place.short_text"), content=ShortText(("The lagoon’s town",)))
    proof = proof_of(declared, ())
    assert proof
    assert "“The lagoon’s town” the program cannot check" in proof.left


@pytest.mark.parametrize("key", ["signers.all.matching", "congresses.order.ordering", "flags.raised.multiple"])
def test_other_kinds_say_what_was_checked(key: str) -> None:
    proof = proof_of(draft(key), ())
    assert proof
    assert len(proof.checked) == 2


def test_the_words_of_the_key_are_marked() -> None:
    place = draft("pact.place.short_text")
    assert marked("It was signed in the lagoon  city, at noon.", place) == ["lagoon  city"]
    assert marked("It was signed in Lagooncity.", place) == []
    assert "".join(words for words, _ in deciding("It was signed in Lagoon City.", place)) == (
        "It was signed in Lagoon City."
    )


def test_a_value_is_marked_however_it_is_written() -> None:
    assert marked("Twelve states signed it", draft("pact.states.number")) == ["Twelve"]
    assert marked("on April 4, 1949 in Lagoon City", draft("pact.date.date")) == ["April 4, 1949"]


def test_of_keys_that_overlap_the_longer_is_marked() -> None:
    both = Multiple((Option("Upper Egypt", True), Option("Egypt", True), Option("Sudan", False)))
    quote = "Upper Egypt, then Egypt as a whole"
    question = replace(draft("flags.raised.multiple"), content=both, citations=(Citation("article", quote),))
    assert marked(quote, question) == ["Upper Egypt", "Egypt"]


def test_a_false_statement_marks_nothing() -> None:
    assert marked("The second congress met in 1952", draft("congresses.second.true_false")) == []
