"""What the rules skip for speed is what a slow search would not find either."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.generation.lint import Sources
from quizapp.core.generation.lint.likeness import ALIKE, near_duplicates
from quizapp.core.generation.lint.words import likeness, stem, telling_words
from quizapp.core.kinds.folding import words_of
from quizapp.core.reading.document import read_document
from tests.core.generation.lint.cases import DOCUMENTS, SOUND

WORDS = st.sampled_from(["amber", "birch", "cedar", "delta", "ember", "fjord", "the", "of"])
STEMS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=8)


@given(STEMS)
def test_near_duplicates_are_all_found(stems: list[str]) -> None:
    drafts = [replace(SOUND, id=f"q-{n}", stem=f"{text}?") for n, text in enumerate(stems)]
    words = [{stem(word) for word in words_of(text)} for text in stems]
    pairs = combinations(range(len(stems)), 2)
    alike = {later for earlier, later in pairs if likeness(words[earlier], words[later]) >= ALIKE}
    found = {finding.question for finding in near_duplicates(drafts, across_kinds=False)}
    assert found == {f"q-{n}" for n in alike}


@given(st.sets(WORDS, min_size=1), st.integers(1, 8), st.lists(st.lists(WORDS, min_size=1).map(" ".join), max_size=6))
def test_sentences_with_enough_words_are_all_found(words: set[str], least: int, lines: list[str]) -> None:
    document = read_document("\n".join(f"{line}." for line in lines).encode() or b".", "x.txt")
    least = min(least, len(words))
    stems = {stem(word) for word in words}
    texts = [document.text[row.start : row.end] for row in document.passages]
    expected = [text for text in texts if len(stems & set(telling_words(text))) >= least]
    assert [row.text for row in Sources({"x": document}).sentences_with(stems, least)] == expected


def test_one_sources_for_many_questions_finds_each_quote_once() -> None:
    sources = Sources(DOCUMENTS)
    assert sources.anchor(SOUND.citations[0]) is sources.anchor(SOUND.citations[0])
    assert sources.quote_problem(SOUND.citations[0]) == ""
    assert sources.latest_year == 1955
