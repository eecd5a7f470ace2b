"""A suggested form, written over by a person."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.generation.lint import Sources
from quizapp.core.generation.marking import SuggestedForm, edited, edits_of, picks_in
from quizapp.core.kinds import Choice, Cloze, Multiple, ShortText, TrueFalse
from tests.core.generation.marking.text import document, marked


def form(kind: str, phrase: str = "founded by Greta Holm", words: str = "Greta Holm") -> SuggestedForm:
    return next(row for row in marked(phrase, words).forms if row.kind == kind)


def sources() -> Sources:
    return Sources({"mills": document()})


def test_what_nobody_changed_stays_as_it_was() -> None:
    for kind in ("choice", "cloze", "true_false"):
        one = form(kind)
        assert edited(one, edits_of(one), sources()) == one


def test_an_option_that_stays_keeps_its_passage_and_a_new_one_says_that_no_source_knows_it() -> None:
    one = form("choice")
    fields = edits_of(one)
    first = fields.wrong[0]
    now = edited(one, replace(fields, wrong=[first, ("Karl Moor", "")]), sources()).draft.content
    assert isinstance(now, Choice)
    known = {option.text: option for option in now.options}
    before = one.draft.content
    assert isinstance(before, Choice)
    assert known[first[0]] == next(option for option in before.options if option.text == first[0])
    assert known["Karl Moor"].reason == "The document does not say this."


def test_a_new_option_that_the_document_knows_wants_a_reason() -> None:
    one = form("choice")
    fields = edits_of(one)
    now = edited(one, replace(fields, wrong=[("Peter Lund", ""), ("Karl Moor", "")]), sources())
    assert [row.rule for row in now.findings if row.rule == "W25"] == ["W25"]
    told = edited(one, replace(fields, wrong=[("Peter Lund", "He rebuilt Brolin."), ("Karl Moor", "")]), sources())
    assert not [row for row in told.findings if row.rule == "W25"]


def test_a_question_that_is_written_is_held_to_the_rules() -> None:
    one = form("short_text", "slows moving bodies", "moving bodies")
    assert one.needs
    now = edited(one, replace(edits_of(one), stem="What does friction slow down?"), sources())
    assert now.needs == ""
    assert now.draft.stem == "What does friction slow down?"
    told = edited(one, replace(edits_of(one), stem="Which moving bodies are slowed?"), sources())
    assert [row.rule for row in told.findings if row.blocks] == ["E06"]


def test_what_is_missing_is_said() -> None:
    choice, gap, judged = form("choice"), form("cloze"), form("true_false")
    assert edited(choice, replace(edits_of(choice), wrong=[("Karl Moor", "")]), sources()).needs.startswith("Write at")
    assert edited(gap, replace(edits_of(gap), accept=[" "]), sources()).needs.startswith("Write at least one answer")
    assert edited(judged, replace(edits_of(judged), stem=" "), sources()).needs == "Write the statement to judge."


def test_accepted_answers_are_no_longer_foreseen_as_wrong() -> None:
    one = form("cloze", "built in 1712", "1712")
    content = one.draft.content
    assert isinstance(content, Cloze)
    wrong = content.wrong[0].text
    now = edited(one, replace(edits_of(one), accept=["1712", wrong]), sources()).draft.content
    assert isinstance(now, Cloze | ShortText)
    assert now.accept == ("1712", wrong)
    assert wrong not in [row.text for row in now.wrong]


def test_a_statement_is_made_false_with_its_correction() -> None:
    one = form("true_false", "slows moving bodies", "moving bodies")
    fields = replace(edits_of(one), stem="Friction speeds bodies up.", truth=False, correction="It slows them.")
    content = edited(one, fields, sources()).draft.content
    assert isinstance(content, TrueFalse)
    assert (content.key, content.correction) == (False, "It slows them.")


def test_a_list_becomes_a_question_with_several_right_answers() -> None:
    text = "Most iodine in food comes from seafood, milk and iodised salt."
    found = marked("seafood, milk and iodised salt", text=text)
    one = next(row for row in found.forms if row.kind == "multiple")
    read = Sources({"mills": document(text)})
    fields = replace(edits_of(one), stem="Which of these does most iodine in food come from?")
    assert edited(one, fields, read).needs.startswith("Write at least two wrong answers")
    now = edited(one, replace(fields, wrong=[("bread", ""), ("rice", "")]), read)
    content = now.draft.content
    assert isinstance(content, Multiple)
    assert {option.text for option in content.options if option.right} == {"seafood", "milk", "iodised salt"}
    assert not now.is_blocked
    assert edited(one, replace(fields, accept=[], wrong=[("bread", ""), ("rice", "")]), read).needs


def test_a_reason_lets_a_warning_stand() -> None:
    one = form("cloze", "4 April 1749", "4 April 1749")
    rules = {row.rule for row in one.findings}
    assert rules
    now = edited(one, replace(edits_of(one), reasons=dict.fromkeys(rules, "It is short.")), sources())
    assert {row.reason for row in now.findings} == {"It is short."}


def test_a_sentence_offers_its_names_dates_and_numbers() -> None:
    read = document()
    number = next(n for n, row in enumerate(read.passages) if "1712" in read.text[row.start : row.end])
    assert [pick.words for pick in picks_in(read, "mills", "The mills", number)] == ["1712", "Hans Carvel"]
