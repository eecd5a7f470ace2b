"""What a statement takes for told: as what one served, of what a batch was, whose funeral, which Frederik."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.mentions.gazetteer import known_people, nationalities, places

_SERVED = re.compile(
    r"\b(?:served|presided|officiated|acted) (?:only )?(?:from|until|till|since|between|in|for) (?:the )?(?:\d|[A-Z])"
    r"|\b(?:was|were) (?:appointed|elected|nominated|re-?elected|reappointed) (?:in|on) "
)
_OFFICE = re.compile(
    r"\bas\b|\b(?:CEO|[Pp]resident|[Kk]ing|[Qq]ueen|[Dd]irector|[Mm]inister|[Cc]hair\w*|[Bb]ishop|[Pp]ope|[Hh]ead|[Ee]ditor"
    r"|[Ee]mperor|[Gg]overnor|[Mm]ayor|[Ss]ecretary|[Cc]ommander|[Cc]aptain|[Mm]anager|[Ll]eader|[Pp]rofessor|[Aa]bbot"
    r"|[Mm]embers?|[Jj]udge|[Ss]enator|Army|Navy|[Cc]onsul|[Dd]ean|[Dd]oge|[Aa]mbassador|to the|chancellor)\b"
)
_COUNTED = re.compile(
    r"\b(?:batch|series|set|lot|run|total|shipment|consignment|order)(?:es|s)? of "
    r"(?:\d[\d,.]*|[a-z]+teen|ten|twelve|twenty)"
    r"(?=\.?$|,| (?:was|were|is|are|had|has|began|started|came|went|left|arrived|in|on|by|to|from|at|and)\b)"
)
_HIS = re.compile(
    r"\b(?:at|in|for|of|on) (?P<his>his|her) (?:own )?(?:funeral|burial|tomb|grave|memory|honou?r|obituary)\b"
)
_SO_FAR = re.compile(r"\bso far\b(?! as\b)|\bto date\b(?=[,.]| (?:and|with)\b)")
_APPOSED = re.compile(r"^The (?P<thing>(?:[a-z][a-z-]+ ){0,2}[a-z]+), an? [^,]+, ")

_OF_A_PLACE = re.compile(r" Khan$| (?:of|de|the|von|d[’']) ?")


def lost_frame_doubts(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield what only the sentence before told: an office, what was counted, who it was, which thing."""
    text = statement.text
    if (match := _SERVED.search(text)) and not _OFFICE.search(text):
        yield f"'{match.group().rsplit(' ', 1)[0]}' does not say as what"
    if match := _COUNTED.search(text):
        yield f"'{match.group()}' does not say of what"
    if match := _HIS.search(text):
        yield from _whose(match, statement)
    if match := _SO_FAR.search(text):
        yield f"'{match.group()}' does not say until when"
    if (match := _APPOSED.match(text)) and not _is_titled(match["thing"], setting):
        yield f"'the {match['thing']}' is not said to be which"
    for name in _first_names(statement, setting):
        yield f"'{name}' is not said to be who"


def _whose(match: re.Match[str], statement: Statement) -> Iterator[str]:
    """Yield a doubt where one person at most stands before 'at his funeral': the one who acts there is another."""
    named = (m for m in statement.mentions if m.sort in {"person", "name"} and m.end < match.start())
    people = [m for m in named if m.text not in nationalities()]
    if len(people) < 2:
        yield f"'{match['his']}' has nobody to stand for in the sentence"


def _is_titled(thing: str, setting: Setting) -> bool:
    return thing.split()[-1] in {word.strip(",.:;").lower() for word in setting.title}


def _first_names(statement: Statement, setting: Setting) -> Iterator[str]:
    """Yield each first name that stands alone though the document names its bearer in full."""
    known = {*setting.title, *setting.hero.split(), *(name for group in known_people() for name in group)}
    for mention in statement.mentions:
        name = mention.text
        if " " in name or name in known or name in places() or mention.sort not in {"person", "name"}:
            continue
        longer = [other for other in setting.roster.longer.get(name, ()) if other.startswith(f"{name} ")]
        borne = [other for other in longer if other[-1].islower() and not _OF_A_PLACE.search(other)]
        people = {setting.roster.sorts.get(other, ("",))[0] for other in borne}
        named = bool(borne) and (mention.sort == "person" or "person" in people)
        led = statement.text[: mention.start].endswith((" a ", " an ", " the "))
        if named and not led and not re.match(r" [A-Z]", statement.text[mention.end :]):
            yield name
