"""The trained weights, read once from the package."""

import gzip
import json
from functools import cache
from importlib.resources import files
from typing import Any

from quizapp.core.generation.language.labeller import Labeller
from quizapp.core.generation.language.parser import Parser
from quizapp.core.generation.language.tagger import Tagger


@cache
def _english() -> dict[str, Any]:
    packed = files("quizapp.core.generation.data").joinpath("english.json.gz").read_bytes()
    data: dict[str, Any] = json.loads(gzip.decompress(packed))
    return data


@cache
def load_english() -> tuple[Tagger, Parser, Labeller]:
    """Return the tagger, parser and labeller for English, loaded on first use."""
    data = _english()
    return (
        Tagger(data["tag_weights"], data["certain"], data["tags"]),
        Parser(data["move_weights"]),
        Labeller(data["label_weights"], data["labels"]),
    )


def is_common(word: str) -> bool:
    """Say whether a word in small letters was seen in training: such a word may lose its capital."""
    return word[1:] == word[1:].lower() and "w" + word.lower() in _english()["tag_weights"]


@cache
def verb_bases() -> frozenset[str]:
    """Return the base forms of the verbs known."""
    return frozenset(_english()["bases"])
