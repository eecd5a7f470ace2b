"""Words that lean on the sentence before: alone they leave the reader asking 'than what?' or 'which other?'."""

import re
from collections.abc import Iterator, Sequence

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.hygiene import quoted_spans
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.mentions.gazetteer import gender_of

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ANOTHER = re.compile(r"(?<!one )(?<!yet )(?<!and )\b[Aa]nother (?!of\b)[a-z]+")
# What a definition says of any such thing: 'A substitute is a good used in place of another good'.
_GENERAL = re.compile(r"An? [^,.]{3,40} (?:is|are|occurs?|happens?) ")
_LEANING: tuple[re.Pattern[str], ...] = (
    re.compile(r"\b[Ii]n (?:return|turn|response|reply|the end|contrast|exchange|doing so)\b(?! (?:for|to|of|with)\b)"),
    re.compile(r"\b[Oo]n (?:another|one|this|that|other|several|many) occasions?\b"),
    re.compile(r"\b(?:[Aa]s (?:a|one) (?:result|consequence)|[Aa]t (?:this|that|the) (?:time|point|stage))\b(?! of)"),
    re.compile(r"\b[Ff]or (?:this|that) (?:reason|purpose)\b|\b[Dd]ue to this\b|\b[Aa]fter (?:this|that)\b"),
    re.compile(
        r"\b(?:of|in|to|with|from|by|for|at|on|after|before|during|since|until) that (?!of\b)[a-z][a-z-]+(?=[ .,])"
        r"(?! (?:is|was|are|were|had|has|would|could|did)\b)"
    ),
    re.compile(r"\b(?:too|again|therefore|thus|hence|consequently|accordingly|otherwise|besides|nonetheless)[.,]"),
    re.compile(
        r"\bdid (?!not\b|much\b|little\b|well\b|n[’']t\b)(?:so\b|[a-z]+ (?:the|a|an|in|to|his|her|its|their|[A-Z])\b)"
    ),
    re.compile(r"\bas well\b(?! as\b)"),
    re.compile(
        r"\b(?:years?|months?|weeks?|days?|decades?|centuries) (?:before|earlier|later|after|afterwards?)(?=[.,?]|$)"
    ),
    _ANOTHER,
    re.compile(
        r"\b(?:neighbou?ring|aforesaid|[Ee]nsuing"
        r"|[Tt]he (?:\w+ )?(?:corresponding|subsequent|resulting|intervening)) \w+"
    ),
    re.compile(
        r"\b(?:one|two|three|most|some|many|several|both|each|either|all|none) of (?:them|these)\b", re.IGNORECASE
    ),
    re.compile(
        r"^(?:All (?:two|three|four|five|six|seven|of them)|Both|Neither|None) (?:are|were|is|was|have|had|has)\b"
    ),
    re.compile(r"\b[Tt]h(?:is|e) (?:latter|former|other|same|rest|remainder)\b(?! (?:of|as)\b)"),
)
_MORE = re.compile(r"\b(?:a|an|the|much|even|far|still) (?:more|less|fewer) [a-z]+|\bso [a-z]+ly\b(?! that)")
_THAN = re.compile(r"\bthan\b|\bthe more\b|\bmore and more\b|\bor (?:more|less)\b")
_DAY = re.compile(rf"\b(?:in|on|by|until|since|from|early|late|mid-?) ?(?:the )?(?:{_MONTHS})\b", re.IGNORECASE)
_QUARTER = re.compile(r"\bin the (?:first|second|third|fourth) quarter\b(?! of\b)")
_YEAR = re.compile(r"\b\d{3,4}\b")
_EACH_YEAR = re.compile(r"\b(?:every|each|annual|annually|yearly|usually|typically|season)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b[Tt]he (?:second|third|fourth|fifth|sixth) (?!(?:half|quarter|century|largest|most|time|millennium)\b)"
    r"[a-z]+(?=[.,]| (?:was|is|were|at|on|by|had|has|and)\b)"
)
# 'The first surviving edition was published in 2003': of what?
_FIRST = re.compile(
    r"^(?:[^,]{3,40}, )?[Tt]he (?:first|only|main|last|final|original|new|earliest|oldest) "
    r"(?P<what>(?:[a-z-]+ ){1,3}?)(?:was|were|is|are|had|has|opened|began|took|came|appeared|followed|arrived)\b"
)
_SHE, _HE = re.compile(r"\b(?:she|her|hers)\b"), re.compile(r"\b(?:he|him|his)\b")
_KIN = re.compile(r"\b(?:wife|mother|sister|daughter|widow|queen|woman|husband|father|brother|son|king|man|child)\b")
# 'Parks continued as secretary until 1957': of what? 'He was selected over Rossi': as what?
_AS = re.compile(
    r"\b(?:continued|served|remained|stayed) as (?:an? |the )?(?:[a-z]+ ){0,2}?[a-z]+(?= (?:until|from|since)\b|[.,])"
)
_CHOSEN = re.compile(r"\b(?:was|were) (?:selected|chosen|replaced|succeeded|preferred) (?:[\w-]+ ){0,5}(?:over|by) ")
_OFFICE = re.compile(
    r"\bas\b|\b(?:CEO|[Pp]resident|[Kk]ing|[Qq]ueen|[Dd]irector|[Mm]inister|[Cc]hair\w*|[Bb]ishop|[Pp]ope|[Hh]ead|[Ee]ditor"
    r"|[Ee]mperor|[Gg]overnor|[Mm]ayor|[Ss]ecretary|[Cc]ommander|[Cc]aptain|[Mm]anager|[Ll]eader)\b"
)
_FREED = re.compile(r"\b(?:was|were) (?:released|freed|promoted|transferred|dismissed) (?=(?:in|on) (?:\d|[A-Z]))")
_COMPLETED = ("of", "to", "for", "in", "who", "that")
_IT = frozenset({"it", "its"})
_HUMANS = frozenset(
    {"friend", "brother", "sister", "wife", "husband", "father", "mother", "son", "daughter", "partner"}
)
_OWN_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})


