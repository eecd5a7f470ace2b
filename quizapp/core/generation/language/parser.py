"""A dependency parser: greedy arc-hybrid transitions chosen by whole-number weights."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

SHIFT, RIGHT, LEFT = 0, 1, 2
MoveWeights = Mapping[str, Sequence[int]]


class Arcs:
    """The arcs found so far; the root is the place after the last word."""

    __slots__ = ("heads", "lefts", "rights", "sure")

    def __init__(self, length: int) -> None:
        self.heads: list[int] = [length] * (length + 1)
        self.sure: list[int] = [0] * (length + 1)
        self.lefts: list[list[int]] = [[] for _ in range(length + 1)]
        self.rights: list[list[int]] = [[] for _ in range(length + 1)]

    def add(self, head: int, child: int, margin: int) -> None:
        """Attach a word to its head, remembering by how much the choice won."""
        self.heads[child] = head
        self.sure[child] = margin
        (self.lefts if child < head else self.rights)[head].append(child)


def legal_moves(i: int, length: int, depth: int) -> list[int]:
    """Return the moves allowed with the buffer at word i and this many words on the stack."""
    moves = []
    if i < length:
        moves.append(SHIFT)
    if depth >= 2:
        moves.append(RIGHT)
    if depth >= 1:
        moves.append(LEFT)
    return moves


def apply_move(move: int, i: int, stack: list[int], arcs: Arcs, margin: int = 0) -> int:
    """Make one move and return the new place of the buffer."""
    if move == SHIFT:
        stack.append(i)
        return i + 1
    child = stack.pop()
    arcs.add(stack[-1] if move == RIGHT else i, child, margin)
    return i


class _Near(NamedTuple):
    """The words (w) and classes (t) of the top of the stack (s), the front of the buffer (n) and their children."""

    ws0: str
    ts0: str
    wn0: str
    tn0: str
    ws1: str
    ts1: str
    ts2: str
    wn1: str
    tn1: str
    tn2: str
    tl0: str
    tl02: str
    tr0: str
    tr02: str
    wr0: str
    wl0: str
    tl1: str
    tr1: str
    tln: str
    wln: str
    gap: str
    sides: str
    inner: str


def _near(words: Sequence[str], tags: Sequence[str], i: int, stack: Sequence[int], arcs: Arcs) -> _Near:
    depth = len(stack)
    s0 = stack[-1] if depth else -1
    s1 = stack[-2] if depth > 1 else -1
    ws0, ts0 = (words[s0], tags[s0]) if depth else ("-", "-")
    ws1, ts1 = (words[s1], tags[s1]) if depth > 1 else ("-", "-")
    ts2 = tags[stack[-3]] if depth > 2 else "-"
    wn0, tn0 = words[i], tags[i]
    wn1, tn1 = words[i + 1], tags[i + 1]
    tn2 = tags[i + 2]
    ls0 = arcs.lefts[s0] if depth else ()
    rs0 = arcs.rights[s0] if depth else ()
    ls1 = arcs.lefts[s1] if depth > 1 else ()
    rs1 = arcs.rights[s1] if depth > 1 else ()
    ln0 = arcs.lefts[i]
    tl0 = tags[ls0[-1]] if ls0 else "-"
    tr0 = tags[rs0[-1]] if rs0 else "-"
    wr0 = words[rs0[-1]] if rs0 else "-"
    tl02 = tags[ls0[-2]] if len(ls0) > 1 else "-"
    tr02 = tags[rs0[-2]] if len(rs0) > 1 else "-"
    tr1 = tags[rs1[-1]] if rs1 else "-"
    tl1 = tags[ls1[-1]] if ls1 else "-"
    tln = tags[ln0[-1]] if ln0 else "-"
    wln = words[ln0[-1]] if ln0 else "-"
    wl0 = words[ls0[0]] if ls0 else "-"
    gap = str(min(i - s0, 6)) if depth else "-"
    sides = f"{len(ls0)} {len(rs0)} {tn0}"
    inner = str(len(ln0))
    first = (ws0, ts0, wn0, tn0, ws1, ts1, ts2, wn1, tn1, tn2)
    return _Near(*first, tl0, tl02, tr0, tr02, wr0, wl0, tl1, tr1, tln, wln, gap, sides, inner)


def move_features(words: Sequence[str], tags: Sequence[str], i: int, stack: Sequence[int], arcs: Arcs) -> list[str]:
    """Return what the parser looks at to choose its next move (words and tags end in a root and two pads)."""
    near = _near(words, tags, i, stack, arcs)
    return [*_features_of_words(near), *_features_of_children(near)]


def _features_of_words(near: _Near) -> list[str]:
    ws0, ts0, wn0, tn0, ws1, ts1 = near.ws0, near.ts0, near.wn0, near.tn0, near.ws1, near.ts1
    ts2, wn1, tn1, tn2 = near.ts2, near.wn1, near.tn1, near.tn2
    pair = ts0 + " " + tn0
    return [
        "a" + ws0,
        "b" + ts0,
        "c" + wn0,
        "d" + tn0,
        "e" + ws0 + " " + ts0,
        "f" + wn0 + " " + tn0,
        "g" + ws1 + " " + ts1,
        "h" + wn1 + " " + tn1,
        "i" + ws0 + " " + wn0,
        "j" + ws0 + " " + pair,
        "k" + wn0 + " " + pair,
        "l" + pair,
        "m" + pair + " " + tn1,
        "n" + ts1 + " " + pair,
        "t" + ts2 + " " + ts1 + " " + pair,
        "u" + tn0 + " " + tn1 + " " + tn2,
        "v" + ts0 + " " + tn0 + " " + tn1 + " " + tn2,
        "B" + ws1 + " " + ws0,
        "C" + ts1 + " " + ws0 + " " + tn0,
        "D" + ws1 + " " + ts0 + " " + tn0,
        "K" + ws0 + " " + tn0 + " " + wn1,
        "M" + ws1 + " " + wn0 + " " + ts0,
    ]


def _features_of_children(near: _Near) -> list[str]:
    ws0, ts0, wn0, tn0, ts1, tl0 = near.ws0, near.ts0, near.wn0, near.tn0, near.ts1, near.tl0
    tl02, tr0, tr02, wr0, wl0, tl1 = near.tl02, near.tr0, near.tr02, near.wr0, near.wl0, near.tl1
    tr1, tln, wln, gap, sides = near.tr1, near.tln, near.wln, near.gap, near.sides
    inner = near.inner
    pair = ts0 + " " + tn0
    return [
        "o" + pair + " " + tr0,
        "p" + pair + " " + tl0,
        "q" + pair + " " + tln,
        "r" + ts1 + " " + ts0 + " " + tr1,
        "s" + ts1 + " " + ts0 + " " + tl0,
        "w" + gap + " " + pair,
        "x" + gap + " " + ws0,
        "y" + gap + " " + wn0,
        "z" + ts0 + sides,
        "A" + tn0 + inner + ts0,
        "E" + ts0 + tl0 + tl02 + " " + tn0,
        "F" + ts0 + tr0 + tr02 + " " + tn0,
        "G" + ws0 + " " + wr0 + " " + tn0,
        "H" + ts0 + " " + wn0 + " " + wln,
        "I" + ts1 + " " + ts0 + " " + wl0,
        "J" + ts1 + tl1 + tr1 + " " + ts0 + " " + tn0,
        "L" + ts1 + " " + ts0 + " " + tn0 + tr0,
    ]


def pad_words(words: Sequence[str]) -> list[str]:
    """Return the words in small letters, digits as one mark, with the root and two pads after them."""
    return ["#" if word[0].isdigit() else word.lower() for word in words] + ["<root>", ">", ">>"]


class Parser:
    """Finds the head of each word."""

    def __init__(self, weights: MoveWeights) -> None:
        self._weights = weights

    def parse(self, words: Sequence[str], tags: Sequence[str]) -> Arcs:
        """Return the arcs of a tagged sentence."""
        length = len(words)
        forms, classes = pad_words(words), [*tags, "ROOT", ">", ">>"]
        stack: list[int] = []
        arcs, i = Arcs(length), 0
        while stack or i < length:
            moves = legal_moves(i, length, len(stack))
            move, margin = self._choose(move_features(forms, classes, i, stack, arcs), moves)
            i = apply_move(move, i, stack, arcs, margin)
        return arcs

    def _choose(self, features: Sequence[str], moves: Sequence[int]) -> tuple[int, int]:
        totals = [0, 0, 0]
        for feature in features:
            row = self._weights.get(feature)
            if row:
                totals[0] += row[0]
                totals[1] += row[1]
                totals[2] += row[2]
        ranked = sorted(moves, key=lambda move: (-totals[move], move))
        return ranked[0], totals[ranked[0]] - totals[ranked[1]] if len(ranked) > 1 else 1000
