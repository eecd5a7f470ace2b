"""Names of the arcs: what each word is to its head."""

from collections.abc import Mapping, Sequence

from quizapp.core.generation.language.parser import Arcs, pad_words
from quizapp.core.generation.language.tagger import Weights


def label_features(words: Sequence[str], tags: Sequence[str], arcs: Arcs, i: int) -> list[str]:
    """Return what the labeller looks at to name the arc from word i to its head."""
    head = arcs.heads[i]
    side = ("<" if head < i else ">") + str(min(abs(head - i), 4))
    way = side[0]
    th, wh, tc, wc = tags[head], words[head], tags[i], words[i]
    lefts, rights = arcs.lefts[i], arcs.rights[i]
    first = words[min(lefts)] if lefts else "-"
    last = tags[rights[-1]] if rights else "-"
    between = tags[i - 1] if i else "^"
    kin = arcs.rights[head] if way == "<" else arcs.lefts[head]
    order = kin.index(i) if i in kin else 9
    inner = tags[kin[order - 1]] if 0 < order < 9 else "-"
    head_lefts = "".join(tags[k][:2] for k in sorted(arcs.lefts[head])[-3:])
    aux = "".join(words[k] for k in arcs.lefts[head] if tags[k][0] == "A" or tags[k] == "MD")
    kinds = way + th + " " + tc
    return [
        "b",
        "a" + kinds,
        "c" + side + th + " " + tc,
        "d" + way + wh + " " + tc,
        "e" + way + th + " " + wc,
        "f" + way + wh + " " + wc,
        "g" + wc + " " + tc,
        "h" + kinds + " " + first,
        "i" + way + wh + " " + tc + " " + first,
        "j" + kinds + " " + last,
        "k" + kinds + " " + between,
        "l" + kinds + " " + inner,
        "m" + kinds + " " + str(min(order, 3)),
        "n" + kinds + " " + head_lefts,
        "o" + kinds + " " + aux,
        "p" + kinds + " " + tags[i + 1],
        "q" + kinds + " " + words[i + 1],
        "r" + kinds + " " + ("^" if i == 0 else words[i - 1]),
        "s" + way + tc + " " + first + " " + last,
    ]


class Labeller:
    """Names each arc by the words and word classes at its ends."""

    def __init__(self, weights: Weights, classes: Sequence[str]) -> None:
        self._weights = weights
        self._classes = tuple(sorted(classes))

    def label(self, words: Sequence[str], tags: Sequence[str], arcs: Arcs) -> list[str]:
        """Return the name of the arc above each word."""
        forms, classes = pad_words(words), [*tags, "ROOT", ">", ">>"]
        return [
            "root" if arcs.heads[i] == len(words) else self._best(label_features(forms, classes, arcs, i))
            for i in range(len(words))
        ]

    def _best(self, features: Sequence[str]) -> str:
        totals: dict[str, int] = dict.fromkeys(self._classes, 0)
        for feature in features:
            for name, weight in self._weights.get(feature, _NONE).items():
                totals[name] += weight
        return max(self._classes, key=totals.__getitem__)


_NONE: Mapping[str, int] = {}
