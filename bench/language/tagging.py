"""Learning word classes."""

import random
from collections import Counter, defaultdict

from perceptron import Learner

from quizapp.core.generation.language.tagger import Tagger, tag_features


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


def retagged(sentences, folds, rounds):
    """Return the sentences with tags predicted by taggers that did not see them."""
    out = []
    for fold in range(folds):
        rest = [sentence for n, sentence in enumerate(sentences) if n % folds != fold]
        tagger = train_tagger(rest, rounds)
        out += [(w, tagger.tag(w), h, r) for n, (w, _, h, r) in enumerate(sentences) if n % folds == fold]
    return out
