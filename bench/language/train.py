"""Train the word-class tagger, the parser and the labeller from a Universal Dependencies folder.

    python bench/language/train.py FOLDER OUT

FOLDER holds train.conllu, dev.conllu and test.conllu; OUT gets english.json.gz, scores are printed.
"""

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from quizapp.core.generation.language.labeller import Labeller, label_features
from quizapp.core.generation.language.parser import (
    LEFT,
    RIGHT,
    SHIFT,
    Arcs,
    Parser,
    apply_move,
    legal_moves,
    move_features,
    pad_words,
)
from quizapp.core.generation.language.tagger import Tagger, tag_features

KEPT_SUBTYPES = {"nsubj:pass", "aux:pass", "acl:relcl", "nmod:poss", "obl:agent", "compound:prt", "obl:unmarked"}
SCALE = 32


def read_sentences(path):
    """Yield sentences as (words, tags, heads, labels); heads count from 0, the root is the length."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield sentence_from(rows)


def sentence_from(rows):
    words = [row[1].replace(" ", "") for row in rows]
    tags = [("A" if row[3] == "AUX" and row[4].startswith("V") else "") + row[4] for row in rows]
    heads = [int(row[6]) - 1 if row[6] != "0" else len(rows) for row in rows]
    labels = [row[7] if row[7] in KEPT_SUBTYPES else row[7].split(":")[0] for row in rows]
    return words, tags, heads, labels


def is_projective(heads):
    spans = [(min(i, head), max(i, head)) for i, head in enumerate(heads)]
    return not any(a < c < b < d for a, b in spans for c, d in spans)


class Learner:
    """An averaged perceptron over sparse rows."""

    def __init__(self):
        self.rows = defaultdict(lambda: defaultdict(int))
        self.sums = defaultdict(lambda: defaultdict(int))
        self.stamps = defaultdict(lambda: defaultdict(int))
        self.now = 0

    def score(self, features):
        totals = defaultdict(int)
        rows = self.rows
        for feature in features:
            if feature in rows:
                for name, weight in rows[feature].items():
                    totals[name] += weight
        return totals

    def learn(self, features, right, wrong):
        for feature in features:
            self._add(feature, right, 1)
            self._add(feature, wrong, -1)

    def _add(self, feature, name, by):
        row, stamps = self.rows[feature], self.stamps[feature]
        self.sums[feature][name] += (self.now - stamps[name]) * row[name]
        stamps[name] = self.now
        row[name] += by

    def averaged(self, least):
        """Return whole-number averages, dropping rows whose weights are all small."""
        kept = {}
        for feature, row in self.rows.items():
            values = {
                name: round(
                    SCALE * (self.sums[feature][name] + (self.now - self.stamps[feature][name]) * weight) / self.now
                )
                for name, weight in row.items()
            }
            values = {name: value for name, value in values.items() if abs(value) >= least}
            if values:
                kept[feature] = values
        return kept


def verb_bases(folder):
    """Return the base forms of the verbs seen more than once."""
    rows = (line.split("\t") for line in (folder / "train.conllu").read_text("utf-8").splitlines())
    seen = Counter(
        row[2].lower() for row in rows if len(row) == 10 and row[3] == "VERB" and row[2].isalpha() and row[2].isascii()
    )
    return sorted(base for base, count in seen.items() if count > 1)


def certain_words(sentences):
    counts = defaultdict(Counter)
    for words, tags, *_ in sentences:
        for word, tag in zip(words, tags, strict=True):
            counts[word][tag] += 1
    return {
        word: seen.most_common(1)[0][0]
        for word, seen in counts.items()
        if sum(seen.values()) >= 20 and seen.most_common(1)[0][1] >= 0.995 * sum(seen.values())
    }


def train_tagger(sentences, rounds, least=8):
    rng = random.Random(7)
    certain = certain_words(sentences)
    classes = sorted({tag for _, tags, *_ in sentences for tag in tags})
    learner = Learner()
    order = list(sentences)
    for _ in range(rounds):
        rng.shuffle(order)
        for words, tags, *_ in order:
            learn_tags(learner, classes, certain, words, tags)
    return Tagger(learner.averaged(least), certain, classes)


def learn_tags(learner, classes, certain, words, tags):
    padded = ["<<", "<", *words, ">", ">>"]
    lowered = [word.lower() for word in padded]
    before, before2 = "<", "<<"
    for i, gold in enumerate(tags, 2):
        tag = certain.get(padded[i])
        if tag is None:
            features = tag_features(padded, lowered, i, before, before2)
            totals = learner.score(features)
            tag = max(classes, key=lambda name: (totals.get(name, 0), name))
            learner.now += 1
            if tag != gold:
                learner.learn(features, gold, tag)
        before, before2 = tag, before


def gold_moves(i, length, stack, heads):
    legal = legal_moves(i, length, len(stack))
    if not stack or (SHIFT in legal and heads[i] == stack[-1]):
        return [SHIFT]
    top = stack[-1]
    if heads[top] == i:
        return [LEFT]
    costly = set()
    if len(stack) >= 2 and heads[top] == stack[-2]:
        costly.add(LEFT)
    if i < length and any(heads[i] == word or heads[word] == i for word in stack):
        costly.add(SHIFT)
    if any(heads[top] == word or (word < length and heads[word] == top) for word in range(i + 1, length + 1)):
        costly |= {LEFT, RIGHT}
    return [move for move in legal if move not in costly] or legal


def train_parser(sentences, rounds, least=8):
    rng = random.Random(11)
    learner = Learner()
    order = [sentence for sentence in sentences if is_projective(sentence[2])]
    for number in range(rounds):
        rng.shuffle(order)
        for words, tags, heads, _ in order:
            learn_moves(learner, rng, words, tags, heads, explore=number > 0)
        print("  parser round", number, flush=True)
    averaged = learner.averaged(least)
    return Parser({feature: [row.get(move, 0) for move in range(3)] for feature, row in averaged.items()})


def learn_moves(learner, rng, words, tags, heads, explore):
    length = len(words)
    heads = [*heads, -1]
    forms, classes = pad_words(words), [*tags, "ROOT", ">", ">>"]
    arcs, stack, i = Arcs(length), [], 0
    while stack or i < length:
        features = move_features(forms, classes, i, stack, arcs)
        totals = learner.score(features)
        legal = legal_moves(i, length, len(stack))
        guess = max(legal, key=lambda move: (totals[move], -move))
        gold = gold_moves(i, length, stack, heads)
        best = max(gold, key=lambda move: (totals[move], -move))
        learner.now += 1
        if guess not in gold:
            learner.learn(features, best, guess)
        i = apply_move(guess if explore and rng.random() < 0.9 else best, i, stack, arcs)


def train_labeller(sentences, rounds, least=8):
    rng = random.Random(13)
    learner = Learner()
    classes = sorted({label for *_, labels in sentences for label in labels})
    order = [sentence for sentence in sentences if is_projective(sentence[2])]
    for _ in range(rounds):
        rng.shuffle(order)
        for words, tags, heads, labels in order:
            learn_labels(learner, classes, words, tags, heads, labels)
    return Labeller(learner.averaged(least), classes)


def arcs_of(heads):
    arcs = Arcs(len(heads))
    for i, head in sorted(enumerate(heads), key=lambda pair: (abs(pair[0] - pair[1]), pair[0])):
        arcs.add(head, i, 0)
    return arcs


def learn_labels(learner, classes, words, tags, heads, labels):
    arcs = arcs_of(heads)
    forms, tag_row = pad_words(words), [*tags, "ROOT", ">", ">>"]
    for i, gold in enumerate(labels):
        if heads[i] == len(words):
            continue
        features = label_features(forms, tag_row, arcs, i)
        totals = learner.score(features)
        guess = max(classes, key=lambda name: (totals.get(name, 0), name))
        learner.now += 1
        if guess != gold:
            learner.learn(features, gold, guess)


def retagged(sentences, folds, rounds):
    """Return the sentences with tags predicted by taggers that did not see them."""
    out = []
    for fold in range(folds):
        rest = [sentence for n, sentence in enumerate(sentences) if n % folds != fold]
        tagger = train_tagger(rest, rounds)
        out += [(w, tagger.tag(w), h, r) for n, (w, _, h, r) in enumerate(sentences) if n % folds == fold]
    return out


def report(name, sentences, tagger, parser, labeller):
    counts = Counter()
    for words, tags, heads, labels in sentences:
        guessed = tagger.tag(words)
        arcs = parser.parse(words, guessed)
        names = labeller.label(words, guessed, arcs)
        for i, tag in enumerate(tags):
            counts["words"] += 1
            counts["tag"] += tag == guessed[i]
            counts["head"] += heads[i] == arcs.heads[i]
            counts["both"] += heads[i] == arcs.heads[i] and labels[i] == names[i]
    print(
        name,
        {key: round(100 * counts[key] / counts["words"], 2) for key in ("tag", "head", "both")},
        counts["words"],
        flush=True,
    )


def write_model(out, tagger, parser, labeller, bases):
    path = out / "english.json.gz"
    data = {
        "bases": bases,
        "certain": tagger._certain,
        "tags": list(tagger._classes),
        "tag_weights": tagger._weights,
        "move_weights": parser._weights,
        "labels": list(labeller._classes),
        "label_weights": labeller._weights,
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print("model", path.stat().st_size, {key: len(value) for key, value in data.items()})


def pruned(tagger, parser, labeller):
    """Return the three with their faint rows left out: a third of the size for 0.3 points of accuracy."""
    return (
        Tagger(without_faint(tagger._weights, 32), tagger._certain, tagger._classes),
        Parser({feature: row for feature, row in parser._weights.items() if max(row) - min(row) >= 64}),
        Labeller(without_faint(labeller._weights, 32), labeller._classes),
    )


def without_faint(weights, least):
    rows = {feature: {k: v for k, v in row.items() if abs(v) >= least} for feature, row in weights.items()}
    return {feature: row for feature, row in rows.items() if row}


def main(folder, out, rounds=6):
    train, dev, test = (list(read_sentences(folder / f"{part}.conllu")) for part in ("train", "dev", "test"))
    tagger = train_tagger(train, rounds)
    print(
        "tagger",
        sum(a == b for w, t, *_ in dev for a, b in zip(t, tagger.tag(w), strict=True)) / sum(len(w) for w, *_ in dev),
        flush=True,
    )
    predicted = retagged(train, 4, 3)
    labeller = train_labeller(predicted, rounds)
    print("labeller trained", flush=True)
    parser = train_parser(predicted, rounds + 4)
    tagger, parser, labeller = pruned(tagger, parser, labeller)
    report("dev", dev, tagger, parser, labeller)
    report("test", test, tagger, parser, labeller)
    write_model(out, tagger, parser, labeller, verb_bases(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
