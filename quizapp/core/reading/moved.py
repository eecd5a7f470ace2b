"""Where the sentences of a text stand in a newer one."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from quizapp.core.reading.anchors import Anchor, find_quote, make_anchor
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.errors import QuoteAmbiguous, QuoteNotFound
from quizapp.core.reading.spans import Passage

_QUOTES = str.maketrans("’‘‚‛′`´“”„‟″«»", "'" * 7 + '"' * 7)
_SPACE = re.compile(r"\s+")


class MovedSentences:
    """The sentences of an older text found again in a newer one: in the same order, or moved where they stand once.

    A sentence is the same where only white space or the shape of its quote marks has changed.
    """

    def __init__(self, old: ReadDocument, new: ReadDocument) -> None:
        self._old, self._new = old, new
        before, after = _folded(old), _folded(new)
        self._to = dict(_matched(before, after))
        self._starts = [passage.start for passage in old.passages]
        self._ends = [passage.end for passage in old.passages]
        known = set(before)
        self.fresh = tuple(row for row, said in zip(new.passages, after, strict=True) if said not in known)

    def place(self, start: int, end: int) -> Anchor | None:
        """Return where the words of a stretch stand now; None where a sentence that holds some of them has changed."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end) - 1
        if first > last or start < self._starts[first] or end > self._ends[last]:
            return None
        places = [self._to.get(number) for number in range(first, last + 1)]
        if any(place is None or place != (places[0] or 0) + step for step, place in enumerate(places)):
            return None
        return self._same_words(start, end, (first, last), (places[0] or 0, places[-1] or 0))

    def _same_words(self, start: int, end: int, was: tuple[int, int], now: tuple[int, int]) -> Anchor | None:
        old, new = self._old, self._new
        shift = new.passages[now[0]].start - old.passages[was[0]].start
        tail = new.passages[now[1]].start - old.passages[was[1]].start
        if new.text[start + shift : end + tail] == old.text[start:end]:
            return make_anchor(new.text, start + shift, end + tail)
        low, high = new.passages[now[0]].start, new.passages[now[1]].end
        try:
            found = find_quote(new.text[low:high], old.text[start:end])
        except (QuoteNotFound, QuoteAmbiguous):
            return None
        return make_anchor(new.text, low + found.start, low + found.end)


def _folded(document: ReadDocument) -> list[str]:
    return [_fold(document.text, passage) for passage in document.passages]


def _fold(text: str, passage: Passage) -> str:
    return _SPACE.sub(" ", text[passage.start : passage.end].translate(_QUOTES))


def _matched(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pair the sentences that stand in the same order, then those that are left and stand once in both texts."""
    taken: set[int] = set()
    paired: set[int] = set()
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            taken.add(block.b + step)
            paired.add(block.a + step)
            yield block.a + step, block.b + step
    left = {said: n for n, said in enumerate(after) if n not in taken}
    counts = Counter(after)
    often = Counter(before)
    for n, said in enumerate(before):
        if n not in paired and said in left and counts[said] == often[said] == 1:
            yield n, left[said]
