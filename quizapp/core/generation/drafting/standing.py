"""Whether a statement stands by itself for someone who sees only the quiz's title and the question."""

import re
from collections import Counter
from collections.abc import Iterator

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.definites import bare_definites, is_the_one
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.mentions.gazetteer import given_names, known_people, nationalities, places
from quizapp.core.generation.mentions.roster import BROUGHT_IN, KINDRED

_NOUNS = frozenset({"NN", "NNS"})
_MEASURED = frozenset(
    {"speed", "speeds", "temperature", "temperatures", "price", "prices", "value", "values", "size", "sizes", "weight"}
)
_MORE = re.compile(
    r"(?<!\band )\b(?:another|an additional|a further) (?:[$£€]?\d|(?:two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)\b)"
)
_WORN = re.compile(
    r",? though,|(?<!to the )\bpresent day\b|\bto this day\b|\bas (?:mentioned|noted|stated|described)\b"
)
_SOON = re.compile(r"\bsoon\b(?! (?:after|before|as|followed by)\b)", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:Specifically|Namely|Also|Especially|Particularly|Instead|Rather|Similarly|Likewise|Again|Ironically|Significantly"
    r"|Surprisingly|Importantly|More \w+ly,|After all|Worse)\b"
)
_CODE = re.compile(r"\b[A-Z]\d\b")
_PAIR = re.compile(r"\b([Bb]oth|[Tt]he two) (?:of )?(?:the |these |his |her |their )?([a-z]+s)\b")
_NAMED_PAIR = re.compile(r"[A-Z][\w.’']* and (?:the )?[A-Z]|[Bb]oth [A-Z]")
_VAGUE = re.compile(r"\bsome (?!of\b|time\b|\d|extent\b|people\b|years\b)((?:[a-z]+ ){0,2}[a-z]+)")
_THERE = re.compile(r"^(?:In|On|By|During|At)[^,]{3,30}, there (?:were|was|are) |^There (?:were|was|are) ")
_WHEN = re.compile(r"\s+(?:in|on|at|by|from|since|until|during) (?:the )?(?:\d|[A-Z][a-z]+ \d|(?:early|late|mid)\b)")
_ASIDE = re.compile(r",\s+(?:which|who|whose|where)\b")
_APPOSED = re.compile(r" of | [A-Z]|’s|'s|[-–]")
_BARE = re.compile(r"\b[Tt]he ([a-z]+)\b")
_WHICH = re.compile(r"'(the [^']+)' is not said to be which")
_FOUND = "invented|patented|devised|pioneered|introduced|discovered|coined|developed|invent|patent|discover|develop"
_SOMEBODY = re.compile(
    r"(?:man|woman|boy|girl|buff|artist|scientist|writer|author|engineer|lawyer|singer|painter|poet)$"
)
# 'Little progress was made until 1886': on what?
_OF_WHAT = re.compile(
    r"(?:(?:In|On|By|During) [^,]{4,30}, )?(?:(?:little|much|some|no|further|slow|rapid|steady) )?"
    r"(?:progress|work|construction|building|production|talks|negotiations|fighting|interest)"
    r" (?:was|were|began|started|resumed|ended|stopped|continued|is|had)\b",
    re.IGNORECASE,
)
_SPANS = frozenset({"year", "month", "decade", "century", "period", "week", "day", "summer", "winter"})
_LANDS = frozenset(
    {"Sahara", "Antarctic", "Arctic", "Alps", "Andes", "Himalayas", "Pacific", "Atlantic", "Mediterranean", "Caribbean"}
    | {"Balkans", "Baltic", "Amazon", "Nile", "Rhine", "Danube", "Vatican", "Kremlin", "Levant", "Caucasus"}
)
_OFTEN, TOPIC, LONGEST_NAME = 4, 12, 40
# What a title commonly names: 'the city' under a city's name is that city.
_KINDS = frozenset({"city", "town", "village", "island", "country", "region", "state", "province", "company", "firm"})


