import textwrap

import pytest

from quizapp.core.reading.joining import join_lines, words_in
from quizapp.core.reading.wrapping import unwrap

PARAGRAPHS = [
    "The river begins in the Swiss Alps and flows through six countries before it reaches the North Sea near the town"
    " of Rotterdam, where ships from all over the world are loaded and unloaded by day and by night.",
    "It was a border of the Roman Empire for four centuries, and traders have used it ever since; the wine of its"
    " slopes was carried down to the sea in barrels, and the herring of the coast was carried up again.",
]


def test_text_wrapped_to_a_width_becomes_one_line_for_each_paragraph() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert wrapped.count("\n") > 4
    assert unwrap(wrapped) == "\n\n".join(PARAGRAPHS)


def test_lists_and_headings_in_wrapped_text_stay_lines() -> None:
    wrapped = (
        "The Rhine\n\n"
        + textwrap.fill(PARAGRAPHS[0], 66)
        + "\nCities:\n- Basel\n- Bonn\n\n"
        + textwrap.fill(PARAGRAPHS[1], 66)
    )
    assert unwrap(wrapped) == f"The Rhine\n\n{PARAGRAPHS[0]}\nCities:\n- Basel\n- Bonn\n\n{PARAGRAPHS[1]}"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS * 3),
        "Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the"
        " darling buds of May,\nAnd summer’s lease hath all too short a date;",
        "Joseph Bech, Luxembourgish Minister of Foreign Affairs\nGaston Eyskens, Belgian Minister of Finance\nErnest"
        " Bevin, Secretary of State for Foreign Affairs\nRobert Als, Envoy of Luxembourg in Brussels, the capital",
        "one line",
        "",
    ],
)
def test_lines_that_were_never_wrapped_stay(text: str) -> None:
    assert unwrap(text) == text


KNOWN = words_in(
    ["The treatment by UNESCO was low-cost, well-known and the cooperation good.", "They cooper-", "ated then."]
)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["a good treat-", "ment of it"], "a good treatment of it"),
        (["it was well-", "known then"], "it was well-known then"),
        (["a low-", "cost way"], "a low-cost way"),
        (["by UN-", "ESCO in"], "by UNESCO in"),
        (["an Anglo-", "Saxon king"], "an Anglo-Saxon king"),
        (["from 1914-", "18 there"], "from 1914-18 there"),
        (["so he said -", "and left"], "so he said - and left"),
        (["a self-", "made man"], "a self-made man"),
        (["a beau\u00ad", "tiful day"], "a beautiful day"),
        (["and/", "or it"], "and/or it"),
        (["日本は", "島国"], "日本は島国"),
        (["plain", "words", "here"], "plain words here"),
    ],
)
def test_a_word_cut_at_a_lines_end_is_healed(lines: list[str], joined: str) -> None:
    assert join_lines(lines, KNOWN) == joined


def test_the_halves_of_cut_words_are_not_taken_for_words() -> None:
    assert "cooper" not in KNOWN
    assert "well-known" in KNOWN
