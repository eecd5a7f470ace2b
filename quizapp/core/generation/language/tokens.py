"""Words of a sentence with their places, split the way the treebank splits them."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?:[A-Z]\.){2,}                                  # U.S., J.R.R.
  | (?:Mr|Mrs|Ms|Dr|St|Sr|Jr|Prof|Gen|Col|Lt|Sgt|Capt|Rev|Gov|Sen|Rep|Ltd|Inc|Co|Corp|Mt|Ft)\.(?=\s|$)
  | (?:vs|etc|e\.g|i\.e|cf|ca|c|No|Vol|approx)\.(?=\s|$)
  | \b[A-Z]\.(?=\s+[A-Z])                            # initials
  | [$£€¥]
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b            # 1,000  3.5  1st  1990s
  | [^\W\d_]+(?=n['’]t\b)                            # do|n't
  | n['’]t\b
  | ['’](?:s|re|ve|ll|d|m)\b
  | [^\W_]+(?:&[^\W_]+)*                             # words, V&A
  | \.{3}|…|--+
  | ``|''
  | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, with its place in the text it was cut from."""

    text: str
    start: int
    end: int


def split_words(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Return the words of a text in order, with their places."""
    return tuple(Token(match.group(), match.start() + offset, match.end() + offset) for match in _TOKEN.finditer(text))
