"""A remark in brackets after an answer, which does not count if it can name nothing else.

"Politburo (the highest committee)" is the Politburo. A remark that names something, gives a figure, leaves a choice or
shares a word with a foreseen wrong answer stays, and so does one of a single word, which may turn the answer round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .folding import Words, forms
from .titles import LISTED, folded
from .word_lists import listed

ASIDE = re.compile(r"^([^()\[\]]*[^\W_][^()\[\]]*)[(\[]([^()\[\]]+)[)\]]\W*$")
DOUBT = frozenset(listed("or not no nor never neither maybe perhaps possibly probably rather instead but and also"))


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The folded words of the texts."""
    found: Iterable[Words] = (words for text in texts for words in forms(text))
    return frozenset(word for words in found for word in words)


def is_description(answer: str, aside: str) -> bool:
    """Whether the remark is of common words: several, none with a capital where the answer before it has one."""
    words = aside.split()
    return len(words) > 1 and aside == aside.lower() and answer != answer.lower()


def is_harmless(answer: str, aside: str, accept: Sequence[str], wrong: Sequence[str]) -> bool:
    """Whether the remark leaves the answer what it is."""
    words = words_in([aside])
    if re.search(r"[\d?]", aside) or words & DOUBT or words & (words_in(wrong) - words_in(accept)):
        return False
    return is_description(answer, aside) or all(folded(word) in LISTED for word in aside.split())


def without_aside(typed: str, accept: Sequence[str], wrong: Sequence[str]) -> str:
    """The text without a harmless remark in brackets at its end."""
    found = ASIDE.match(typed)
    return found[1].strip() if found and is_harmless(found[1], found[2], accept, wrong) else typed
