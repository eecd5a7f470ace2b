"""Asking for a member of a class that the document names: 'immunosuppressive drugs such as cyclosporin'."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.made import made_statement
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.writings import writings_of
from quizapp.core.generation.extraction.statements import Source
from quizapp.core.generation.facts import Answer, Ask
from quizapp.core.generation.language.model import is_common, verb_bases
from quizapp.core.generation.language.syntax import Syntax, parse_sentence
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.gazetteer import nationalities
from quizapp.core.generation.mentions.mention import Mention

_OPENS = r"(?:such as|include|includes|including|like(?= (?:the )?[A-Z]))"
_MEMBERS = r"(?P<members>[^.;:()\"“”]{3,160})"
_LISTS = re.compile(rf"(?P<class>(?:[\w’'-]+ ){{1,4}}?[\w’'-]+s),? {_OPENS} {_MEMBERS}")
_JOINED = re.compile(r",? (?:and|or) |, ")
_LAST = re.compile(r"(?P<joint>,? (?:and|or) )(?P<last>[^,]*?)(?P<more>,? (?:and|or) |, |$)")
# Before the name of a class these would say which members are meant, or join another class to it.
_NARROWS = frozenset({"VBN", "VBG", "RB", "NNP", "NNPS", "CD", "POS", "CC", "HYPH", ",", "PRP$"})
# 'Asian kingdoms', 'Japanese poets': a name of a place turned to an adjective is no name that narrows.
_OF_A_PLACE = ("ian", "ean", "can", "ese", "ish", "ern")
_MEMBER = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "CD", "POS"})
_GOES_ON = re.compile(
    r",? (?:which|who|that|where|is|are|was|were|has|have|had|can|could|may|will|would"
    r"|in|to|from|for|with|on|by|at|as)\b"
)
ELSEWHERE = "the document may name others elsewhere"
LONGEST = 4
# So many members are a list, not an aside.
SURE = 3


def example_candidates(source: Source, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each list of examples in a sentence, accepting any that the document names."""
    text = setting.text[source.start : source.end]
    for match in _LISTS.finditer(text):
        name = _class_name(match["class"], opens=not match.start())
        members, end = members_of(match["members"])
        # A bracket after a member holds another name for it that is not read.
        if len(members) == 1 and not re.search(r" (?:such as|like) ", match.group()):
            continue
        if name and members and text[match.end() : match.end() + 1] != "(":
            start = match.start("class") + match["class"].rindex(name)
            quote = text[start : match.start("members") + end]
            others = [word for word in _named_elsewhere(name, setting.text) if word not in members]
            yield _candidate(source, _small(name, start), [*members, *others], quote, _place(source, match))


def _place(source: Source, match: re.Match[str]) -> int:
    return source.start + match.start("members")


def _small(name: str, start: int) -> str:
    """Write the name of a class as it stands inside a sentence."""
    first = name.split()[0]
    common = is_common(first) and first[1:].islower() and first not in nationalities()
    return name[0].lower() + name[1:] if start == 0 and common else name


def _named_elsewhere(name: str, text: str) -> list[str]:
    return [
        word for known, members in _lists_of(text) if known.endswith(name.lower()) for word in members_of(members)[0]
    ]


@lru_cache(maxsize=2)
def _lists_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words before each list of a document and the list, found once for all its sentences."""
    return tuple((match["class"].lower(), match["members"]) for match in _LISTS.finditer(text))


def _class_name(words: str, *, opens: bool) -> str:
    """Return the adjectives and nouns at the end of a stretch, where they name a class by more than one word."""
    syntax = parse_sentence(words)
    kept: list[int] = []
    for k in reversed(range(len(syntax))):
        if not _belongs(syntax, k) and (k or not opens):
            break
        kept.insert(0, k)
    while kept and (syntax.tags[kept[0]] == "HYPH" or syntax.word(kept[0]) in word_list("no modifiers")):
        kept = kept[1:]
    before = kept[0] - 1 if kept else -1
    if before >= 0 and (syntax.tags[before] in _NARROWS or syntax.word(before) == "-"):
        return ""
    if len(kept) < 2 or syntax.tags[kept[-1]] != "NNS" or syntax.word(kept[-1]) in word_list("dull"):
        return ""
    return syntax.text[syntax.tokens[kept[0]].start : syntax.tokens[kept[-1]].end]


def _belongs(syntax: Syntax, k: int) -> bool:
    """Say whether a word may stand in the name of a class."""
    told = syntax.tokens[k].text.endswith(_OF_A_PLACE) or syntax.word(k).endswith(("north", "south", "east", "west"))
    return told or syntax.tags[k] in {"NN", "NNS", "JJ", "HYPH"}


def members_of(listed: str) -> tuple[list[str], int]:
    """Return the members of a list, and where the last of them ends; nothing where one is unsure."""
    goes_on = _GOES_ON.search(listed)
    whole = (listed[: goes_on.start()] if goes_on else listed).rstrip(" ,")
    last = _LAST.search(whole)
    if last and last["more"].strip(" ,") == last["joint"].strip(" ,"):
        return [], 0
    cut = bool(goes_on)
    if last and last["more"]:
        whole, cut = whole[: last.end("last")], last["more"] != ", "
    found = [word.removeprefix("the ").strip() for word in _JOINED.split(whole)]
    joined = len(found) < 2 or last
    # Of 'carbon cycling and storage' the last may be short for 'carbon storage'.
    short = len(found) == 2 and len(found[0].split()) > 1 and len(found[1].split()) == 1
    sure = joined and not short and all(map(is_member, found)) and not (cut and _may_hold_verb(found[-1]))
    return (found, len(whole)) if sure else ([], 0)


def _may_hold_verb(word: str) -> bool:
    return any(part in verb_bases() for part in word.split()[1:])


def is_member(word: str) -> bool:
    """Say whether a piece of a list is one noun phrase."""
    # A word alone is often read as a verb; in a sentence it is read as what it is.
    syntax = parse_sentence(f"The {word} was seen.")
    tags = syntax.tags[1 : len(syntax) - 3]
    small = 1 <= len(word.split()) <= LONGEST and len(word) > 2
    doing = " " in word and word.split()[0].endswith("ing")
    unknown = word.isalpha() and not is_common(word)
    noun = bool(tags) and (unknown or tags[-1][0] == "N" or (tags[-1] == "CD" and len(tags) > 1))
    return small and noun and not doing and (unknown or set(tags) <= _MEMBER)


def _candidate(source: Source, name: str, members: list[str], quote: str, place: int) -> Candidate:
    told = f"{members[0]} is named among {name}."
    statement = made_statement(source, told[0].upper() + told[1:], quote, place)
    many = len(members) > 1
    question = f"What is one of the {name} that the document names?"
    if not many:
        question = f"Which example of {name} does the document name?"
    other = [form for word in members for form in (word, *writings_of(word, counted=False))]
    ask = Ask(slot="", answer=Answer("term", members[0]), question=question, accept=tuple(other))
    mention = Mention(0, len(members[0]), members[0], "term", "example", members[0], ("pattern",))
    doubts = []
    if any(len(word.split()) > 2 for word in members):
        doubts.append("a long name may be written in ways that are not accepted")
    if len(members) < SURE or name.split()[-1] in word_list("wide classes"):
        doubts.append(ELSEWHERE)
    return Candidate(statement, mention, ask, "term example", 0.95, tuple(doubts))
