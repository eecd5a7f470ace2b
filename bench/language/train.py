"""Train the word-class tagger, the parser and the labeller from a Universal Dependencies folder.

    python bench/language/train.py FOLDER OUT

FOLDER holds train.conllu, dev.conllu and test.conllu; OUT gets english.json.gz, scores are printed.
"""

import sys
from collections import Counter
from pathlib import Path

from labelling import train_labeller
from model_file import pruned, write_model
from parsing import train_parser
from tagging import retagged, train_tagger
from treebank import read_sentences, verb_bases


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


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
