"""Asking for a word that has well-known neighbours: a direction, a relation, a nation, a material."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.class_rules import KIN, fits, is_out_of_place
from quizapp.core.generation.drafting.nations import is_spoken_of, may_ask_nation, other_nations
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.mentions.gazetteer import nationalities
from quizapp.core.generation.mentions.mention import Mention

_ARTICLE = re.compile(r"\b(?:a|an)\s+$", re.IGNORECASE)
_VOWELS = "aeiou"
_LISTED = re.compile(r"(?:\b(?:and|or|not|neither|nor|both)|,)\s+$")
_JOINED_AFTER = re.compile(r"(?:\s*(?:,|and|or|-|–|/|&)\s*(?:the )?(?:\w+ )?|-)")
# So many words say enough of a form of government to know which is meant.
DEFINING = 12
# Their words may stand anywhere; of metals, fields, planets and the like the sentence rules most out.
# A direction between two places is on every map: what the document says may not be the one right answer.
SURE = KIN | {"corners", "ordinals", "nations", "governments"}


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    text = files("quizapp.core.generation.data").joinpath("word_classes.txt").read_text("utf-8")
    rows = (line.split(": ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {name: tuple(words.split(", ")) for name, words in rows}


@cache
def _home() -> dict[str, str]:
    return {word: name for name, words in _classes().items() for word in words if " " not in word}


def class_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each word of a class whose other words could stand in its place."""
    syntax = statement.syntax
    for i in range(len(syntax)):
        name = _class_of(statement, i)
        if name and i and _may_be_asked(statement, i, name, setting):
            wrong = _wrong_words(statement, i, name, setting)
            if len(wrong) > 1:
                yield _candidate(statement, i, name, wrong)


def _class_of(statement: Statement, i: int) -> str:
    syntax, word = statement.syntax, statement.syntax.tokens[i].text
    name = _home().get(word, "")
    if name == "languages" and syntax.word(i - 1) not in {"in", "into", "from", "speak", "spoke", "speaking"}:
        name = ""
    if name and syntax.tags[i][0] not in "NJ" and name != "directions":
        return ""
    return name or ("nations" if word in nationalities() else "")


def _may_be_asked(statement: Statement, i: int, name: str, setting: Setting) -> bool:
    text, token = statement.text, statement.syntax.tokens[i]
    if text[: token.start].endswith(("North ", "South ", "Latin ", "Native ")) or text[token.start - 1] in "-–":
        return False
    told = any(token.start < m.start or m.end < token.end for m in statement.mentions)
    if not told and (name != "governments" or len(statement.syntax) < DEFINING):
        return False
    after = text[token.end :]
    listed = name in {"scientists", "artists", "fields", "nations"} or not after.startswith(", ")
    if (_JOINED_AFTER.match(after) and listed) or is_in_title(token.text, setting):
        return False
    if name == "nations":
        return may_ask_nation(statement, i, setting) and not _LISTED.search(text[: token.start])
    if name in {"languages", "colours"} and _LISTED.search(text[: token.start]):
        return False
    return fits(statement, i, name) and _stands_well(statement, i, name)


def is_in_title(word: str, setting: Setting) -> bool:
    """Say whether the title holds a word."""
    return word.lower() in {part.lower() for part in setting.title}


def _stands_well(statement: Statement, i: int, name: str) -> bool:
    """Say whether the words round a word leave its class open."""
    syntax = statement.syntax
    ahead = syntax.tokens[i + 1].text if i + 1 < len(syntax) else ""
    if syntax.tokens[i].text in {"first", "second"} or (name == "directions" and i < 4):
        return False
    if name == "ordinals":
        counted = syntax.tags[i] == "JJ" and syntax.tags[i + 1] in {"NN", "JJ", "NNP"}
        return syntax.word(i - 1) == "the" and counted and ahead != "century"
    if name in {"directions", "seasons"}:
        return syntax.tags[i] in {"NN", "RB", "JJ"} and not ahead[:1].isupper()
    return not ahead[:1].isupper() or name in {"scientists", "artists", *KIN}


def _wrong_words(statement: Statement, i: int, name: str, setting: Setting) -> list[str]:
    token = statement.syntax.tokens[i]
    offers = [
        word for word in _neighbours(statement, token.text, name, setting) if not is_out_of_place(word, statement, i)
    ]
    if _ARTICLE.search(statement.text[: token.start]):
        vowel = token.text[0].lower() in _VOWELS
        offers = [word for word in offers if (word[0].lower() in _VOWELS) == vowel]
    dice = setting.dice("classes", statement.place(Mention(token.start, token.end, "", "")))
    known = [word for word in offers if name == "nations" and is_spoken_of(word, setting)]
    rest = [word for word in offers if word not in known]
    dice.shuffle(known)
    dice.shuffle(rest)
    return sorted([*known, *rest][:3])


def _neighbours(statement: Statement, word: str, name: str, setting: Setting) -> list[str]:
    if name == "nations":
        return other_nations(statement, word, setting)
    words = _classes()[name]
    at = words.index(word)
    return [other for n, other in enumerate(words) if other != word and (name != "ordinals" or abs(n - at) <= 3)]


def _candidate(statement: Statement, i: int, name: str, wrong: list[str]) -> Candidate:
    token = statement.syntax.tokens[i]
    mention = Mention(token.start, token.end, token.text, "word", name, token.text, ("word class",))
    doubts = list(statement.doubts)
    if name not in SURE:
        doubts.append("another word of the kind might be true as well")
    ask = Ask(
        slot="",
        answer=Answer("text", token.text),
        sentence=statement.gap(mention),
        distractors=tuple(Distractor(text, NO_REASON) for text in wrong),
    )
    return Candidate(statement, mention, ask, f"word {name}", 0.9, tuple(doubts))
