"""Ids of facts and slots: readable, and the same for the same passage wherever its folder lies."""

import re
import unicodedata
from hashlib import sha256

from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.mention import Mention

_DULL = word_list("small words")


def kebab(text: str, most: int = 5) -> str:
    """Return the telling words of a text in small Latin letters, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _DULL]
    return "-".join(words[:most])[:60].strip("-")


def fact_id(statement: str, quote: str) -> str:
    """Return the id of a fact: its first telling words and four marks of its quote."""
    mark = sha256(f"{statement}\x1f{quote}".encode()).hexdigest()[:4]
    return f"{kebab(statement) or 'fact'}-{mark}"


def slot_name(mention: Mention, taken: set[str]) -> str:
    """Return the name of a slot: the sort of its value, numbered where one is taken."""
    sort = {"name": "name"}.get(mention.sort, mention.subsort or mention.sort)
    name, number = sort, 2
    while name in taken:
        name, number = f"{sort}-{number}", number + 1
    taken.add(name)
    return name
