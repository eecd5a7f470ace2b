"""Wrong names for a choice: of the same sort and shape, the document's own first."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from quizapp.core.generation.drafting.countries import nations_in, nearby_countries, time_of, was_there, years_near
from quizapp.core.generation.drafting.nearest import nearest_names
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.gazetteer import gender_of, given_names, known_names, person_words, places
from quizapp.core.generation.mentions.heads import HEADS
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.names import NOBLE
from quizapp.core.generation.mentions.roster import looks_like_person

MOST, LEAST_OWN, MANY = 3, 2, 20
LIFETIME, BEFORE, BEHIND, FAR = 70, 150, 250, 1500
_NAME = r"([A-Z][\w’'-]*(?: [A-Z][\w-]*){0,3})"
_FILMED = re.compile(rf"{_NAME}(?:[’']s)? (?:films?|movies?|novels?|books?|series|game|franchise|stories)\b")
_CALLED = re.compile(rf"\b(?:film|movie|novel|character|hero|story) (?:called |named )?{_NAME}")
_OWNER = re.compile(r"\b([A-Z][\w-]*(?: [A-Z][\w-]*){0,3})[’']s ")
_OF_SUCH_NAMES = frozenset({"FR", "ES", "PT", "IT", "DE", "NL", "AT", "BE"})
ALIKE, SHORTEST = 60, 3
_BODIES = frozenset(
    {"Court", "Party", "League", "Church", "Council", "Committee", "Commission", "Association", "Society", "Union"}
    | {"Parliament", "Senate", "Congress", "House", "Bank", "Ministry", "Department", "Museum", "Library", "Institute"}
    | {"Order", "Army", "Navy", "Assembly", "Board", "Agency", "Foundation", "Academy", "School", "College", "Fund"}
)
_WOMAN = re.compile(r"\b(?:widow|wife|daughter|sister|mother|niece|aunt|queen|actress|heiress|herself|bride)\b")
RULED_OUT = "its other options are not from the document, and may be ruled out"
_RULERS = frozenset(
    {"King", "Queen", "Pope", "Emperor", "Empress", "Tsar", "Sultan", "Shah", "Caliph", "Prince", "Khan"}
)


def wrong_names(mention: Mention, statement: Statement, setting: Setting) -> list[str]:
    """Return up to three names that could stand for the key; for countries known ones nearby fill up."""
    if mention.sort == "name":
        return []
    full = "full" if len(mention.text.split()) > 1 else ""
    key, here = (mention.sort, mention.subsort, full), statement.cleaned.places[0]
    near_names = nearest_names(key, lambda: _own(mention, setting), here, setting)
    offers = [name for name in near_names if _may_be_wrong(name, mention, statement, setting)]
    offers.sort(
        key=lambda name: (
            _part(name) != _part(mention.text),
            is_titled(name) != is_titled(mention.text),
            near_names[name],
            name,
        )
    )
    if mention.subsort == "country":
        near = nearby_countries(mention.text, statement, setting)
        offers = [name for name in offers if name in near or _part(name) == _part(mention.text)]
    if mention.sort == "person" and _is_told_by_nation(mention, statement):
        offers = [name for name in offers if set(name.split()) & NOBLE]
    real = [name for name in offers[:MANY] if mention.sort != "person" or not _is_made_up(name, setting)]
    chosen = _different(real)[:MOST]
    if len(chosen) < MOST:
        chosen = _different(chosen + _neighbours(mention, statement, setting))[:MOST]
    return sorted(chosen)


def holds_enough(names: list[str], setting: Setting) -> bool:
    """Say whether a document holds two of the wrong names at least: what it never speaks of is ruled out."""
    return sum(name in setting.roster.counts for name in names) >= LEAST_OWN


def _own(mention: Mention, setting: Setting) -> list[str]:
    own = setting.roster.of_sort(mention.sort, mention.subsort)
    if mention.sort != "person":
        return own
    full = len(mention.text.split()) > 1
    own = [name for name in own if not full or _is_surely_person(name, setting)]
    return [name for name in own if (len(name.split()) > 1) == full and name not in setting.roster.full_names]


def _is_surely_person(name: str, setting: Setting) -> bool:
    evidence = set(setting.roster.sorts[name][2]) - {"who"}
    return bool(evidence) and (looks_like_person(name.split()) or bool(evidence - {"given name"}))


def passage_of(statement: Statement, setting: Setting) -> str:
    """Return what stands in the document where a statement was cut from: whom its brackets name is no wrong answer."""
    return setting.text[statement.cleaned.places[0] : statement.cleaned.places[-1] + 1]


def _is_told_by_nation(mention: Mention, statement: Statement) -> bool:
    """Say whether 'de' or 'von' in a name tells who is meant, as the sentence names the nation."""
    rest = statement.text[: mention.start] + statement.text[mention.end :]
    return bool(set(mention.text.split()) & NOBLE) and bool(nations_in(rest) & _OF_SUCH_NAMES)


def is_ruler(name: str) -> bool:
    """Say whether a name is a ruler's: what rulers do is not believed of anybody else."""
    return name.split()[0] in _RULERS or (name.split()[-1].strip("IVX") == "" and len(name.split()) > 1)