def leaning_doubts(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield each word of a statement that only the sentences before it explain."""
    text = _without_quotations(statement.text)
    for pattern in _LEANING:
        if (match := pattern.search(text)) and not (pattern is _ANOTHER and _GENERAL.match(text)):
            yield f"'{match.group().strip(' ,.')}' depends on the sentence before"
    yield from _left_open(text, [word.lower() for word in setting.title])
    if (_DAY.search(text) or _QUARTER.search(text)) and not _YEAR.search(text) and not _EACH_YEAR.search(text):
        yield "it does not say in which year"
    if _nobody_for_her(statement, setting.hero):
        yield "'her' has nobody to stand for in the sentence"
    if _nothing_for_it(statement):
        yield "'it' has nothing to stand for in the sentence"


def _left_open(text: str, title: Sequence[str]) -> Iterator[str]:
    """Yield what a statement begins to tell and leaves open: than what, of what, as what."""
    if (match := _MORE.search(text)) and not _THAN.search(text):
        yield f"'{match.group()}' does not say than what"
    if match := _ORDINAL.search(text):
        yield f"'{match.group()}' is not said to be which"
    if (match := _FIRST.search(text)) and not {*match["what"].split()} & {*_COMPLETED, *title}:
        yield f"'the first {match['what'].strip()}' is not said to be of what"
    if match := _AS.search(text):
        yield f"'{match.group()}' does not say of what"
    if _CHOSEN.search(text) and not _OFFICE.search(text):
        yield "it does not say as what"
    if match := _FREED.search(text):
        yield f"'{match.group().strip()}' does not say from what or to what"


def _without_quotations(text: str) -> str:
    for start, end in reversed(quoted_spans(text)):
        text = text[:start] + "…" + text[end:]
    return text


def _nobody_for_her(statement: Statement, hero: str) -> bool:
    """Say whether only men stand before a 'she', or only women before a 'he', where their names tell."""
    text = statement.text
    for pattern, other in ((_SHE, "m"), (_HE, "f")):
        match = pattern.search(text)
        if not match or _KIN.search(text[: match.start()]):
            continue
        named = [m.text for m in statement.mentions if m.sort in {"person", "name"} and m.end < match.start()]
        genders = {gender_of(hero if name in hero.split() else name) for name in named}
        if genders == {other}:
            return True
    return False


def _nothing_for_it(statement: Statement) -> bool:
    """Say whether only people, times and what its own verb acts on stand before an 'it'."""
    syntax = statement.syntax
    taken = {
        k
        for mention in statement.mentions
        if mention.sort in {"person", "year", "date", "month", "number"}
        for k in syntax.words_within(mention.start, mention.end)
    }
    for i in range(len(syntax)):
        if syntax.word(i) in _IT and syntax.tags[i] in {"PRP", "PRP$"} and i > 0:
            barred = taken | (_beside(syntax, i) if syntax.word(i) == "it" else set())
            things = (k for k in range(i) if syntax.tags[k] in _OWN_NOUNS and syntax.word(k) not in _HUMANS)
            free = (k for k in things if k not in barred)
            if not any(syntax.roles[k] not in {"compound", "flat"} for k in free) and not _comes_later(syntax, i):
                return True
    return False


def _beside(syntax: Syntax, i: int) -> set[int]:
    """Return what the verb over an 'it' acts on or is done by, with all that hangs on it: 'it' is none of them."""
    verb = syntax.heads[i]
    if syntax.roles[i] not in {"obl", "obj", "iobj"} or verb >= len(syntax):
        return set()
    beside = syntax.children(verb, "obj", "nsubj", "nsubj:pass")
    return {k for head in beside if head != i for k in syntax.under(head)}


def _comes_later(syntax: Syntax, i: int) -> bool:
    """Say whether an 'it' is empty, or its name follows behind the phrase in front: 'Since its founding, Rome'."""
    if syntax.word(i) == "it":
        return syntax.word(i + 1) in {"is", "was", "took", "takes", "has"} and "that" in {
            syntax.word(k) for k in range(i, min(i + 8, len(syntax)))
        }
    comma = next((k for k in range(i, len(syntax)) if syntax.word(k) == ","), -1)
    return 0 <= comma < len(syntax) - 2 and syntax.tags[0] in {"IN", "VBG", "VBN", "TO"}
