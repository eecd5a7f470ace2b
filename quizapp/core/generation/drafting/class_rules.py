"""When a word of a closed class may be asked for: never where its neighbours would be absurd."""

import re

from quizapp.core.generation.extraction.statement import Statement

_STUDIED = re.compile(
    r"\b(?:[Pp]rofessors? of|degrees? in|doctorate in|Ph\.?D\.? in|lectur\w+ (?:in|on)|chair of|[Pp]rize (?:in|for)"
    r"|studied|studying|study of|read|taught|teaching|faculty of|department of|field of|specialis\w+ in|specializ\w+ in"
    r"|trained in|expert in|courses? in|student of)\s+$"
)
_BORN = re.compile(r"\b(?:born|birth|gave birth)\b")
_LISTED = re.compile(r"(?:\b(?:and|or|not|neither|nor|both)|,)\s+$")
_JOINED = re.compile(r"(?:\s*(?:,|and|or|-|–|/|&)\s*(?:the )?(?:\w+ )?|-)")
_RELATION = re.compile(r"(?:[’']s|\b(?:[Hh]is|[Hh]er|[Tt]heir|a|an|the))\s+$")
# 'The southern part' is any; 'the southern part of Wales' and 'Wales's southern part' are one.
_OWNED = re.compile(r"[A-Z]\w+[’']s? $")
_OF_NAMED = re.compile(r" \w+(?: \w+)? of (?:the )?(?:\w+ )?[A-Z]")
_OF_SOMEBODY = re.compile(r" of (?:the |his |her |their )?(?:[A-Z]|king|queen|emperor|late )")
# Of Anton and Rosine Mendel somebody is the child: no nephew stands between two parents.
_OF_BOTH = re.compile(r" of [A-Z]\w+(?: [A-Z]\w+)* and [A-Z]")
_ELDERS = frozenset({"father", "mother", "grandfather", "grandmother"})
_OLDER = _ELDERS | {"uncle", "aunt"}
_YOUNGER = frozenset({"son", "daughter", "grandson", "granddaughter", "nephew", "niece"})
_BEYOND_A_QUARTER = frozenset({"fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_OPPOSITES = {"north": "south", "east": "west", "northern": "southern", "eastern": "western"}
OPPOSITES = _OPPOSITES | {other: one for one, other in _OPPOSITES.items()}
KIN = frozenset({"kinsmen", "kinswomen"})


def fits(statement: Statement, i: int, name: str) -> bool:
    """Say whether word i may be asked as a word of the class named."""
    token = statement.syntax.tokens[i]
    before, after = statement.text[: token.start], statement.text[token.end :]
    if name in KIN:
        if "parent" in statement.text.lower():
            return False
        if _OF_BOTH.match(after):
            return False
        related = _RELATION.search(before) and (not after.startswith(" of ") or _OF_SOMEBODY.match(after))
        return bool(related) and not _BORN.search(statement.text) and not _joined(before, after)
    if name == "fields":
        return bool(_STUDIED.search(before)) and not _JOINED.match(after)
    if name == "corners" and not (_OWNED.search(before) or _OF_NAMED.match(after)):
        return False
    if name in {"directions", "corners"}:
        return not _is_paired(statement, token.text)
    if name == "amounts":
        return not re.search(r"\b(?:first|second|other|better|latter|former|the|this|that) $", before)
    if name == "colours":
        return bool(
            re.search(r"\b(?:is|are|was|were|painted|colou?red|turned|turns|dyed|in|bright|dark|pale) $", before)
        )
    if name == "seasons" and i and statement.syntax.tags[i - 1][0] == "N":
        return False
    if name == "weekdays":
        return bool(re.search(r"\d{4}", statement.text))
    if name == "governments" and statement.syntax.tags[i - 1][:1] in "JN":
        return False
    return not _joined(before, after)


def _joined(before: str, after: str) -> bool:
    """Say whether a word stands in a list: its neighbours there would tell what it is."""
    return bool(_LISTED.search(before) or re.match(r",? (?:and|or) ", after)) or after.startswith(("-", "–", "/"))


def _is_paired(statement: Statement, word: str) -> bool:
    """Say whether the opposite direction stands in the statement: only one is left then."""
    words = {statement.syntax.word(k) for k in range(len(statement.syntax))}
    opposite = OPPOSITES.get(word.lower(), "")
    return opposite in words or opposite.removesuffix("ern") in words or f"{opposite}ern" in words


def is_out_of_place(word: str, statement: Statement, i: int) -> bool:
    """Say whether a wrong word would be dismissed unread: it stands in the statement, or its article forbids it."""
    present = {part.lower() for part in re.findall(r"\w+", statement.text)}
    if word.lower() in present or any(part.startswith(word.lower()) for part in present if len(word) > 4):
        return True
    key = statement.syntax.word(i)
    if statement.syntax.word(i + 1) in {"quarter", "half"} and word in _BEYOND_A_QUARTER:
        return True
    if (key in _OLDER and word in _YOUNGER) or (key in _YOUNGER and word in _OLDER):
        return True
    return statement.syntax.word(i - 1) in {"a", "an"} and word in _ELDERS