def is_titled(name: str) -> bool:
    """Say whether a name begins with a title."""
    return name.split()[0] in person_words("titles") | word_list("offices before names") | {"Attorney"}


def is_ill_cut(name: str) -> bool:
    """Say whether a word that is no first name stands before one ('Elector Max Friedrich'), or all are capitals."""
    words = name.split()
    led = len(words) > MOST - 1 and words[0] not in given_names() and "." not in words[0] and words[1] in given_names()
    return (led and not is_titled(name)) or any(len(word) > MOST and word.isupper() for word in words)


def _part(name: str) -> str:
    return places()[name].part if name in places() else ""


def _neighbours(mention: Mention, statement: Statement, setting: Setting) -> list[str]:
    known = _known(mention, statement, setting)
    offers = [
        name for name in known if name not in setting.roster.counts and _may_be_wrong(name, mention, statement, setting)
    ]
    setting.dice("countries", statement.place(mention)).shuffle(offers)
    return offers


def _known(mention: Mention, statement: Statement, setting: Setting) -> list[str]:
    """Return the names everybody knows that are of the key's sort and part of the world."""
    if mention.subsort == "country":
        return list(nearby_countries(mention.text, statement, setting))
    if mention.subsort == "war" and mention.text not in known_names("war", ""):
        return []
    known = list(known_names(mention.subsort, _part(mention.text)))
    mine = places().get(mention.text)
    at_home = [name for name in known if mine and name in places() and places()[name].country == mine.country]
    return at_home if len(at_home) > MOST else known


def _may_be_wrong(name: str, mention: Mention, statement: Statement, setting: Setting) -> bool:
    """Say whether a name may be offered: not in the stem or title, not the key in other words, not part of it."""
    words = [word for word in name.split() if len(word) > 3]
    if mention.sort == "person" and is_ill_cut(name) and not is_ill_cut(mention.text):
        return False
    if len(name) < SHORTEST or (len(name.split()[-1]) == 1 and name[-1] not in "IVX"):
        return False
    said = statement.text + " " + passage_of(statement, setting)
    if name in said or any(word in said for word in words) or not was_there(name, statement, setting):
        return False
    if mention.sort == "person" and is_ruler(mention.text) != is_ruler(name):
        return False
    if mention.sort == "person" and _is_of_another_time(name, statement, setting):
        return False
    if mention.sort == "person" and not _fits(name, mention, statement, setting):
        return False
    if mention.sort == "organisation" and _kinds(name) != _kinds(mention.text):
        return False
    title = {word.lower() for word in setting.title}
    if fuzz.token_set_ratio(name.lower(), mention.text.lower()) >= ALIKE or any(
        word.lower() in title for word in words
    ):
        return False
    mine, other = places().get(mention.text), places().get(name)
    return not (mine and other and mine.sort == other.sort == "country" and mine.country[:2] == other.country[:2])


def _is_made_up(name: str, setting: Setting) -> bool:
    """Say whether a document speaks of films or books of somebody, or of his things alone: he is no rival."""
    heroes, owners = _heroes_and_owners(setting.text)
    return name in heroes or (name in owners and setting.roster.counts.get(name) == 1)


@lru_cache(maxsize=4)
def _heroes_and_owners(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names before or behind a film, a book or the like, and those that own something."""
    heroes = {found for pattern in (_FILMED, _CALLED) for found in pattern.findall(text)}
    return frozenset(heroes), frozenset(_OWNER.findall(text))


def _is_of_another_time(name: str, statement: Statement, setting: Setting) -> bool:
    """Say whether the document speaks of somebody only long before or after the time of a statement."""
    here = time_of(statement, setting)
    spots = setting.roster.spots.get(name, ())[:MANY]
    years = [year for spot in spots for year in years_near(setting, spot - BEFORE, spot + BEHIND)]
    years = years or [year for spot in spots for year in years_near(setting, spot - FAR, spot)[-1:]]
    return here is not None and bool(years) and all(abs(year - here) > LIFETIME for year in years)


def _kinds(name: str) -> frozenset[str]:
    """Return the words in a body's name that say what it is: a court is not mistaken for a party."""
    return frozenset(word for word in name.split() if HEADS.get(word) is not None or word in _BODIES)


def _fits(name: str, mention: Mention, statement: Statement, setting: Setting) -> bool:
    """Say whether a person could stand there: of the same office, and no woman among men where the names tell."""
    before = statement.text[: mention.start].split()[-1:]
    led = bool(before) and before[0] in person_words("titles") | word_list("offices before names")
    if led and (is_titled(name) or (before[0], name.split()[-1]) not in setting.roster.borne):
        return False
    if is_titled(name) != is_titled(mention.text):
        return False
    key, other = gender_of(mention.text), gender_of(name)
    if _WOMAN.search(statement.text) and key != "" and other != key:
        return False
    return not key or not other or key == other


def _overlap(one: str, other: str) -> bool:
    """Say whether two countries are one, or one holds the other, as Britain holds England."""
    first, second = places().get(one), places().get(other)
    both = first and second and first.sort == second.sort == "country"
    return bool(both and first and second and first.country[:2] == second.country[:2])


def _different(names: list[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if all(
            fuzz.token_set_ratio(name.lower(), other.lower()) < ALIKE and not _overlap(name, other) for other in kept
        ):
            kept.append(name)
    return kept
