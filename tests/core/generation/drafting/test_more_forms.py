import pytest

from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.kinds import Choice, Cloze, key_text
from quizapp.core.reading.anchors import find_quote
from quizapp.core.reading.document import read_document

# Years may be no more than two fifths of a bank, so other things are told as well.
OTHERS = " The Fern Mill holds 40 looms. The Holm Mill holds 52 looms. The Falk Mill holds 73 looms."


def drafted(text: str, tier: str = "ready", title: str = "Basics") -> dict[str, str]:
    read = read_document(text.encode(), "text.txt")
    bank = draft([DraftDocument("text", title, read)], title=title)
    for row in bank.questions:
        for citation in row.citations:
            find_quote(read.text, citation.quote)
    return {row.stem: key_text(row.content) for row in bank.questions if row.tier == tier}


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Unlike plants, fungi cannot make their own food. Most fungi eat dead wood. Other fungi live on bread.",
            "Unlike plants, ____ cannot make their own food.",
            "fungi",
        ),
        (
            "The load of a bridge is measured by its strain. A strain bends it. Too much strain breaks it.",
            "The load of a bridge is measured by its ____.",
            "strain",
        ),
        (
            "Rivers carry away sand and mud from their own banks day after day. This process is known as erosion.",
            "Rivers carry away sand and mud from their own banks day after day. This process is known as ____.",
            "erosion",
        ),
    ],
)
def test_a_term_is_asked_by_its_contrast_its_measure_or_the_sentence_before(text: str, stem: str, key: str) -> None:
    assert drafted(text)[stem] == key


@pytest.mark.parametrize(
    ("text", "stem", "doubt"),
    [
        (
            "While plants make their own food from light, animals eat other living things.",
            "While plants make their own food from light, ____ eat other living things.",
            "animals",
        ),
        ("The rust of an old ship is caused by oxidation.", "The rust of an old ship is caused by ____.", "oxidation"),
    ],
)
def test_what_may_be_true_of_others_too_is_for_the_eye(text: str, stem: str, doubt: str) -> None:
    assert drafted(text, "needs-your-eye")[stem] == doubt


def test_a_name_of_two_sentences_needs_them_in_one_paragraph() -> None:
    text = "Rivers carry away sand and mud from their own banks day after day.\n\nThis process is known as erosion."
    assert not [stem for stem in drafted(text) if "known as" in stem]


def test_a_term_that_the_title_holds_is_for_the_eye_and_the_title_itself_is_not_asked() -> None:
    text = "Osmosis refers to the movement of water through a membrane that holds back salt."
    stem = "What term refers to the movement of water through a membrane that holds back salt?"
    assert drafted(text)[stem] == "osmosis"
    assert drafted(text, "needs-your-eye", "Osmosis in plant cells")[stem] == "osmosis"
    assert stem not in drafted(text, "needs-your-eye", "Osmosis") | drafted(text, "ready", "Osmosis")


def test_years_before_and_after_our_era_are_asked_with_others_as_round() -> None:
    read = read_document(b"The town of Rhodes was founded in 408 BC. It was struck by Titus in AD 70.", "text.txt")
    rows = draft([DraftDocument("text", "Towns", read)], title="Towns").questions
    asked = {row.stem: row.content for row in rows if row.stem.startswith("The town of Rhodes was founded in ____ BC")}
    kinds = {type(content) for content in asked.values()}
    assert kinds <= {Choice, Cloze}
    assert {key_text(content) for content in asked.values()} == {"408"}


def test_the_last_of_a_list_of_names_is_asked_with_the_others_shown() -> None:
    text = (
        "Martin Berg met Anna Lund in 1901. John Holm died in 1910. "
        "In 1903, the Fern Prize was given to Emma Falk, Anna Lund and Peter Dahl."
    )
    assert drafted(text)["In 1903, the Fern Prize was given to Emma Falk, Anna Lund and ____."] == "Peter Dahl"


def test_examples_and_parts_of_names_are_no_list() -> None:
    text = "In 1903, people such as Emma Falk and Peter Dahl left. The Word and Image Library opened in 1904."
    asked = drafted(text) | drafted(text, "needs-your-eye")
    assert not [stem for stem in asked if "Falk and ____" in stem or "Word and ____" in stem]


@pytest.mark.parametrize(
    ("sentence", "stem", "key"),
    [
        (
            "Trade is free in a coastal republic such as Ragusa.",
            "Which example of a coastal republic does the document name?",
            "Ragusa",
        ),
        (
            "Ragusa is an example of a coastal republic.",
            "Which example of a coastal republic does the document name?",
            "Ragusa",
        ),
        (
            "The salt came from Italian harbours like Ragusa and Zadar.",
            "What is one of the Italian harbours that the document names?",
            "Ragusa",
        ),
    ],
)
def test_the_example_of_a_class_is_asked_and_others_may_stand_elsewhere(sentence: str, stem: str, key: str) -> None:
    assert drafted(sentence, "needs-your-eye")[stem] == key


def test_what_a_thing_is_like_is_no_example() -> None:
    text = "The salt looked like Ragusa glass. He liked harbours like a child. It is an example of Ragusa."
    assert not [stem for stem in drafted(text) | drafted(text, "needs-your-eye") if "the document name" in stem]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        ("Since 1983, Anna Lund has run the Fern Mill.", "Since ____, Anna Lund has run the Fern Mill.", "1983"),
        (
            "Anna Lund left after the Fern Exhibition of 1851.",
            "Anna Lund left after the Fern Exhibition of ____.",
            "1851",
        ),
        ("The Fern Gallery closed 2 May 1900.", "The Fern Gallery closed ____.", "2 May 1900"),
    ],
)
def test_a_year_is_asked_that_another_word_than_in_binds(text: str, stem: str, key: str) -> None:
    assert drafted(text + OTHERS)[stem] == key


def test_games_of_every_fourth_year_have_wrong_years_as_far_apart() -> None:
    others = " The Fern Mill holds 40 looms. The Holm Mill holds 52 looms. The Falk Mill holds 73 looms."
    read = read_document(f"Lund won two prizes at the 2004 Olympics.{others}".encode(), "text.txt")
    rows = draft([DraftDocument("text", "Prizes", read)], title="Prizes").questions
    (options,) = [row.content.options for row in rows if isinstance(row.content, Choice) and "____ Olymp" in row.stem]
    assert sorted(option.text for option in options) == ["1996", "2000", "2004", "2008"]


@pytest.mark.parametrize("text", ["After 1983, Anna Lund ran the mill.", "By 1983, Anna Lund ran the mill."])
def test_a_year_of_which_others_are_true_too_is_not_asked(text: str) -> None:
    assert "1983" not in drafted(text).values()
