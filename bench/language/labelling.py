"""Learning what each dependency is called."""

import random

from perceptron import Learner
from treebank import is_projective

from quizapp.core.generation.language.labeller import Labeller, label_features
from quizapp.core.generation.language.parser import Arcs, pad_words


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


def arcs_of(heads):
    arcs = Arcs(len(heads))
    for i, head in sorted(enumerate(heads), key=lambda pair: (abs(pair[0] - pair[1]), pair[0])):
        arcs.add(head, i, 0)
    return arcs
