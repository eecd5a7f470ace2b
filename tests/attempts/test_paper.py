import pytest
from flask import Flask

from quizapp.attempts.queries.paper import KeyLine, PaperQuestion, marks_of, paper, paper_key
from quizapp.core.kinds import Choice, Matching, Multiple, Option, OrderedItem, Ordering, Pair, TrueFalse
from tests.composing import Teacher
from tests.small_bank import IN_ORDER


@pytest.fixture
def tess(loaded: Flask) -> Teacher:
    return Teacher(loaded)


def printed(tess: Teacher, quiz: int, form: str = "A") -> tuple[tuple[PaperQuestion, ...], tuple[KeyLine, ...]]:
    return tess.reading(lambda: (paper(quiz, form), paper_key(quiz, form)))


def test_the_key_names_what_is_printed(tess: Teacher) -> None:
    questions, lines = printed(tess, tess.begin(IN_ORDER))
    assert [(one.number, one.stem) for one in questions] == [(one.number, one.stem) for one in lines]
    by_kind = {question.kind: (question, line) for question, line in zip(questions, lines, strict=True)}
    question, line = by_kind["choice"]
    assert question.prompt.options["ABC".index(line.marks)] == line.words == "4 April 1949"
    question, line = by_kind["multiple"]
    assert {question.prompt.options["ABCD".index(mark)] for mark in line.marks.split(", ")} == {"Avalon", "Brolin"}
    question, line = by_kind["matching"]
    matched = [mark.split() for mark in line.marks.split(", ")]
    assert [question.prompt.rights["ABCD".index(letter)] for _, letter in matched] == ["Avalon", "Brolin", "Corin"]
    question, line = by_kind["ordering"]
    assert [question.prompt.options["ABC".index(mark)] for mark in line.marks.split(", ")] == [
        "Founding",
        "Middle",
        "Closing",
    ]
    assert by_kind["cloze"][1].marks == ""
    assert by_kind["number"][1].words == "12 states"


def test_a_key_has_its_passages(tess: Teacher) -> None:
    _, [line] = printed(tess, tess.begin(["pact.place.short_text"]))
    assert [(card.exact, card.short_title) for card in line.cards] == [("in Lagoon City", "the article")]


def test_a_form_is_the_same_each_time_and_another_form_is_another(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER)
    first = printed(tess, quiz)
    assert printed(tess, quiz) == first
    assert [one.stem for one in first[0]] == [one.stem for one in tess.composer(quiz).questions]
    questions, lines = printed(tess, quiz, "B")
    assert sorted(one.stem for one in questions) == sorted(one.stem for one in first[0])
    assert [one.stem for one in questions] != [one.stem for one in first[0]]
    for question, line in zip(questions, lines, strict=True):
        if question.kind == "choice":
            assert question.prompt.options["ABC".index(line.marks)] == line.words


def test_one_of_two_alternatives_and_as_many_as_are_picked(tess: Teacher) -> None:
    questions, _ = printed(tess, tess.begin(["pact.date.choice", "pact.date.date"]))
    assert len(questions) == 1
    questions, lines = printed(tess, tess.begin(IN_ORDER, pick=3))
    assert (len(questions), len(lines)) == (3, 3)


def test_marks_are_letters_of_the_printed_order() -> None:
    options = (Option("a", right=True), Option("b"), Option("c", right=True))
    assert marks_of(Choice(options[:2]), (1, 0)) == "B"
    assert marks_of(Multiple(options), (2, 1, 0)) == "A, C"
    assert marks_of(Matching((Pair("x", "1"), Pair("y", "2"))), (1, 0)) == "1 B, 2 A"
    assert marks_of(Ordering((OrderedItem("p"), OrderedItem("q"), OrderedItem("r"))), (2, 0, 1)) == "B, C, A"
    assert marks_of(TrueFalse(True), ()) == ""


def test_as_many_statements_for_one_question_as_for_eight(tess: Teacher, statements: list[str]) -> None:
    counts = []
    for keys in (IN_ORDER[:1], IN_ORDER):
        quiz = tess.begin(keys)
        statements.clear()
        printed(tess, quiz)
        counts.append(len(statements))
    assert counts[0] == counts[1]
