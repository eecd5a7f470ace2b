"""What must hold of a draft that no teacher needs to look at: it leans on nothing, and its options rule nothing out."""

from collections import Counter

import pytest

from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.generation.extraction.definites import is_the_one
from quizapp.core.kinds import Choice, QuestionDraft, key_text
from quizapp.core.reading.document import read_document


def drafted(text: str, title: str = "The town of Marlow") -> tuple[QuestionDraft, ...]:
    read = read_document(text.encode(), "marlow.txt")
    return draft([DraftDocument("marlow", title, read)], title=title).questions


def ready(text: str, title: str = "The town of Marlow") -> list[str]:
    return [row.stem for row in drafted(text, title) if row.tier == "ready"]


def options(text: str, key: str) -> list[str]:
    contents = (row.content for row in drafted(text) if key_text(row.content) == key)
    return [option.text for content in contents if isinstance(content, Choice) for option in content.options]


@pytest.mark.parametrize(
    "text",
    [
        "Carlo Rossi sold the mill of Marlow in return, and left for Turin in 1835.",
        "In June, Carlo Rossi came home to Marlow with 40 men.",
        "In 1835 Carlo Rossi sent 40 men to Oxford as well.",
        "In 1835 Carlo Rossi made a more formal agreement with Anna Neri.",
        "In 1835, Carlo Rossi, with his friend Anna Neri, formed a company from it.",
        "Little progress was made until 1835, when Carlo Rossi came to Marlow.",
        "The Corbet product, named Oldgate was launched in Turin in 1835 in a joint venture with Anna Neri.",
    ],
)
def test_what_leans_on_its_neighbours_is_for_the_eye(text: str) -> None:
    assert ready(text) == []


def test_what_only_looks_back_is_cut_but_not_in_somebodys_words() -> None:
    assert "____ built a mill in Marlow in 1835." in ready("Carlo Rossi also built a mill in Marlow in 1835.")
    quoted = 'In 1835 Carlo Rossi of Marlow said, "We also built two mills in Oxford and in Turin."'
    assert not [row.stem for row in drafted(quoted) if "We built" in row.stem]


def test_one_of_several_is_not_the_one_the_document_is_about() -> None:
    assert not is_the_one("store", Counter({"store": 12, "the store": 3, "a store": 5, "stores": 4}))
    assert is_the_one("plague", Counter({"plague": 12, "the plague": 4, "a plague": 1}))


def test_wrong_dates_keep_to_the_order_their_sentence_tells() -> None:
    text = "In March 2015 Carlo Rossi came to Rome. "
    text += "In November 2015, Marlow ended its contract with Oxford and in April 2016 hired Anna Neri of Turin."
    found = options(text, "April 2016")
    assert found
    assert "March 2015" not in found


def test_wrong_numbers_keep_to_the_order_their_sentence_tells() -> None:
    text = "Marlow, with 53 mills, is the biggest market of Carlo Rossi, followed by Oxford, with 50 mills."
    assert all(int(option) <= 53 for option in options(text, "50"))


def test_names_the_document_never_speaks_of_are_no_ready_options() -> None:
    text = "In 1835 the merchant Carlo Rossi moved his bank to the Netherlands."
    found = [row for row in drafted(text) if key_text(row.content) == "the Netherlands"]
    assert found
    assert not [row for row in found if row.kind == "choice" and row.tier == "ready"]


def test_no_hero_of_films_stands_among_those_who_lived() -> None:
    text = (
        "Carlo Rossi sold a mill in 1830. Anna Neri saw a James Bond film in 1990. John Milton died in 1835. "
        "In 1840 the bank of Marlow was founded by Paul Corbet. Mark Norton built a mill in 1850."
    )
    assert options(text, "Paul Corbet")
    assert "James Bond" not in options(text, "Paul Corbet")


def test_what_an_active_verb_says_is_not_turned_round() -> None:
    text = (
        "In 1835, Carlo Rossi, together with friend Paul Corbet, formed a shared company, after the site of the mill."
    )
    assert not [row.stem for row in drafted(text) if "was formed" in row.stem]
