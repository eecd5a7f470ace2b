"""What two writings of one answer have in common: case, accents, punctuation and spaces folded away."""

from __future__ import annotations

import re
import unicodedata

LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "&": " and "}
)
SIGNS = str.maketrans({"%": " percent ", "°": " degrees ", "\u2212": "-", "\u2044": "/"})
# Accents of the alphabets that are written without them too. The vowel signs of other scripts are letters, and stay.
ACCENTS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
APOSTROPHES = "'\u2018\u2019\u02bc`\u00b4"
POSSESSIVE = re.compile(rf"(?<=[^\W\d_])[{APOSTROPHES}]s(?!\w)")
APOSTROPHE = re.compile(rf"(?<=\w)[{APOSTROPHES}](?=\w)")
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,]\d{3})+(?![\d,])")
INITIALS = re.compile(r"(?:\b[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros"}
CURRENCY_WORDS: dict[int, str] = {ord(sign): f" {word} " for sign, word in CURRENCIES.items()}
MONEY = re.compile(r"([$£€])\s*(\d[\d.,]*(?:\s+(?:thousand|million|billion|trillion)\b)?)")
LETTER_NAME = re.compile(r"(?<!\w)(an?)-(?=\w)")  # the A of "A-bomb" is no article
AFTER_THESE = frozenset({"of", "in", "as", "to", "for", "with", "by", "on", "at", "from", "is", "was", "and", "or"})


def plain(text: str) -> str:
    """Lower case without accents, and signs such as `&` and `%` as words; punctuation stays."""
    folded = unicodedata.normalize("NFKD", UNSEEN.sub("", text).casefold().translate(LETTERS))
    return unicodedata.normalize("NFC", ACCENTS.sub("", folded)).translate(LETTERS).translate(SIGNS)


def is_part_of_word(text: str, place: int) -> bool:
    """Whether the character belongs to a word: a letter, a digit, the point in 3.5, the signs in C++ and -5."""
    letter, before, after = text[place], text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    if letter == ".":
        return before.isdigit() and after.isdigit()
    if letter in "+#":
        return before.isalnum() or before == "+"
    if letter == "-":
        return not text[:place].strip() and after.isdigit()
    return unicodedata.category(letter)[0] in "LNM"


def words_of(text: str) -> list[str]:
    """The folded words of a text, articles and all."""
    joined = APOSTROPHE.sub("", POSSESSIVE.sub("", plain(text)))
    joined = LETTER_NAME.sub(r"\1", joined)
    joined = THOUSANDS.sub(lambda found: re.sub("[ ,]", "", found[0]), joined)
    joined = MONEY.sub(lambda found: f"{found[2]} {CURRENCIES[found[1]]} ", joined)
    joined = INITIALS.sub(lambda found: found[0].replace(".", "") + " ", joined)
    joined = joined.translate(CURRENCY_WORDS)
    # A letter or a digit is always part of a word, a space never: only signs need a look at their neighbours.
    spaced = "".join(
        letter if letter.isalnum() or (letter != " " and is_part_of_word(joined, place)) else " "
        for place, letter in enumerate(joined)
    )
    return re.sub(r"\bper cent\b", "percent", spaced).split()


def is_article(words: list[str], place: int) -> bool:
    """Whether the word only introduces the next one; the A of "Vitamin A" or "Group A" does not."""
    if words[place] == "the":
        return True
    if words[place] not in {"a", "an"} or place == len(words) - 1:
        return False
    return place == 0 or words[place - 1] in AFTER_THESE


def content_words(text: str) -> list[str]:
    """The folded words of a text without its articles."""
    words = words_of(text)
    return [word for place, word in enumerate(words) if not is_article(words, place)] or words


def fold(text: str) -> str:
    """The text as it is compared: folded words without articles, one space between."""
    return " ".join(content_words(text))


def repeated(texts: list[str]) -> list[str]:
    """The texts that say again what an earlier one says."""
    seen: set[str] = set()
    again = []
    for text in texts:
        folded = fold(text) or text.strip()
        if folded in seen:
            again.append(text)
        seen.add(folded)
    return again


def text_problems(what: str, texts: list[str]) -> list[str]:
    """Sentences for texts of a list that are empty or say the same."""
    found = [f"{what} {number} is empty." for number, text in enumerate(texts, 1) if not text.strip()]
    again = repeated([text for text in texts if text.strip()])
    return found + [f"{what} “{text}” stands there twice." for text in again]
