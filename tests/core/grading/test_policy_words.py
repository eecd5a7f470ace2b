from __future__ import annotations

from quizapp.core.grading import Policy, policy_words
from quizapp.core.kinds import KINDS

NOTHING = "A question without an answer earns nothing."
TYPED = (
    "Typed answers: capital letters, accents, punctuation, “the” and “a” do not matter, nor whether a number is in "
    "words or in figures. “It was” and the like, a title or an office before a name, and a plain remark in brackets "
    "after the answer do not count."
)
SLIP = (
    "A slip of the finger in a typed word is forgiven: one letter added, left out, changed or swapped with its "
    "neighbour in a word of five letters or more, two in one of ten or more, and one word at most. It is not forgiven "
    "in a figure, in the first letter of a word, or where it makes another answer."
)


def test_the_cover_says_how_each_kind_present_is_marked() -> None:
    assert policy_words([]) == []
    assert policy_words(["choice", "choice"]) == [
        "Multiple choice: full marks for the right option, none for another.", NOTHING,
    ]  # fmt: skip
    assert policy_words(["ordering", "matching", "multiple"]) == [
        "Several right answers: each right tick earns its share and each wrong tick takes one back, but never below 0.",
        "Matching: each right pair earns its share.",
        "Ordering: each two neighbours that you put the right way round earn their share.",
        NOTHING,
    ]
    assert policy_words(["short_text"]) == policy_words(["cloze", "short_text"]) == [TYPED, SLIP, NOTHING]
    assert policy_words(["cloze"], Policy(slip=False)) == [TYPED, "Typed words must be spelled right.", NOTHING]


def test_no_kind_is_left_unsaid() -> None:
    for kind in KINDS:
        assert len(policy_words([kind])) >= 2
    assert len(policy_words(KINDS)) == 10
