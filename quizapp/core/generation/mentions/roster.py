"""What each name of a document stands for, gathered from every place it occurs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.gazetteer import given_names, nationalities, person_words, places
from quizapp.core.generation.mentions.heads import HEADS, NOT_PEOPLE, PARTICLES
from quizapp.core.generation.mentions.mention import Mention
from quizapp.core.generation.mentions.names import find_names

# 'her half-sister, Anna': who is brought in so is nobody by that name alone.
KIN = "brother|sister|son|daughter|wife|husband|cousin|nephew|niece|uncle|aunt|friend|servant|maid|child|fiancée"
BROUGHT_IN = re.compile(rf"\b(?:{KIN})s?,? (?:called |named )?([A-Z]\w+(?:-\w+)*)")
_AND_ANOTHER = re.compile(rf"\b(?:{KIN})s,? [A-Z]\w+(?:, [A-Z]\w+)*,? and ([A-Z]\w+)")
TOWN_OF = re.compile(r"\b(?:city|town|port|village|seaport|township) of $")
HOUSE_OF = re.compile(r"\b(?:church|cathedral|mosque|temple|abbey|monastery|shrine|chapel) of $")
_THE = re.compile(r"(?:^|[.,] |[a-z] )[Tt]he $")
FIRM = re.compile(r" (?:corporation|company|firm|brand|brands|group)\b")
KINDRED = frozenset({"family", "families", "brothers", "sisters", "siblings", "twins", "couple", "dynasty"})


@dataclass(frozen=True, slots=True)
class Roster:
    """The names of a document with their sorts, and how often each stands there."""

    sorts: dict[str, tuple[str, str, tuple[str, ...]]]
    counts: dict[str, int]
    full_names: dict[str, str]
    spots: dict[str, tuple[int, ...]]
    he_or_she: int = 0
    inside: frozenset[str] = frozenset()
    longer: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    borne: frozenset[tuple[str, str]] = frozenset()
    kin: frozenset[str] = frozenset()

    def type_of(self, mention: Mention) -> Mention:
        """Return a name with its sort, or as it was where nothing speaks for one."""
        known = self.sorts.get(mention.text)
        if known is None:
            return mention
        sort, subsort, evidence = known
        value = self.full_names.get(mention.text, mention.text)
        return replace(mention, sort=sort, subsort=subsort, evidence=evidence, value=value)

    def words_of_things(self) -> frozenset[str]:
        """Return the words that stand in names of things and places but in no person's name."""
        people = {word for name, row in self.sorts.items() if row[0] == "person" for word in name.split()}
        things = {word for name, row in self.sorts.items() if row[0] != "person" for word in name.split()}
        return frozenset(things - people)

    def of_sort(self, sort: str, subsort: str = "") -> list[str]:
        """Return the names of one sort, in the order of first standing."""
        return [name for name, (kind, sub, _) in self.sorts.items() if kind == sort and (not subsort or sub == subsort)]


def make_roster(sentences: Sequence[tuple[int, Syntax]]) -> Roster:
    """Gather the names of a document, given as sentences with their places, and settle what each stands for."""
    counts: Counter[str] = Counter()
    evidence: dict[str, dict[tuple[str, str], set[str]]] = {}
    spots: dict[str, list[int]] = {}
    inside: set[str] = set()
    firms: set[str] = set()
    borne: dict[tuple[str, str], None] = {}
    for start, syntax in sentences:
        for mention in find_names(syntax):
            counts[mention.text] += 1
            borne |= {(before, mention.text.split()[-1]): None for before in _words_before(syntax, mention)}
            spots.setdefault(mention.text, []).append(start)
            inside |= {mention.text} if mention.start else set()
            if FIRM.match(syntax.text[mention.end :]):
                firms.add(mention.text)
            marks = evidence.setdefault(mention.text, {})
            for sort, subsort, why in _speaks(syntax, mention):
                marks.setdefault((sort, subsort), set()).add(why)
    sorts = {name: settled for name, marks in evidence.items() if (settled := _settle(marks))}
    longer = _by_word(counts)
    people = {name for name, row in sorts.items() if row[0] == "person"}
    things = {name for name in people if name in firms or _opens_a_thing(name, longer)}
    sorts = {name: row for name, row in sorts.items() if name not in things}
    full_names = _full_names(sorts, _families(sentences))
    for surname in full_names:
        if surname in counts and sorts.get(surname, ("",))[0] in {"", "person"}:
            sorts[surname] = ("person", "", ("surname",))
    return Roster(
        sorts,
        dict(counts),
        full_names,
        {name: tuple(row) for name, row in spots.items()},
        _pronouns(sentences),
        frozenset(inside),
        longer,
        frozenset(borne),
        frozenset(_brought_in(syntax.text for _, syntax in sentences)),
    )


