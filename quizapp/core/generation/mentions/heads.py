"""Words that tell what a name stands for, by being part of it."""

from quizapp.core.generation.language.word_lists import rows_of, word_list

HEADS = {word: sort for sort, words in rows_of("name_heads.txt").items() for word in words.split()}

# Heads that take their name after "of": Treaty of Brussels, Duke of York.
OF_HEADS = word_list("of heads")
NOT_PEOPLE = frozenset(HEADS) | word_list("not people")
PARTICLES = word_list("particles")
