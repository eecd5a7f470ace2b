"""Pronouns at the head of a sentence, replaced by the name they stand for where it is sure enough."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.extraction.pronouns import MANY, PEOPLE, THINGS, is_bound, is_pronoun
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.mentions.gazetteer import gender_of
from quizapp.core.generation.mentions.names import find_names
from quizapp.core.generation.mentions.roster import Roster, looks_like_person

_OWNING = frozenset({"his", "its", "their"})
# How far into a sentence a pronoun is read back; the hero of a document may be meant further on.
_NEAR, _FAR = 8, 24
_FEMALE = frozenset({"she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True)
class Repair:
    """A sentence with its pronoun named, and the doubt that leaves (none for the person the document is about)."""

    cleaned: Cleaned
    doubt: str


@dataclass(frozen=True, slots=True)
class Told:
    """Whom and what a document is about: its hero, whether he or she, and the words of its title."""

    hero: str = ""
    gender: str = ""
    title: Set[str] = frozenset()


def repair(
    cleaned: Cleaned, syntax: Syntax, before: Syntax | None, roster: Roster, told: Told, things: Set[str]
) -> Repair | None:
    """Return the sentence with its first unbound pronoun replaced, or nothing where no name is sure."""
    if pointed := _name_thing(cleaned, syntax, before):
        return pointed
    place = next((i for i in range(len(syntax)) if is_pronoun(syntax.word(i)) and not is_bound(syntax, i, things)), -1)
    word = syntax.word(place)
    if place < 0 or place > (_FAR if told.hero and word in PEOPLE else _NEAR):
        return None
    name, sure = _antecedent(word, syntax, before, roster, told)
    if not name or any(name.split()[-1] == token.text for token in syntax.tokens[:place]):
        return None
    owning = word in _OWNING or (word == "her" and syntax.tags[place] == "PRP$")
    token = syntax.tokens[place]
    text = name + ("'" if owning and name.endswith("s") else "'s" if owning else "")
    text = text[0].upper() + text[1:] if token.start == 0 else text
    doubt = "" if sure else f"'{token.text}' was read as {name}"
    return _replaced(cleaned, token.start, token.end, text, doubt)


def _name_thing(cleaned: Cleaned, syntax: Syntax, before: Syntax | None) -> Repair | None:
    """Name 'This treaty' or 'The treaty' at the head of a sentence after the one treaty of the sentence before."""
    if before is None or syntax.word(0) not in {"this", "the", "these"} or len(syntax) < 3:
        return None
    noun = syntax.word(1)
    names = dict.fromkeys(name.text for name in find_names(before) if noun.capitalize() in name.text.split())
    if len(names) != 1 or syntax.tags[1] not in {"NN", "NNS"} or syntax.word(2) in {"of", "'s", "’s"}:
        return None
    return _replaced(cleaned, syntax.tokens[0].start, syntax.tokens[1].end, f"The {next(iter(names))}", "")


def _replaced(cleaned: Cleaned, start: int, end: int, text: str, doubt: str) -> Repair:
    spot = cleaned.places[start]
    places = (*cleaned.places[:start], *([spot] * len(text)), *cleaned.places[end:])
    return Repair(Cleaned(cleaned.text[:start] + text + cleaned.text[end:], places, cleaned.cuts), doubt)


def _antecedent(word: str, syntax: Syntax, before: Syntax | None, roster: Roster, told: Told) -> tuple[str, bool]:
    if word in PEOPLE:
        return _person(word, syntax, before, roster, told)
    if before is None:
        return "", False
    subject = _subject(before) or (_title_thing(before, told.title) if word in THINGS else "")
    if not subject or len(subject.split()) > 6:
        return "", False
    plural = _is_plural(before)
    if word in THINGS and not plural and roster.sorts.get(_bare(subject), ("",))[0] != "person":
        return subject, syntax.word(0) == word and _is_titled(subject, told.title)
    if word in MANY and plural:
        return subject, False
    return "", False


def _person(word: str, syntax: Syntax, before: Syntax | None, roster: Roster, told: Told) -> tuple[str, bool]:
    female, hero = word in _FEMALE, told.hero
    near = _people(syntax, roster) + (_people(before, roster) if before else [])
    others = [name for name in near if name not in hero and hero not in name]
    # Named in the sentence itself, the hero is seldom the one whom an unbound pronoun of it means.
    if hero and (hero in syntax.text or _is_named(hero.split()[-1], syntax)):
        hero = ""
    if hero and (gender_of(hero) or told.gender) != ("m" if female else "f"):
        return hero, not others or (_is_first(word, syntax, others) and _went_on(hero, before, roster))
    named = dict.fromkeys(_people(before, roster)) if before else {}
    fitting = [name for name in named if gender_of(name) != ("m" if female else "f")]
    if len(fitting) == 1 and not _people(syntax, roster) and before and _bare(_subject(before)) == fitting[0]:
        return fitting[0], False
    return "", False


def _is_named(surname: str, syntax: Syntax) -> bool:
    """Say whether a sentence names somebody by the surname alone."""
    return any(
        token.text == surname and syntax.tags[k - 1 : k] not in {("NNP",), ("NNPS",)}
        for k, token in enumerate(syntax.tokens)
    )


def _is_first(word: str, syntax: Syntax, others: Sequence[str]) -> bool:
    """Say whether a pronoun heads its sentence: whoever else it names is named behind it."""
    return syntax.word(0) == word or not any(name in syntax.text for name in others)


def _went_on(hero: str, before: Syntax | None, roster: Roster) -> bool:
    """Say whether the sentence before was about the hero: as its subject, or as 'he' where nobody else is named."""
    if before is None:
        return True
    subject = next(iter(before.children(before.root(), "nsubj", "nsubj:pass")), -1)
    if subject < 0:
        return False
    if before.word(subject) in PEOPLE:
        return not [name for name in _people(before, roster) if name not in hero and hero not in name]
    return before.tokens[subject].text in hero.split()


def _people(syntax: Syntax, roster: Roster) -> list[str]:
    return [name.text for name in find_names(syntax) if roster.sorts.get(name.text, ("",))[0] == "person"]


def _subject(syntax: Syntax) -> str:
    """Return the subject of a sentence where it is one proper name."""
    root = syntax.root()
    subjects = syntax.children(root, "nsubj", "nsubj:pass")
    if len(subjects) != 1 or not syntax.tokens[subjects[0]].text[0].isupper() or syntax.tags[subjects[0]][0] != "N":
        return ""
    if subjects[0] == 0 and syntax.tags[0] not in {"NNP", "NNPS"}:
        return ""
    words = sorted(syntax.under(subjects[0]))
    if words != list(range(words[0], words[-1] + 1)) or any(syntax.word(k) == "," for k in words):
        return ""
    text = syntax.text[syntax.tokens[words[0]].start : syntax.tokens[words[-1]].end]
    return "the" + text[3:] if text.startswith("The ") else text


def _is_titled(name: str, title: Set[str]) -> bool:
    """Say whether the title holds every word of a name: what it names is what the document is about."""
    words = _bare(name).split()
    return words[0][0].isupper() and {word.lower() for word in words} <= title


def _title_thing(syntax: Syntax, title: Set[str]) -> str:
    """Return 'the museum' where that is the subject of a sentence and a museum is in the title."""
    subjects = syntax.children(syntax.root(), "nsubj", "nsubj:pass")
    if len(subjects) != 1 or syntax.under(subjects[0]) != {subjects[0], subjects[0] - 1}:
        return ""
    noun = syntax.word(subjects[0])
    known = syntax.word(subjects[0] - 1) == "the" and syntax.tags[subjects[0]] == "NN" and noun in title
    return f"the {noun}" if known else ""


def _is_plural(syntax: Syntax) -> bool:
    subjects = syntax.children(syntax.root(), "nsubj", "nsubj:pass")
    return bool(subjects) and (syntax.tags[subjects[0]] == "NNPS" or bool(syntax.children(subjects[0], "conj")))


def _bare(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


def _leading_name(roster: Roster) -> str:
    """Return the name that a document speaks of far more than of any other, where it is no place or thing."""
    free = [name for name in roster.counts if roster.sorts.get(name, ("person",))[0] == "person" and " " not in name]
    ranked = sorted(free, key=lambda name: (-roster.counts[name], name))
    if not ranked or roster.counts[ranked[0]] < 6 or roster.he_or_she < 6:
        return ""
    second = roster.counts[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if roster.counts[ranked[0]] >= 2 * second else ""


def find_hero(title: Sequence[str], roster: Roster) -> str:
    """Return the person a document is about: named in its title and often in its text."""
    words = {word.lower().strip(",.") for word in title if len(word) > 2}
    if looks_like_person([word.strip(",.") for word in title]):
        parts = [word for word in reversed(title) if roster.counts.get(word, 0) >= 3]
        if parts:
            return parts[0]
    known = [name for name, (sort, _, _) in roster.sorts.items() if sort == "person"]
    named = [name for name in known if words & {word.lower() for word in name.split()}]
    counts = {name: sum(n for other, n in roster.counts.items() if other in name or name in other) for name in named}
    if not named and (leading := _leading_name(roster)):
        return leading
    best = sorted(named, key=lambda name: (-counts[name], len(name), name))
    return best[0] if best and counts[best[0]] >= 3 else ""
