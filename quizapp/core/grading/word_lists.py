"""Lists of words, written as people read them."""


def listed(words: str) -> list[str]:
    """The words of a list written with spaces between them."""
    return words.split()
