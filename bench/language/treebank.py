"""Sentences of a Universal Dependencies folder, and what is counted over all of them."""

from collections import Counter

KEPT_SUBTYPES = {"nsubj:pass", "aux:pass", "acl:relcl", "nmod:poss", "obl:agent", "compound:prt", "obl:unmarked"}


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


def verb_bases(folder):
    """Return the base forms of the verbs seen more than once."""
    rows = (line.split("\t") for line in (folder / "train.conllu").read_text("utf-8").splitlines())
    seen = Counter(
        row[2].lower() for row in rows if len(row) == 10 and row[3] == "VERB" and row[2].isalpha() and row[2].isascii()
    )
    return sorted(base for base, count in seen.items() if count > 1)
