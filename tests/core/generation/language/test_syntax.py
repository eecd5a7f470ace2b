import pytest

from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.language.verbs import base_of


def test_a_plain_sentence_has_its_subject_verb_and_time() -> None:
    syntax = parse_sentence("The treaty was signed in Brussels in 1948.")
    root = syntax.root()
    assert syntax.word(root) == "signed"
    assert [syntax.word(k) for k in syntax.children(root, "nsubj:pass")] == ["treaty"]
    assert sorted(syntax.word(k) for k in syntax.children(root, "obl")) == ["1948", "brussels"]


def test_a_sentence_without_finite_verb_gets_one() -> None:
    syntax = parse_sentence("The plague of 1577 killed 50,000 in Venice, almost a third of the population.")
    assert "VBD" in {syntax.tags[k] for k in range(len(syntax)) if syntax.word(k) == "killed"}


def test_the_same_text_is_read_the_same() -> None:
    assert parse_sentence("Byron wrote to Hobhouse.") == parse_sentence("Byron wrote to Hobhouse.")


@pytest.mark.parametrize(
    ("past", "base"),
    [
        ("founded", "found"),
        ("found", "find"),
        ("moved", "move"),
        ("stopped", "stop"),
        ("carried", "carry"),
        ("xqzt", ""),
    ],
)
def test_the_base_of_a_past_form(past: str, base: str) -> None:
    assert base_of(past) == base