def standing_doubts(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield what a reader of the title and the statement alone would have to ask back."""
    text, syntax = statement.text, statement.syntax
    for pattern in (_MORE, _WORN, _SOON, _LEADING):
        if match := pattern.search(text):
            yield f"'{match.group().strip(' ,')}' depends on the sentence before"
    if (match := _PAIR.search(text)) and not _NAMED_PAIR.search(text):
        yield f"'{match.group()}' is not said to be which"
    if (match := _CODE.search(text)) and match.group() not in setting.title:
        yield f"'{match.group()}' is never spelled out"
    if (match := _VAGUE.search(text)) and syntax_of_one(syntax, match.start(1)):
        yield f"'some {match.group(1)}' is not said to be which"
    if _THERE.search(text) and not any(m.sort not in {"year", "date", "month", "number"} for m in statement.mentions):
        yield "it does not say where"
    yield from _unnamed_things(statement, setting)
    yield from _half_known_things(statement, setting)
    yield from _unnamed_people(statement, setting)
    yield from _short_names(statement, setting)
    if _looks_back(syntax):
        yield "'it' stands for something outside the sentence"
    if _OF_WHAT.match(text) or syntax.word(syntax.root()) in _MEASURED or _is_measure_alone(syntax):
        yield "it does not say of what"


def is_excused(doubt: str, statement: Statement, setting: Setting) -> bool:
    """Say whether 'the N' needs no more said: it was invented there, or a 'by' or an 'of' behind it says which.

    In a text that names no year 'current' is always.
    """
    if doubt.startswith("'current'"):
        return not setting.years()
    match = _WHICH.fullmatch(doubt)
    if not match:
        return False
    if _is_somebody_named(match[1], statement) or _is_the_subject(match[1], statement):
        return True
    phrase = re.escape(match[1])
    behind = rf"\b{phrase} (?:\w+(?:ed|ought|wn|en) by|and (?:the )?\w+ of)\b"
    return bool(re.search(rf"\b(?:{_FOUND}) {phrase}\b|{behind}", statement.text, re.IGNORECASE))


def _is_somebody_named(phrase: str, statement: Statement) -> bool:
    """Say whether 'the history buff' can only be the one person whom the sentence named before it."""
    at = statement.text.lower().find(phrase)
    people = (m for m in statement.mentions if m.sort == "person" or m.text.split()[0] in given_names())
    named = [m for m in people if m.end < at]
    alone = bool(named) and named[-1].end - named[0].start < LONGEST_NAME
    return alone and bool(_SOMEBODY.search(phrase))


def _is_the_subject(phrase: str, statement: Statement) -> bool:
    """Say whether 'the town' can only be the place that the sentence began with, the one place named before it."""
    at = statement.text.lower().find(phrase)
    named = [m for m in statement.mentions if m.end < at and m.sort in {"place", "name", "company", "organisation"}]
    return phrase.removeprefix("the ") in _KINDS and len(named) == 1 and named[0].start == 0


def syntax_of_one(syntax: Syntax, start: int) -> bool:
    """Say whether the words from a place on end in a singular noun: 'some work' is vague, 'some birds' is not."""
    following = [k for k, token in enumerate(syntax.tokens) if token.start >= start]
    run = 0
    while run < len(following) and syntax.tags[following[run]] in _NOUNS | {"JJ"}:
        run += 1
    return run > 0 and syntax.tags[following[run - 1]] == "NN"


def _unnamed_things(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield each 'the N' that only seems to be told apart: by a time, or by an aside that leaves open which it is."""
    text = statement.text
    title = {word.lower().strip(",.:;") for word in setting.title}
    for match in _BARE.finditer(text):
        noun, after = match.group(1), text[match.end() :]
        i = next((k for k, token in enumerate(statement.syntax.tokens) if token.start == match.start(1)), -1)
        if (
            i < 0
            or statement.syntax.tags[i] not in _NOUNS
            or {noun, noun + "s"} & title
            or (noun in _SPANS and not after.startswith(" from "))
        ):
            continue
        if re.search(rf"\b(?:an?|[A-Z]\w+) {noun}\b", text[: match.start()]) or setting.words[noun] >= _OFTEN:
            continue
        if _WHEN.match(after) or _ASIDE.match(after):
            yield f"'{match.group().lower()}' is not said to be which"


def _half_known_things(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield each 'the N' that the document speaks of often, but neither the title nor the whole document is about."""
    title = {word.lower() for word in setting.title}
    for i, phrase, _ in bare_definites(statement.syntax, title, Counter()):
        head = statement.syntax.word(statement.syntax.heads[i])
        topic = setting.words[head] >= (_OFTEN if head in _KINDS else TOPIC) and is_the_one(head, setting.words)
        if not topic and f"'{phrase}' is not said to be which" not in statement.doubts:
            yield f"'{phrase}' is not said to be which"


def _unnamed_people(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield each surname alone whose bearer the document names in full: the reader has not met him."""
    title = {word.strip(",.:;") for word in setting.title}
    for mention in statement.mentions:
        name = mention.text
        if " " in name or mention.sort not in {"person", "name"} or name in title or name in setting.hero.split():
            continue
        before = statement.text[: mention.start].split()[-1:]
        led = bool(before) and before[0][0].isupper() and not before[0].endswith(",") and before[0] != "The"
        if _is_of_a_family(statement, mention.end):
            continue
        if name in {known for group in known_people() for known in group}:
            continue
        if not led and name not in places() and (_is_surname(name, setting) or _is_kin(name, statement, setting)):
            yield f"'{name}' is not said to be who"


def _short_names(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield each 'the Castle' that is short for a longer name of the document."""
    for mention in statement.mentions:
        name = mention.text
        if (
            " " in name
            or name in setting.title
            or _is_of_a_family(statement, mention.end)
            or not statement.text[: mention.start].endswith(("The ", "the "))
        ):
            continue
        if (mention.sort == "place" and name in places()) or name in nationalities() or name in _LANDS:
            continue
        longer = setting.roster.longer.get(name, ())
        short = any(other.endswith(f" {name}") or other.startswith(f"{name} ") for other in longer)
        if short and not _APPOSED.match(statement.text[mention.end :]):
            yield f"'the {name}' is not said to be which"


def _is_of_a_family(statement: Statement, end: int) -> bool:
    """Say whether 'family', 'brothers' or the like follows a name: it is theirs, and whose need not be told."""
    after = statement.text[end:].split()[:1]
    return bool(after) and after[0].rstrip(".,;") in KINDRED


def _is_kin(name: str, statement: Statement, setting: Setting) -> bool:
    """Say whether the document brings somebody in by one name as another's sister or friend: that is who he is."""
    return name in setting.roster.kin and name not in {match[1] for match in BROUGHT_IN.finditer(statement.text)}


def _is_surname(name: str, setting: Setting) -> bool:
    """Say whether the document names somebody in full who bears this last name."""
    longer = setting.roster.longer.get(name, ())
    full = (other for other in longer if other.endswith(" " + name) and not other.startswith("The "))
    return any(setting.roster.sorts.get(other, ("",))[0] == "person" for other in full)


def _looks_back(syntax: Syntax) -> bool:
    """Say whether 'it' is the subject of the main clause though nothing before it has a verb of its own."""
    root = syntax.root()
    subject = next((k for k in syntax.children(root, "nsubj", "nsubj:pass") if syntax.word(k) in {"it", "they"}), -1)
    if subject < 1:
        return False
    if syntax.tags[0] in {"VBN", "VBG", "VBD"}:
        return True
    told = (k for k in range(subject) if syntax.roles[k] in {"nsubj", "nsubj:pass"} and syntax.tags[k][0] == "N")
    return not any(syntax.roles[syntax.heads[k] % len(syntax)] != "acl:relcl" for k in told)


def _is_measure_alone(syntax: Syntax) -> bool:
    """Say whether a bare measure is the subject, as in 'Typical speeds are 30 knots'."""
    subject = next(iter(syntax.children(syntax.root(), "nsubj", "nsubj:pass")), -1)
    if subject < 0 or subject > 3 or syntax.word(subject) not in _MEASURED:
        return False
    return syntax.word(subject + 1) != "of" and not any(syntax.tags[k][:3] == "NNP" for k in range(subject))
