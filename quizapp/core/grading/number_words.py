"""Numbers written in words, among other words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .word_lists import listed

UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
} | {"fourty": 40}
ORDINAL_UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        1,
    )
}
ORDINAL_TENS = {f"{word[:-1]}ieth": value for word, value in TENS.items()}
SMALL = UNITS.keys() | TENS.keys() | ORDINAL_UNITS.keys() | ORDINAL_TENS.keys()
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@dataclass(slots=True)
class Phrase:
    """A number as it grows word by word: "two", "two hundred", "two hundred and five"."""

    done: Decimal = Decimal(0)
    group: Decimal | None = None
    scale: int = 10**15
    last: str = ""
    ordinal: bool = False

    def take(self, word: str) -> bool:
        """Take the next word if the number can go on with it."""
        if self.ordinal:
            return False
        return self.take_unit(word) or self.take_tens(word) or self.take_hundred(word) or self.take_scale(word)

    def take_unit(self, word: str) -> bool:
        """Take "five" or "fifth", alone or after tens, hundreds or a scale."""
        value = UNITS.get(word, ORDINAL_UNITS.get(word))
        if value is None or self.last not in {"", "tens", "hundred", "scale"}:
            return False
        if self.last == "tens" and not 1 <= value <= 9:
            return False
        self.ordinal = word not in UNITS
        self.group, self.last = (self.group or Decimal(0)) + value, "unit"
        return True

    def take_tens(self, word: str) -> bool:
        """Take "twenty" or "twentieth", alone or after hundreds or a scale."""
        value = TENS.get(word, ORDINAL_TENS.get(word))
        if value is None or self.last not in {"", "hundred", "scale"}:
            return False
        self.ordinal = word not in TENS
        self.group, self.last = (self.group or Decimal(0)) + value, "tens"
        return True

    def take_hundred(self, word: str) -> bool:
        """Take "hundred" alone or after a number below a hundred."""
        if word not in {"hundred", "hundredth"} or self.last not in {"", "unit", "tens", "digits"}:
            return False
        if self.group is not None and self.group >= 100:
            return False
        self.ordinal = word == "hundredth"
        self.group, self.last = (self.group if self.group is not None else Decimal(1)) * 100, "hundred"
        return True

    def take_scale(self, word: str) -> bool:
        """Take "thousand" and above, each smaller than the one before."""
        scale = SCALES.get(word)
        if scale is None or scale >= self.scale or (self.last == "scale"):
            return False
        self.done += (self.group if self.group is not None else Decimal(1)) * scale
        self.group, self.scale, self.last = None, scale, "scale"
        return True

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.done + (self.group or Decimal(0))


def digits(value: Decimal) -> str:
    """The number in plain figures without needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ordinal_digits(word: str) -> str | None:
    """The figures of "4th" or "1st"."""
    return word[:-2] if word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdecimal() else None


def is_figure(word: str) -> bool:
    """Whether the word is a plain number in figures."""
    return word.replace(".", "", 1).isdecimal() and word[0] != "." and word[-1] != "."


def read_phrase(words: list[str], start: int) -> tuple[Phrase, int]:
    """The longest number that begins at this word, and how many words it takes."""
    phrase, place = Phrase(), start
    if is_figure(words[start]):
        phrase.group, phrase.last, place = Decimal(words[start]), "digits", start + 1
    while place < len(words):
        joins = phrase.last in {"hundred", "scale"} and place + 1 < len(words) and words[place + 1] in SMALL
        here = place + 1 if words[place] == "and" and joins else place
        if not phrase.take(words[here]):
            break
        place = here + 1
    return phrase, place - start


def merge_numbers(words: list[str]) -> list[str]:
    """The words with each number in figures: "twenty first" becomes "21th", "two million" "2000000"."""
    merged: list[str] = []
    place = 0
    while place < len(words):
        phrase, used = read_phrase(words, place)
        if used > 1 or (used == 1 and not is_figure(words[place])):
            merged.append(digits(phrase.value) + ("th" if phrase.ordinal else ""))
        else:
            figures = ordinal_digits(words[place])
            merged.append(f"{figures}th" if figures else words[place])
        place += max(used, 1)
    return merged
