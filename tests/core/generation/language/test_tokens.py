import pytest

from quizapp.core.generation.language.tokens import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn't go.", ["He", "did", "n't", "go", "."]),
        ("Warsaw's first", ["Warsaw", "'s", "first"]),
        ("In 1,000 U.S. cities", ["In", "1,000", "U.S.", "cities"]),
        ("J. R. R. Tolkien", ["J.", "R.", "R.", "Tolkien"]),
        ("5% of $3.5 million", ["5", "%", "of", "$", "3.5", "million"]),
        ("a well-known V&A piece", ["a", "well", "-", "known", "V&A", "piece"]),
    ],
)
def test_words_are_split_as_in_the_treebank(text: str, words: list[str]) -> None:
    assert [token.text for token in split_words(text)] == words


def test_each_word_knows_its_place() -> None:
    text = "On 4 April 1949, NATO was formed."
    assert all(text[token.start : token.end] == token.text for token in split_words(text))
