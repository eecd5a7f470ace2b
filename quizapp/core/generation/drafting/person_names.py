"""The ways in which a person may be named: by title, by the surname, by the full name the document gives."""

from collections.abc import Iterator

from quizapp.core.generation.language.model import is_common
from quizapp.core.generation.language.word_lists import rows_of, word_list
from quizapp.core.generation.mentions.gazetteer import given_names, known_people, nationalities, person_words
from quizapp.core.generation.mentions.heads import NOT_PEOPLE, PARTICLES
from quizapp.core.generation.mentions.roster import Roster

_BEHIND = ("Khan", "Pasha", "Island", "School", "College", "University")
THINGS = frozenset(rows_of("drafting_words.txt")["ends of things"].split())


def is_full_name(name: str) -> bool:
    """Say whether a name is a known first name with a surname, in letters everybody types alike."""
    words = _without_rank(name.split())
    if len(words) == 2 and words[0] in given_names() and not words[1].strip("IVX"):
        return True
    plain = all(word.replace("-", "").isalpha() and word[0].isupper() for word in words)
    return plain and 2 <= len(words) <= 3 and words[0] in given_names() and words[-1] not in NOT_PEOPLE | THINGS


def names_of(name: str, roster: Roster, *, surely: bool) -> list[str]:
    """Return the other fair ways to name somebody; of what may be no person only those that are sure."""
    found = [*_known(name)]
    words = name.split()
    if len(words) == 1:
        longer = roster.longer.get(name, ())
        if not surely:
            return [*found, *(other for other in longer if other in {f"{name} {rank}" for rank in _BEHIND})]
        people = [other for other in longer if roster.sorts.get(other, ("person",))[0] == "person"]
        found += people if len(people) == 1 else [other for other in people if other.split()[-1] == name]
        found += [other.split()[-1] for other in people if len(people) == 1 and other.split()[0] == name]
        return list(dict.fromkeys(found))
    bare = _without_rank(words) if surely else words
    found += [" ".join(bare)] if 0 < len(bare) < len(words) else []
    if not surely and (len(words) < 3 or is_common(bare[-1]) or bare[-1] in NOT_PEOPLE | THINGS or "of" in bare):
        return list(dict.fromkeys(found))
    found += [form for form in _short_forms(bare) if _is_one(form, name, roster)]
    return list(dict.fromkeys(form for form in found if form != name))


def _without_rank(words: list[str]) -> list[str]:
    """Leave out the nation, the office and the title that stand before a name."""
    ranks = person_words("titles") | word_list("offices before names") | set(nationalities())
    at = 0
    while at < len(words) - 1 and (words[at] in ranks or words[at] in {"Grand", "Vice", "Vizier", "Chief", "Prime"}):
        at += 1
    return words[at:]


def _short_forms(words: list[str]) -> Iterator[str]:
    """Yield the surname with its particles and without, the first name with the last, and a ruler's bare name."""
    if "the" in words:
        yield " ".join(words[: words.index("the")])
        return
    if len(words) < 2 or words[-1].strip("IVX") == "":
        return
    particles = [k for k in range(1, len(words)) if words[k] in PARTICLES]
    if particles:
        yield " ".join(words[particles[0] :])
    yield words[-1]
    if len(words) > 2 and not particles:
        yield f"{words[0]} {words[-1]}"


def _is_one(form: str, name: str, roster: Roster) -> bool:
    """Say whether no other person of the document bears this form of a name."""
    last = form.split()[-1]
    people = (other for other in roster.longer.get(last, ()) if roster.sorts.get(other, ("",))[0] == "person")
    return not any(other.endswith(form) and name not in other and other not in name for other in people)


def _known(name: str) -> Iterator[str]:
    """Yield the names that everybody knows for the same person."""
    for group in known_people():
        if name in group:
            yield from (other for other in group if other != name)
