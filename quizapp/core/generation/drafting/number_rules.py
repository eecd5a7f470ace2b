"""When a number must not be asked: its statement or title gives it away, or nobody needs to know it."""

import re
from decimal import Decimal

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.mentions.mention import Mention

# 'two minerals, A and B', 'three sons: A, B and C': whoever counts has the key.
_ITEM = r"(?:[A-Z][\w.’'-]*|[a-z][\w’'-]+)(?: [\w.’'-]+){0,4}"
_OPENED = re.compile(r"(?: [\w’'-]+){1,5}(?:[,:]| –| namely)? ")
_DOUBLES = re.compile(r"\b(?:double|twin|twins|pair|couple|dual|duo|both|half|halves)\b", re.IGNORECASE)
_TRIPLES = re.compile(r"\b(?:triple|trio|triplets|threefold)\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:from|between) (?:[A-Z][a-z]+ )?(\d{3,4}) (?:to|and|until) (?:[A-Z][a-z]+ )?(\d{3,4})")
_MONTHS = re.compile(r"\b[Ff]or (?:about |nearly |some |over )?(?:\d+|[a-z]+|a) (?:months?|weeks|days|half)\b")
_SIZE = re.compile(
    r" (?:feet|foot|ft|inches|inch|in|yards|met(?:er|re)s|m|cm|centimet(?:er|re)s|mm|millimet(?:er|re)s)"
    r" (?:long|wide|high|tall|deep|thick|broad|by|across|square|in (?:length|width|height|depth|diameter))\b"
)


def given_away(statement: Statement, mention: Mention, setting: Setting) -> bool:
    """Say whether a reader can tell a number without having read: by counting, by doubling or by a span of years."""
    value, after = Decimal(mention.value), statement.text[mention.end :]
    rest = statement.text[: mention.start] + after
    if value in {2, 3} and mention.subsort == "count":
        told = f"{rest} {' '.join(setting.title)}"
        if (_DOUBLES if value == 2 else _TRIPLES).search(told):
            return True
    return _is_listed(value, after) or (after.startswith((" years", " year")) and value in spans_of(statement.text))


def _is_listed(value: Decimal, after: str) -> bool:
    """Say whether as many things as the number says are named right behind it."""
    match = _OPENED.match(after)
    if not 2 <= value <= 6 or not match or match.group().rstrip()[-1] not in ",:–":
        return False
    named = re.match(rf"{_ITEM}(?:, {_ITEM})*,? and {_ITEM}", after[match.end() :])
    return named is not None and len(re.split(r",? and |, ", named.group())) == value


def spans_of(text: str) -> list[Decimal]:
    """Return how many years lie in each span of years that a text gives."""
    return [Decimal(abs(int(match[2]) - int(match[1]))) for match in _SPAN.finditer(text)]


def is_span_told(statement: Statement, mention: Mention) -> bool:
    """Say whether a year can be reckoned: the other end of its span stands there with the number of years."""
    match = next((m for m in _SPAN.finditer(statement.text) if m.start() <= mention.start < m.end()), None)
    if match and _MONTHS.search(statement.text):
        return True
    lengths = {Decimal(m.value) for m in statement.mentions if m.sort == "number"}
    return match is not None and bool(lengths & set(spans_of(statement.text)))


def is_bare_measure(statement: Statement, mention: Mention) -> bool:
    """Say whether a number is one side of a thing: '40 feet by 20', 'four inches wide'."""
    return bool(_SIZE.match(statement.text[mention.end :]))
