"""Learning which word depends on which, with a dynamic oracle."""

import random

from perceptron import Learner
from treebank import is_projective

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
