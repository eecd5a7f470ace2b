from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.reading.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


WHOLE = [
    "Dr. J. R. R. Tolkien met Mr. Smith at St. Mary's at 5 p.m. on Jan. 3.",
    "The U.S. Army marched with Gen. George S. Patton Jr. near Washington, D.C. on Sunday.",
    "See e.g. Smith et al. 2015, i.e. the study of approx. 3.5 million people (cf. No. 7).",
    "Norton (c. 1818 – January 8, 1880; d. in S. F., Cal.) was “Emperor. Of all. The States.” until then.",
    'He said: "I came. I saw. I conquered." to the crowd.',
    '"Is it so?" Mr. Jones asked.',
    "“Go away!” she cried.",
    "1. First comes the river.",
    "He paid $3.50 for 1.2 kg at 7.30 in the evening.",
    "The word . . . is missing here.",
    "Vol. 3, pp. 14–15 of the Proc. show it.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


CUT = [
    ["It began in 1949.", "The pact followed."],
    ["He lived in the U.S.", "The war came."],
    ["It happened about 13,000 BP.", "By 9000 BP it was over."],
    ["Vitamin C.", "The rest is known."],
    ["She works at Acme Inc.", "It is large."],
    ["What motivated Moscow?", "What came of it?", "Nobody knows…", "Yet."],
    ["“It is over.”", "Then he left."],
    ['He called it "the end."', "It was not."],
    ["They won.[1][2]", "They lost. [17]", "They drew.:121,154", "So it goes.[citation needed]"],
    ["He lived from then on (see p. 5).", "In 1950 he died."],
    ["日本は島国です。", "東京は首都です。"],
    ["It cost 5 million.", "12 countries paid."],
    ["King Charles V.", "He ruled long."],
    ["That is all, etc.", "Then came more."],
]


@pytest.mark.parametrize("parts", CUT)
def test_sentences_are_cut_where_they_end(parts: list[str]) -> None:
    text = " ".join(parts) if parts[0].isascii() or "。" not in parts[0] else "".join(parts)
    assert sentences(text) == parts


def test_a_list_lead_in_is_a_sentence() -> None:
    assert sentences("It had five members. It was signed by:") == ["It had five members.", "It was signed by:"]


def test_only_the_part_asked_for_is_cut() -> None:
    text = "One. Two. Three."
    assert sentence_spans(text, 5, 9) == [(5, 9)]


def test_a_stray_closing_mark_belongs_to_the_sentence_before() -> None:
    assert sentences('He said so. "') == ['He said so. "']


@given(st.text(alphabet="aB1.!?…\"'“”()[] \n", max_size=80))
def test_spans_are_in_order_and_hold_every_character_but_white_space(text: str) -> None:
    spans = sentence_spans(text)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {n for start, end in spans for n in range(start, end)}
    assert all(text[n].isspace() for n in range(len(text)) if n not in covered)


@pytest.mark.parametrize("name", ["community-article", "sputnik"])
def test_no_sentence_of_the_shipped_documents_ends_within_a_word_or_a_name(name: str) -> None:
    text = (Path("questions/ussr-and-nato/documents") / f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        for sentence in sentences(line):
            assert sentence[0].isupper() or not sentence[0].isalpha() or sentence == line.strip()
