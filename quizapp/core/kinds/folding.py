"""What two writings of one answer have in common: case, accents, punctuation and spaces folded away."""

from __future__ import annotations

import re
import unicodedata

ARTICLES = frozenset({"the", "a", "an"})
LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "&": " and "}
)


def plain(text: str) -> str:
    """Lower case without accents, and `&` as a word; punctuation stays."""
    folded = unicodedata.normalize("NFKD", text.translate(LETTERS).casefold())
    bare = "".join(letter for letter in folded if unicodedata.category(letter)[0] != "M")
    return bare.translate(LETTERS)


def words_of(text: str) -> list[str]:
    """The folded words of a text, articles and all."""
    joined = re.sub(r"(?<=\w)['\u2018\u2019\u02bc`\u00b4](?=\w)", "", plain(text))
    dotted = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda found: found[0].replace(".", "") + " ", joined + " ")
    return re.findall(r"[^\W_]+", dotted)


def fold(text: str) -> str:
    """The text as it is compared: folded words without articles, one space between."""
    words = words_of(text)
    return " ".join([word for word in words if word not in ARTICLES] or words)


def repeated(texts: list[str]) -> list[str]:
    """The texts that say again what an earlier one says."""
    seen: set[str] = set()
    again = []
    for text in texts:
        if fold(text) in seen:
            again.append(text)
        seen.add(fold(text))
    return again


def text_problems(what: str, texts: list[str]) -> list[str]:
    """Sentences for texts of a list that are empty or say the same."""
    found = [f"{what} {number} is empty." for number, text in enumerate(texts, 1) if not text.strip()]
    return found + [
        f"{what} “{text}” stands there twice." for text in repeated([text for text in texts if text.strip()])
    ]
