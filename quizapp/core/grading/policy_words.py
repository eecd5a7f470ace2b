"""How answers are marked, in the words of a quiz's cover."""

from __future__ import annotations

from collections.abc import Iterable

from .policy import Policy

WORDS = {
    "choice": "Multiple choice: full marks for the right option, none for another.",
    "true_false": "True or false: full marks for the right judgement, none for the other.",
    "multiple": (
        "Several right answers: each right tick earns its share and each wrong tick takes one back, but never below 0."
    ),
    "matching": "Matching: each right pair earns its share.",
    "ordering": "Ordering: each two neighbours that you put the right way round earn their share.",
    "text": (
        "Typed answers: capital letters, accents, punctuation, “the” and “a” do not matter, nor whether a number is "
        "in words or in figures. “It was” and the like, a title or an office before a name, and a plain remark in "
        "brackets after the answer do not count."
    ),
    "number": "Numbers: in figures or in words, with or without the unit.",
    "date": (
        "Dates: as you would write them, such as 20 July 1969, July 20, 1969 or 1969-07-20. In figures alone, such as "
        "5/4/1969, day first and month first are both tried. A slip in a month’s name is forgiven."
    ),
}
SLIP = (
    "A slip of the finger in a typed word is forgiven: one letter added, left out, changed or swapped with its "
    "neighbour in a word of five letters or more, two in one of ten or more, and one word at most. It is not forgiven "
    "in a figure, in the first letter of a word, or where it makes another answer."
)
STRICT = "Typed words must be spelled right."
NOTHING = "A question without an answer earns nothing."
GROUPS = {"short_text": "text", "cloze": "text"}
SPELLED = frozenset(GROUPS)


def policy_words(kinds: Iterable[str], policy: Policy | None = None) -> list[str]:
    """Sentences that say how each kind present is marked, in a fixed order."""
    present = set(kinds)
    if not present:
        return []
    groups = {GROUPS.get(kind, kind) for kind in present}
    found = [sentence for group, sentence in WORDS.items() if group in groups]
    if present & SPELLED:
        found.append(SLIP if (policy or Policy()).slip else STRICT)
    return [*found, NOTHING]
