"""The person a document tells of, seen by who acts in it and by its pronouns."""

from collections import Counter
from collections.abc import Sequence

from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.names import find_names
from quizapp.core.generation.mentions.roster import Roster

_HE, _SHE = frozenset({"he", "his", "him", "himself"}), frozenset({"she", "her", "hers", "herself"})
LEAST_PRONOUNS, LEAST_ACTS, LEAST_OF_HERO = 5, 5, 8
APART = 3


def gender_told(sentences: Sequence[Syntax]) -> str:
    """Return m or f where a document says far more often he than she, or she than he; else nothing."""
    he, she = _pronouns(sentences)
    if max(he, she) < LEAST_PRONOUNS or min(he, she) * APART > max(he, she):
        return ""
    return "m" if he > she else "f"


def _pronouns(sentences: Sequence[Syntax]) -> tuple[int, int]:
    words = Counter(syntax.word(i) for syntax in sentences for i in range(len(syntax)))
    return sum(words[word] for word in _HE), sum(words[word] for word in _SHE)


def leading_subject(sentences: Sequence[Syntax], roster: Roster) -> str:
    """Return the one name that acts in a document of one he or she, where no other acts a third as often."""
    if not gender_told(sentences) or max(_pronouns(sentences)) < LEAST_OF_HERO:
        return ""
    acts = Counter(name for syntax in sentences for name in _acting(syntax) if _may_be_person(name, roster))
    ranked = sorted(acts.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked or ranked[0][1] < LEAST_ACTS:
        return ""
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= APART * second else ""


def _acting(syntax: Syntax) -> list[str]:
    """Return the names that are subjects, or owners, in a sentence."""
    found = []
    for name in find_names(syntax):
        words = syntax.words_within(name.start, name.end)
        owns = words and syntax.word(words[-1] + 1) in {"'s", "’s"}
        if words and (owns or syntax.roles[words[-1]] in {"nsubj", "nsubj:pass"}):
            found.append(name.text)
    return found


def _may_be_person(name: str, roster: Roster) -> bool:
    return roster.sorts.get(name, ("person",))[0] == "person" and name not in word_list("never names")
