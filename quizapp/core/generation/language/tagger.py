"""A word-class tagger: an averaged perceptron with whole-number weights, so every machine agrees."""

from collections.abc import Iterator, Mapping, Sequence

Weights = Mapping[str, Mapping[str, int]]


def shape_of(word: str) -> str:
    """Return the outline of a word: capitals X, small letters x, digits d, runs shortened."""
    outline: list[str] = []
    for letter in word:
        mark = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        if outline[-2:] != [mark, mark]:
            outline.append(mark)
    return "".join(outline)


def tag_features(words: Sequence[str], lowered: Sequence[str], i: int, before: str, before2: str) -> list[str]:
    """Return what the tagger looks at to tag the word at place i (words carry two pads on each side)."""
    word, low = words[i], lowered[i]
    left, right = lowered[i - 1], lowered[i + 1]
    return [
        "b",
        "w" + low,
        "s" + low[-3:],
        "S" + low[-2:],
        "4" + low[-4:],
        "p" + low[:2],
        "h" + shape_of(word) + ("^" if before == "<" else ""),
        "t" + before,
        "T" + before2 + " " + before,
        "y" + before + " " + low,
        "l" + left,
        "L" + lowered[i - 2],
        "r" + right,
        "R" + lowered[i + 2],
        "z" + right[-3:],
        "Z" + left[-3:],
        "c" + left + " " + low,
        "d" + low + " " + right,
        "H" + before + shape_of(words[i + 1])[:2],
    ]


class Tagger:
    """Tags words by their form and neighbours, left to right."""

    def __init__(self, weights: Weights, certain: Mapping[str, str], classes: Sequence[str]) -> None:
        self._weights = weights
        self._certain = certain
        self._classes = tuple(sorted(classes))

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag for each word."""
        return list(self._tags(words))

    def _tags(self, words: Sequence[str]) -> Iterator[str]:
        padded = ["<<", "<", *words, ">", ">>"]
        lowered = [word.lower() for word in padded]
        before, before2 = "<", "<<"
        for i in range(2, len(words) + 2):
            tag = self._certain.get(padded[i]) or self._best(tag_features(padded, lowered, i, before, before2))
            yield tag
            before, before2 = tag, before

    def _best(self, features: Sequence[str]) -> str:
        totals = dict.fromkeys(self._classes, 0)
        weights = self._weights
        for feature in features:
            row = weights.get(feature)
            if row:
                for tag, weight in row.items():
                    totals[tag] += weight
        return max(self._classes, key=totals.__getitem__)
