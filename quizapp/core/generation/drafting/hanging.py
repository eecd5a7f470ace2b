"""What a statement lost when it was cut out, or never told: to whom, what was said, the rest of a title."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.syntax import Syntax

_GIVEN = frozenset(
    {"granted", "awarded", "offered", "promised", "ceded", "denied", "assigned", "conceded", "guaranteed", "entrusted"}
    | {"lent", "bestowed", "conferred", "handed"}
)
_RECIPIENT = re.compile(r"\b(?:to|on|upon|back|for|over|up|down|out)\b")
_SPEAKING = re.compile(
    r"\b(?:yelling|shouting|saying|crying|exclaiming|declaring|announcing|stating|writing|remarking|adding|claiming"
    r"|proclaiming|chanting|asking|replying|reading|whispering|warning|said|yelled|shouted|exclaimed|proclaimed)\.$"
)
_TITLE_GOES_ON = re.compile(r"[\"”’']?(?::| [-–—]) ?(?:The |An? )?[\"“‘]?[A-Z]")
_LAST_NAME = re.compile(r"[A-Z][\w’'-]*[.]?$")
_THEIRS = re.compile(
    r"^(?:With|After|Before|During|Following|Through|By|Despite|Since|On|Upon|In) [^,]*\btheir\b[^,]*,"
)
_KIN = re.compile(r"\b(?:grand)?(?:father|mother|son|daughter|nephew|niece|uncle|aunt)s?\b")
_OF_ELDERS = r"\b(?:grand)?(?:father|mother|son|daughter|nephew|uncle|aunt)(?: of|,)? "
_SHOWN = re.compile(
    r" (?:is|are|was|were) (?:also )?(?:depicted|portrayed|featured|mentioned|shown|listed|included|commemorated"
    r"|honou?red|remembered|buried|represented)\b"
)


def hanging_doubts(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield what is missing at a statement's open end, and whose deed or name it leaves in doubt."""
    if (verb := _given_to_nobody(statement.syntax)) and not _RECIPIENT.search(statement.text.split(verb, 1)[1]):
        yield f"'{verb}' does not say to whom"
    if _SPEAKING.search(statement.text):
        yield "it breaks off before the words that were said"
    if _breaks_a_title(statement, setting):
        yield "it breaks off in the middle of a title"
    if (front := _THEIRS.match(statement.text)) and _is_one(statement, front.end()):
        yield "'their' has nobody to stand for in the sentence"
    if _is_a_namesake(statement, setting):
        yield f"two people are called {setting.hero}"


def is_one_of_those_shown(after: str) -> bool:
    """Say whether a name is told of what is true of several: who else stands on the note or in the book is not said."""
    return bool(_SHOWN.match(after))


def _given_to_nobody(syntax: Syntax) -> str:
    """Return a verb of giving in the active that has a thing but nobody to get it."""
    for k in range(1, len(syntax)):
        if syntax.word(k) in _GIVEN and syntax.tags[k] == "VBD" and not syntax.children(k, "iobj", "aux:pass"):
            things = syntax.children(k, "obj")
            if things and things[0] > k and not syntax.tags[things[0]].startswith(("NNP", "PRP")):
                return syntax.tokens[k].text
    return ""


def _breaks_a_title(statement: Statement, setting: Setting) -> bool:
    """Say whether the source goes on with a colon or a dash behind the name with which a statement ends."""
    name = _LAST_NAME.search(statement.text)
    places = statement.cleaned.places
    if not name or len(places) < 2:
        return False
    end = max(places[-2:]) + (statement.text[-1] != ".")
    return any(_TITLE_GOES_ON.match(setting.text[at : at + 12]) for at in (end, end + 1))


def _is_one(statement: Statement, start: int) -> bool:
    """Say whether the subject behind the phrase in front is a single thing, so that nobody is left for 'their'."""
    syntax = statement.syntax
    subject = next(iter(syntax.children(syntax.root(), "nsubj", "nsubj:pass")), -1)
    if subject < 0 or syntax.tokens[subject].start < start or syntax.tags[subject] not in {"NN", "NNP"}:
        return False
    before = {syntax.tags[k] for k in range(subject) if syntax.tokens[k].start < start}
    return not syntax.children(subject, "conj") and not before & {"NNS", "NNPS"}


def _is_a_namesake(statement: Statement, setting: Setting) -> bool:
    """Say whether an elder of the one the document is about bears the same name, and kin stand in the statement."""
    if not setting.hero or setting.hero not in statement.text or not _KIN.search(statement.text):
        return False
    elder = re.compile(_OF_ELDERS + re.escape(setting.hero) + r"\b")
    return bool(elder.search(setting.text)) and not elder.search(statement.text)
