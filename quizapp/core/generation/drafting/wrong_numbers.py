"""Wrong numbers for a choice: of the key's own form and fineness, and on the right side of what rose or fell."""

import re
from decimal import Decimal

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.spread import spread
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.amounts import WORDS
from quizapp.core.generation.mentions.mention import Mention

MOST = 3
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_HALF = Decimal(50)
_ONLY = re.compile(r"\b(?:only|just|merely|as little as)\b")
_FROM_TO = re.compile(r"\bfrom\s+[$£€]?(?P<one>[\d,.]+)\b.*?\bto\s+[$£€]?(?P<other>[\d,.]+)\b")


def wrong_numbers(mention: Mention, setting: Setting, statement: Statement, *, rough: bool) -> list[str]:
    """Return three wrong numbers of the key's own form, none of them a number of the same statement."""
    dice = setting.dice("numbers", statement.place(mention))
    own = {Decimal(m.value) for m in statement.mentions if m.sort == "number"}
    key = Decimal(mention.value)
    lowest, highest = _bounds(mention, statement)
    offers = [value for value in _offers(key, rough=rough) if lowest < value < highest and value not in own]
    dice.shuffle(offers)
    chosen = spread(key, offers, dice, _apart, MOST)
    written = [_written(mention, value) for value in chosen]
    return [text for text in written if text] if len(set(written)) == len(written) else []


def _apart(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) >= max(one, other) * Decimal("0.12")


def _bounds(mention: Mention, statement: Statement) -> tuple[Decimal, Decimal]:
    """Return what a wrong number must lie between: above 0, below 100 %, and where a rise or fall leaves room."""
    lowest, highest = Decimal(0), Decimal(100) if mention.subsort == "percent" else Decimal(10) ** 30
    if (
        mention.subsort == "percent"
        and Decimal(mention.value) < _HALF
        and _ONLY.search(statement.text[: mention.start])
    ):
        return lowest, _HALF
    match = _FROM_TO.search(statement.text)
    if (start := _range_start(mention, statement)) is not None:
        return start, highest
    before = [Decimal(m.value) for m in statement.mentions if m.sort == "number" and m.end < mention.start]
    if " followed by " in statement.text or " ahead of " in statement.text:
        after = [Decimal(m.value) for m in statement.mentions if m.sort == "number" and m.start > mention.end]
        return max([*after, lowest]), min([*before, highest])
    if before and statement.text[: mention.start].endswith(("including ", "of whom ", "of which ")):
        return lowest, before[-1]
    words = {statement.syntax.word(i) for i in range(len(statement.syntax))}
    rises, falls = bool(words & word_list("rises")), bool(words & word_list("falls"))
    if not match or rises == falls:
        return lowest, highest
    ends = [
        Decimal(m.value)
        for m in statement.mentions
        if m.sort == "number" and m.start in (match.start("one"), match.start("other"))
    ]
    if len(ends) == 2 and mention.start in (match.start("one"), match.start("other")):
        first = mention.start == match.start("one")
        fixed = ends[1] if first else ends[0]
        return (lowest, fixed) if first == rises else (fixed, highest)
    return lowest, highest


def _range_start(mention: Mention, statement: Statement) -> Decimal | None:
    """Return the number before 'to' where the key ends a range, as in 'six to nine percent'."""
    before = [m for m in statement.mentions if m.sort == "number" and m.end < mention.start]
    joined = before and statement.text[before[-1].end : mention.start].strip() == "to"
    return Decimal(before[-1].value) if joined else None


def _offers(key: Decimal, *, rough: bool) -> list[Decimal]:
    if key == int(key) and key <= 20:
        return [key + step for step in range(-5, 6) if step and key + step >= 2]
    exact = ("0.5", "0.6", "0.7", "0.8", "1.25", "1.4", "1.5", "1.75", "2")
    factors = ("0.4", "0.5", "0.6", "1.5", "1.8", "2", "2.5") if rough else exact
    return list(dict.fromkeys(_rounded(key * Decimal(factor), key) for factor in factors))


def _rounded(value: Decimal, key: Decimal) -> Decimal:
    """Round a number as finely as the key is written."""
    exponent = key.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent))
    while value >= step * 10 and key < step * 10:
        step *= 10
    result = (value / step).to_integral_value() * step
    return result.normalize() if result == result.to_integral_value() else result


def _written(mention: Mention, value: Decimal) -> str:
    """Write a number as the key is written: in words, with commas, with its scale."""
    text = mention.text
    scale = next(
        (name for name in ("hundred", "thousand", "million", "billion", "trillion") if text.endswith(" " + name)), ""
    )
    if scale:
        value = value / Decimal(10 ** _SCALES[scale])
    if text[0].isalpha():
        names = {number: word for word, number in WORDS.items()}
        if value != int(value) or int(value) not in names:
            return ""
        word = names[int(value)]
        written = word.capitalize() if text[0].isupper() else word
    else:
        written = f"{value:,f}" if "," in text or value >= 10000 else f"{value:f}"
    return f"{written} {scale}".strip()