def _brought_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield who is brought in by one name as somebody's kin: 'his two sons, Daniel and Nicolaus'."""
    for text in texts:
        for pattern in (BROUGHT_IN, _AND_ANOTHER):
            yield from (match[1] for match in pattern.finditer(text))


def _words_before(syntax: Syntax, mention: Mention) -> list[str]:
    """Return the word before a name, and each word of the name but its last: what may be a title there."""
    return [*syntax.text[: mention.start].split()[-1:], *mention.text.split()[:-1]]


def _by_word(counts: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Return the names of several words by each of their words."""
    found: dict[str, list[str]] = {}
    for name in counts:
        words = name.split()
        for word in dict.fromkeys(words if len(words) > 1 else ()):
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def _pronouns(sentences: Sequence[tuple[int, Syntax]]) -> int:
    return sum(syntax.word(i) in {"he", "she", "his", "her"} for _, syntax in sentences for i in range(len(syntax)))


def _speaks(syntax: Syntax, mention: Mention) -> list[tuple[str, str, str]]:
    """Return the sorts this one occurrence speaks for, each with the reason; a nickname in quotes is no name."""
    words = mention.text.split()
    if mention.start and syntax.text[mention.start - 1] in '"“‘':
        return []
    found = []
    place = places().get(mention.text)
    if place and place.sort == "city" and _THE.search(syntax.text[: mention.start]):
        return []  # 'the Cayenne' is no city
    if place:
        found.append(("place", place.sort, "gazetteer"))
    if not place and mention.start and TOWN_OF.search(syntax.text[: mention.start]):
        found.append(("place", "city", "called a town"))
    if not place and mention.start and HOUSE_OF.search(syntax.text[: mention.start]):
        return [("building", "building", "called a building")]
    if not place and (sort := _sort_by_head(words)):
        found.append((sort, sort, "head word"))
    if looks_like_person(words):
        found.append(("person", "", "given name"))
    found += (
        [("person", "", why) for why in _person_context(syntax, mention)]
        if not found or found[0][0] == "person"
        else []
    )
    return found


def _sort_by_head(words: Sequence[str]) -> str:
    if "of" in words and words.index("of") > 0 and words[words.index("of") - 1] in HEADS:
        return HEADS[words[words.index("of") - 1]]
    if len(words) > 1:
        return HEADS.get(words[-1], "") or (
            "mountain"
            if words[0] in {"Mount", "Mt."}
            else "water"
            if words[0] == "Lake"
            else "building"
            if words[0] == "Fort"
            else ""
        )
    return ""


def looks_like_person(words: Sequence[str]) -> bool:
    """Say whether words have the form of a person's name: a given name, a title or initials before a surname."""
    proper = [word for word in words if word not in PARTICLES]
    if not 2 <= len(proper) <= 5 or any(word in NOT_PEOPLE or word in nationalities() for word in proper):
        return False
    if " ".join(words[:2]) in places() or words[0] in {"St", "St.", "Aunt", "Uncle", "Grandma", "Grandpa"}:
        return False
    if not all(word[0].isupper() for word in proper) or any(letter.isdigit() for word in proper for letter in word):
        return False
    known = [word for word in proper[:2] if word in given_names()]
    titled = proper[0] in person_words("titles") - {"St.", "Saint"}
    initials = len(proper[0]) == 2 and proper[0].endswith(".")
    return bool(known or titled or (initials and len(proper[-1]) > 2))


def _person_context(syntax: Syntax, mention: Mention) -> list[str]:
    words = mention.text.split()
    if words[0] in places() or " ".join(words[:2]) in places():
        return []
    if any(word in NOT_PEOPLE or word in nationalities() for word in words) or not mention.text[0].isupper():
        return []
    inside = syntax.words_within(mention.start, mention.end)
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    before, after = syntax.word(first - 1), [syntax.word(last + step) for step in range(1, 6)]
    found = []
    if before in person_words("callings") and len(words) > 1:
        found.append("calling before")
    opens = after[0] == "," and after[1] in {"a", "an", "the", "his", "her", "their"} | person_words("callings")
    if opens and any(word in person_words("callings") for word in after[1:]):
        found.append("calling after")
    if after[0] == "," and after[1] in {"who", "whose", "whom"}:
        found.append("who")
    if after[0] == "who":
        found.append("who")
    if 2 <= len(words) <= 4 and (
        after[0] in word_list("human acts") or (after[0] in {"was", "is"} and after[1] in word_list("human fates"))
    ):
        found.append("what people do")
    if 2 <= len(words) <= 4 and before == "by" and syntax.word(first - 2) in word_list("works of people"):
        found.append("what people make")
    return found


def _settle(marks: dict[tuple[str, str], set[str]]) -> tuple[str, str, tuple[str, ...]] | None:
    ranked = sorted(marks.items(), key=lambda item: (-len(item[1]), item[0]))
    if not ranked:
        return None
    place = next((key for key, reasons in ranked if "gazetteer" in reasons), None)
    if place:
        return *place, tuple(sorted(marks[place]))
    (sort, subsort), reasons = ranked[0]
    return sort, subsort, tuple(sorted(reasons))


def _opens_a_thing(name: str, by_word: Mapping[str, tuple[str, ...]]) -> bool:
    """Say whether a name is the beginning of a thing's name, as 'General Mills' is of 'General Mills Company'."""
    longer = (other.split() for other in by_word.get(name.split()[0], ()) if other.startswith(name + " "))
    return " " in name and any(words[-1].rstrip(".") in HEADS or words[-1] in HEADS for words in longer)


def _families(sentences: Sequence[tuple[int, Syntax]]) -> frozenset[str]:
    """Return the surnames that a family, brothers or a couple bear: such a name alone may be any of them."""
    found: set[str] = set()
    for _, syntax in sentences:
        for i in range(1, len(syntax)):
            word, before = syntax.tokens[i].text, syntax.word(i - 1)
            if before == "the" and word[0].isupper() and word.endswith("s") and syntax.tags[i] == "NNPS":
                found.add(word[:-1])
            if syntax.word(i + 1) in KINDRED and word[0].isupper():
                found.add(word)
    return frozenset(found)


def _full_names(sorts: dict[str, tuple[str, str, tuple[str, ...]]], families: frozenset[str]) -> dict[str, str]:
    """Return the one full name of each surname; a surname of two people, or of a family, has none."""
    owners: dict[str, set[str]] = {}
    for name, (sort, _, _) in sorts.items():
        words = name.split()
        if sort == "person" and len(words) > 1 and words[0] not in person_words("titles") and "the" not in words:
            owners.setdefault(words[-1], set()).add(name)
    alone = {surname: min(names) for surname, names in owners.items() if len(names) == 1}
    return {surname: name for surname, name in alone.items() if surname not in places() and surname not in families}
