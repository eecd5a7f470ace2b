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
_BARE_SPAN = re.compile(r"\b(\d{3,4}) to (\d{3,4})\b")
NARROW = 2
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "dozen"})
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
    if _is_said_again(mention.text, rest) or _ends_a_range(statement, mention) or _is_the_rest(statement, mention):
        return True
    title = spans_of(" ".join(setting.title).replace("-", " to ").replace("–", " to "), bare=True)
    if after.startswith((" years", " year")) and value in title:
        return True
    return _is_listed(value, after) or (after.startswith((" years", " year")) and value in spans_of(statement.text))


def _is_said_again(text: str, rest: str) -> bool:
    """Say whether 'a million more' follows 'one million', and so gives it away."""
    scale = text.split()[-1]
    return scale in _SCALES and bool(re.search(rf"\b(?:a|another) {scale}(?: more)?\b", rest))


def _ends_a_range(statement: Statement, mention: Mention) -> bool:
    """Say whether a small number is one end of a narrow range, as in 'ten to eleven squadrons'."""
    others = [m for m in statement.mentions if m.sort == "number" and m is not mention]
    for other in others:
        first, last = sorted((mention, other), key=lambda m: m.start)
        joined = statement.text[first.end : last.start].strip(" ") in {"to", "or", "-", "–"}
        if joined and abs(Decimal(mention.value) - Decimal(other.value)) <= NARROW:
            return True
    return False


def _is_the_rest(statement: Statement, mention: Mention) -> bool:
    """Say whether a share is what the others leave of a hundred percent."""
    shares = [Decimal(m.value) for m in statement.mentions if m.subsort == "percent"]
    return mention.subsort == "percent" and len(shares) > 1 and abs(sum(shares, Decimal(-100))) <= NARROW


def _is_listed(value: Decimal, after: str) -> bool:
    """Say whether as many things as the number says are named right behind it."""
    match = _OPENED.match(after)
    if not 2 <= value <= 6 or not match or match.group().rstrip()[-1] not in ",:–":
        return False
    named = re.match(rf"{_ITEM}(?:, {_ITEM})*,? and {_ITEM}", after[match.end() :])
    return named is not None and len(re.split(r",? and |, ", named.group())) == value


def spans_of(text: str, *, bare: bool = False) -> list[Decimal]:
    """Return how many years lie in each span of years that a text gives; bare ones need no 'from'."""
    spans = (_BARE_SPAN if bare else _SPAN).finditer(text)
    return [Decimal(abs(int(match.groups()[-1]) - int(match.groups()[-2]))) for match in spans]


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
