"""Slips of the source that a question would copy: a careful editor would mend them."""

import re
from collections.abc import Iterator

from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.syntax import Syntax

_TITLES = "Bishop|Archbishop|King|Queen|Pope|Emperor|President|Captain|General"
_SLIPS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a capital is missing", re.compile(r"\b(?:north|south|east|west) (?:Indies|Africa|America|Korea|Germany|Pole)\b")),
    ("'one other' stands for 'one another'", re.compile(r"\b(?:\w+ing|meet|touch|face|from|to|with) one other\b[.,]")),
    ("'Apart for' stands for 'Apart from'", re.compile(r"\b[Aa]part for\b")),
    ("'a' stands before a vowel", re.compile(r"\b[Aa] (?!eu|ewe|one\b|once|uni|us|ut|ur|ubi)[aeiou][a-z]")),
    ("'an' stands before a consonant", re.compile(r"\b[Aa]n (?!h)[b-df-gj-np-tv-z][a-z]{2}")),
    (
        "'the' stands before a title and a name",
        re.compile(rf"\b[Tt]he (?:{_TITLES}) [A-Z][a-z]+\b(?! [A-Z])"),
    ),
    ("'the' is missing before a university", re.compile(r"\b(?:at|from|to|of|in|by) University of\b")),
    (
        "'the' is missing before an institution",
        re.compile(r"\b(?:at|from|to|of|in|by) (?:Royal|National|Imperial|State|Central) [A-Z]\w+ (?:of|for)\b"),
    ),
    ("'the' is missing before a rank", re.compile(r"\bbecame (?:first|second|third|last|only) (?!to\b|and\b|in\b)\w")),
    (
        "a clause lost its subject",
        re.compile(
            r", (?:where|when) (?:then |later |also )?(?:became|took|went|made|met|died|studied|worked|married|got)\b"
        ),
    ),
    (
        "a comma is missing",
        re.compile(r"\b(?:when|that|where) (?:after|despite|following|during) [^,]{5,60}, (?!and\b|or\b)\w"),
    ),
    (
        "two sentences are joined by a comma",
        re.compile(
            r"^(?!(?:As|When|If|While|Al?though|Though|Because|Since|After|Before|Once|Unless|Until|Where|Even|Despite|In|On"
            r"|At|By|With|During|From|For|Under|Over|To|According|Like|Unlike|Among|Through|Upon|Within|\w+(?:ed|ing))\b)"
            r"[^,]{12,}, (?:it|he|she|they|this|there) (?:is|was|are|were|has|had|will)\b"
        ),
    ),
    (
        "a short form is too easy-going",
        re.compile(
            r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]ho|[Tt]here)[’'](?:d|ll|ve|re)\b"
            r"|\w[’']s (?:nearly|been|not|going|still|a)\b"
        ),
    ),
    ("'in' stands for 'on'", re.compile(r"\bin the (?:[£$€]\w+ )?(?:banknote|note|coin|stamp|cover)s?\b")),
    ("a word is cut short", re.compile(r"\b(?:vols|incl|approx|viz|esp|resp)\.|&c\b")),
    (
        "a comma stands alone",
        re.compile(
            r"^[^,]{3,60}, (?:(?:named|called|known as|in) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|of [a-z]+)"
            r" (?:is|was|are|were|has|had|opened|closed|became|began)\b"
        ),
    ),
    (
        "it does not say to whom",
        re.compile(r"\b(?:gave|donated|handed|bequeathed) the (?!(?:.*? )?(?:to|for|up|away|back|way|name)\b)"),
    ),
    (
        "a comma parts what was done from who did it",
        re.compile(r"\b(?:was|were) \w+(?:ed|en|wn|lt|nt|de|ne|ht) (?:in|on|at) [^,]{3,25}, by (?:the )?[A-Z]"),
    ),
    ("a word is said twice", re.compile(r"\b([a-z]{4,})(?: (?:the )?[A-Z][\w.’'-]*)+,? \1(?:ing|ed)\b")),
    ("'insure' stands for 'ensure'", re.compile(r"\binsur(?:ed?|ing) that\b")),
    (
        "a comma is missing before 'who'",
        re.compile(r"\b(?:by|under|of|to|with) [A-Z]\w+(?: [A-Z]\w+)+ who (?:had |was |later )?[a-z]+\b"),
    ),
)  # fmt: skip
_COUNTED_AS_ONE = re.compile(r"(?:ics|news|means|series|species|headquarters|works|barracks)$")
_MANY = frozenset({"were", "are", "have"})
_ONE = frozenset({"was", "is", "has"})
_GROUPS = frozenset(
    {"majority", "number", "variety", "couple", "pair", "staff", "police", "team", "group", "rest", "family", "range"}
    | {"minority", "total", "percent", "half", "crew", "band", "lot", "handful", "series", "none", "all"}
)


def slips(statement: Statement) -> Iterator[str]:
    """Yield what a careful editor would mend in a statement."""
    for name, pattern in _SLIPS:
        if pattern.search(statement.text):
            yield name
    if _disagrees(statement.syntax):
        yield "the verb does not fit its subject"


def _disagrees(syntax: Syntax) -> bool:
    """Say whether the main verb is plural with one plain subject, or singular with several."""
    root = syntax.root()
    subjects = syntax.children(root, "nsubj", "nsubj:pass")
    if len(subjects) != 1 or subjects[0] > root or syntax.children(subjects[0], "conj", "nummod", "acl:relcl"):
        return False
    subject = subjects[0]
    helpers = [k for k in syntax.children(root, "aux", "aux:pass", "cop") if k > subject]
    verb = syntax.word(min([*helpers, root]))
    word, tag = syntax.word(subject), syntax.tags[subject]
    if tag == "NNS":
        return verb in _ONE and not _COUNTED_AS_ONE.search(word)
    joined = any(syntax.word(k) in {"of", "and", "or", "if"} for k in range(subject + 1))
    after = syntax.word(subject + 1) == "of"
    return tag == "NN" and verb in _MANY and word not in _GROUPS and not joined and not after
