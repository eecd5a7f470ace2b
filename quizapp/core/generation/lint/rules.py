"""The item rules: each with its id, what it asks for, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: E blocks publishing, W wants a recorded reason, S concerns a whole set."""

    id: str
    title: str
    why: str


_ROWS = (
    ("E01", "Evidence stands in the document", "An answer that cannot be traced to its sentence cannot be trusted."),
    ("E02", "The key is in the quote", "The passage must decide the question by itself."),
    ("E03", "Exactly one key, or declared several", "A question without a clear key cannot be marked."),
    ("E04", "Two to five different options", "Options that say the same, or hold one another, make two keys."),
    ("E05", "No distractor is right", "A learner who knows more must not be marked wrong."),
    ("E06", "The stem asks one thing and hides the key", "A stem that holds its key asks nothing."),
    ("E07", "The explanation adds something", "Options are shuffled, and a refilled stem teaches nothing."),
    ("E08", "No 'all of the above', no 'A and C'", "They test the reading of options, not the subject."),
    ("E09", "No question twice", "The same thing asked twice counts double."),
    ("W10", "The key is not the long one", "Learners guess the longest option."),
    ("W11", "Options of one sort", "An option of another sort is dismissed unread."),
    ("W12", "Grammar fits every option", "An article or a verb must not point to the key."),
    ("W13", "No rare word shared by stem and key alone", "An echo points to the key."),
    ("W14", "No absolutes", "'Always' and 'never' are known to be wrong."),
    ("W15", "No vague words", "'Often' and 'some' are known to be right, and argued about."),
    ("W16", "Negatives are emphasised", "A 'not' that is read over tests eyesight."),
    ("W17", "No 'none of the above'", "It shows what is wrong, not what is right."),
    ("W18", "Few true/false and bare gaps", "Half of the true/false answers are right by chance."),
    ("W19", "Values in order, ranges apart", "A reader should find a value where it belongs."),
    ("W20", "The key is not the meeting point", "The option that shares most with the others is often the key."),
    ("W21", "No lone pair of opposites", "One of the two is then the key."),
    ("W22", "A focused stem", "A reader should be able to answer with the options hidden."),
    ("W23", "No copied or swollen stem", "Copied words test recognition, not recall."),
    ("W24", "The stem names its subject", "'The article' and 'he' mean nothing on their own."),
    ("W25", "Every distractor says why it is wrong", "A random wrong answer teaches nothing."),
    ("W26", "Worth asking, and whose word it is", "Page furniture is no fact; a disputed fact has a source."),
    ("S27", "Keys at every place equally", "Learners find the favourite place."),
    ("S28", "No guess by length, precision or middle", "A bank must not be passed without reading."),
    ("S29", "No question answers another", "Its key would be read, not known."),
    ("S30", "The whole document is asked", "What is never asked is never learned."),
    ("S31", "A mix of kinds", "One kind asks for one skill."),
    ("S32", "Stems no harder than the source", "The question must not be the difficulty."),
)
RULES: Mapping[str, Rule] = MappingProxyType({row[0]: Rule(*row) for row in _ROWS})
