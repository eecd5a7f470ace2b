"""Asking for numbers."""

import re
from collections.abc import Iterator
from decimal import Decimal

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.number_rules import given_away, is_bare_measure
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.drafting.wrong_numbers import wrong_numbers
from quizapp.core.generation.extraction.frame import ask_with, frame_of
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.amounts import WORDS
from quizapp.core.generation.mentions.mention import Mention

_ONE_SIDED = re.compile(rf"\b{any_phrase('one-sided')}\s+[$£€]?$", re.IGNORECASE)
_ROUND = re.compile(
    r"\b(?:about|around|approximately|roughly|some|estimated|perhaps|an estimated|circa|nearly|almost)\s+[$£€]?$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(rf"(?:\b(?:{any_phrase('no count before')}|[A-Z][a-z]+)|[-–/°±×])\s*$")
_NOT_AFTER = re.compile(
    rf"\s*(?:to|and|or|–|-|°|×|±)\s*\$?\d|\s+{any_phrase('no count after')}\b|\s*(?:st|nd|rd|th)\b|-|,\s*\d"
)
_UNITS = word_list("units")
_DULL = word_list("dull")


def amount_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each number that counts or measures something."""
    for mention in statement.mentions:
        counted = _counted(statement, mention) if mention.sort == "number" else ""
        if counted and not given_away(statement, mention, setting):
            yield _candidate(statement, mention, setting, counted)


def _counted(statement: Statement, mention: Mention) -> str:
    """Return the noun the number stands before, or nothing where it must not be asked."""
    before, after = statement.text[: mention.start], statement.text[mention.end :]
    if _NOT_AFTER.match(after):
        return ""
    if mention.subsort == "percent":
        return "percent"
    if mention.subsort == "money":
        return "money"
    if _NOT_BEFORE.search(before) and not before.rstrip().lower().endswith(
        (" in", " of", " to", " by", " from", " the", " and", " on", " over")
    ):
        return ""
    if mention.value in {"0", "1"} or (not before and mention.text[0].isdigit()):
        return "" if mention.value in {"0", "1"} else _noun_after(statement, mention)
    return _noun_after(statement, mention)


def _noun_after(statement: Statement, mention: Mention) -> str:
    syntax = statement.syntax
    following = [i for i, token in enumerate(syntax.tokens) if token.start >= mention.end]
    for i in following[:4]:
        tag = syntax.tags[i]
        if (
            tag in {"NNS", "NNPS"}
            or syntax.word(i) in _UNITS
            or syntax.word(i) in {"people", "men", "women", "percent"}
        ):
            return "" if syntax.word(i) in _DULL else syntax.word(i)
        if tag not in {"JJ", "NN", "NNP", "HYPH", "VBN", "JJR"}:
            return ""
    return ""


def _candidate(statement: Statement, mention: Mention, setting: Setting, counted: str) -> Candidate:
    before = statement.text[: mention.start]
    doubts = list(statement.doubts)
    one_sided = bool(_ONE_SIDED.search(before))
    others = any(m.sort != "number" for m in statement.mentions)
    if not others and not _has_title_word(statement, setting) and not _is_general(statement):
        doubts.append("nothing else in it is particular")
    if Decimal(mention.value) <= 2 and mention.subsort == "count":
        doubts.append("a small number is easily guessed")
    if is_bare_measure(statement, mention):
        doubts.append("a bare measure that few need to know")
    wrong = [] if one_sided else wrong_numbers(mention, setting, statement, rough=bool(_ROUND.search(before)))
    question = (
        _how_many(statement, mention, counted, setting.text) if not one_sided and not _ROUND.search(before) else ""
    )
    value = Decimal(mention.value)
    ask = Ask(
        slot="",
        answer=Answer("number", value),
        shown=mention.text,
        question=question,
        sentence=statement.gap(mention),
        accept=_other_writings(mention),
        hint="a number",
        distractors=tuple(Distractor(text, NO_REASON) for text in wrong),
        forms=(),
    )
    return Candidate(
        statement,
        mention,
        ask,
        f"number {(counted in {'percent', 'money'} and counted) or 'count'}{' asked' if question else ''}",
        1.1,
        tuple(doubts),
    )


def _is_general(statement: Statement) -> bool:
    """Say whether a statement speaks of things in general: in the present, with a bare noun as its subject."""
    syntax = statement.syntax
    present = any(tag in {"VBZ", "VBP", "AVBZ", "AVBP"} for tag in syntax.tags) and "VBD" not in syntax.tags
    return present and syntax.tags[0] in {"NN", "NNS", "JJ", "VBG"} and len(syntax) > 7


def _has_title_word(statement: Statement, setting: Setting) -> bool:
    words = {statement.syntax.word(i) for i in range(len(statement.syntax))}
    return any(word.lower() in words for word in setting.title if len(word) > 3)


def _other_writings(mention: Mention) -> tuple[str, ...]:
    value = Decimal(mention.value)
    names = {number: word for word, number in WORDS.items()}
    found = [f"{value:,f}", f"{value:f}"]
    if value == int(value) and int(value) in names:
        found.append(names[int(value)])
    return tuple(dict.fromkeys(text for text in found if text != mention.text))


def _how_many(statement: Statement, mention: Mention, counted: str, document: str) -> str:
    """Write 'How many N ...?' for a counted subject or object of a sure frame."""
    syntax = statement.syntax
    frame = frame_of(syntax, document)
    if frame is None or counted in {"percent", "money"} or counted in _UNITS:
        return ""
    first = next((i for i, token in enumerate(syntax.tokens) if token.start == mention.start), -1)
    head = next(
        (
            h
            for h in (syntax.heads[i] for i in syntax.words_within(mention.start, mention.end))
            if h < len(syntax) and syntax.tokens[h].start >= mention.end
        ),
        -1,
    )
    if first < 0 or head < 0 or syntax.word(head) != counted or syntax.roles[first] not in {"nummod", "compound"}:
        return ""
    noun = syntax.text[mention.end : syntax.tokens[head].end]
    if frame.subject_start == mention.start:
        rest = syntax.text[mention.end : frame.tail_end].rstrip(" ,")
        ending = f" {frame.front[0].lower()}{frame.front[1:]}" if frame.front else ""
        return f"How many{rest}{ending}?"
    if syntax.heads[head] != frame.verb or syntax.roles[head] != "obj" or mention.start < frame.tail_start:
        return ""
    if syntax.text[frame.tail_start : mention.start].strip() or syntax.word(head + 1) == "of":
        return ""
    return ask_with(frame, syntax, f"How many{noun}", (mention.start, syntax.tokens[head].end))
