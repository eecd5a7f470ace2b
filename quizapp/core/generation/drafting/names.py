"""Asking for people, places and other names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.hanging import is_one_of_those_shown
from quizapp.core.generation.drafting.name_rules import why_not
from quizapp.core.generation.drafting.person_names import is_full_name, names_of
from quizapp.core.generation.drafting.setting import Setting, other_mentions
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.drafting.wrong_names import RULED_OUT, holds_enough, wrong_names
from quizapp.core.generation.extraction.frame import ask_subject, frame_of
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.language.model import is_common
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.gazetteer import places
from quizapp.core.generation.mentions.heads import HEADS
from quizapp.core.generation.mentions.mention import Mention

_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|into|towards?|of|outside|across|throughout|via|through|against|invaded|occupied|conquered"
    r"|captured|left|entered|reached|visited|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SITED = re.compile(
    r"\b(?:in|at|near|from|to|into|towards?|reached|visited|entered|left|[Rr]iver|Mount"
    r"|(?:island|coast|port|town|city|village|valley|eruption) of)\s+$"
)
_LED = re.compile(r"\b(?:[Tt]he|an?|[Oo]f|[Dd]r\.|\w+[’']s)\s+$")
_SOLE = re.compile(
    r"(?:The|[A-Z]\w+[’']s) (?:\w+ ){0,4}(?:of|in|to|on) [^,]{3,40} (?:is|was)(?:, \w+,)? (?:the |its |his |her |a )?"
    r"(?:\w+ ){0,2}$"
)
_UNDER_WAY = re.compile(r"\b(?:is|are) [a-z]+ing\b")
_SHARED = re.compile(r" (?:is|was|are|were) (?:also )?(?:among|one of|part of)\b")
_TYPES = {"person": "person", "place": "place", "treaty": "treaty"}
_ORGANISED = frozenset({"university", "company", "organisation", "force"})
WHICH = {
    "country": "Which country", "city": "Which city", "state": "Which state", "continent": "Which continent",
    "university": "Which institution", "company": "Which company", "organisation": "Which organisation",
    "treaty": "Which document", "war": "Which conflict", "battle": "Which battle", "river": "Which river",
    "force": "Which force",
}  # fmt: skip
HINTS = {
    "person": "a person", "country": "a country", "city": "a city", "state": "a state", "continent": "a continent",
    "river": "a river", "company": "a company", "war": "a conflict", "battle": "a battle",
    "university": "an institution",
}  # fmt: skip
_HEADED = frozenset({"battle", "river", "water", "mountain"})
LONGEST_NAME = 4
TIMES_AND_NUMBERS = frozenset({"year", "date", "month", "number"})


def name_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each name that could be told from the rest of its statement."""
    for mention in statement.mentions:
        if mention.sort not in TIMES_AND_NUMBERS and not why_not(statement, mention, setting):
            yield from _candidate(statement, mention, setting)


def _candidate(statement: Statement, mention: Mention, setting: Setting) -> Iterator[Candidate]:
    if not _is_tied(statement, mention, setting):
        return
    wrong = wrong_names(mention, statement, setting)
    question = _which_question(statement, mention)
    doubts = [*statement.doubts]
    if len(wrong) < 2 and not _is_plain_name(statement, mention, setting):
        if mention.sort == "name":
            doubts.append("what the name stands for is not sure")
        doubts.append("a typed name may be written in ways that are not accepted")
    sole = _is_reported(statement) or _is_what_it_is(statement, mention)
    if mention.sort != "place" and not _is_once(statement) and not sole:
        doubts.append("it may be true of others as well")
    if is_one_of_those_shown(statement.text[mention.end :]) and not doubts:
        doubts.append("it may be true of others as well")
    whole = _with_article(statement, mention, question)
    ask = Ask(
        slot="",
        answer=Answer(_answer_type(mention), whole.text),
        question=question,
        sentence=statement.gap(whole),
        accept=_other_writings(mention, whole, setting),
        hint=_hint(mention),
        supported_by=() if mention.text in statement.quote else (mention.text.split()[-1],),
        distractors=tuple(Distractor(_articled(name, whole), NO_REASON) for name in wrong),
    )
    score = 1.0 + 0.02 * min(5, setting.roster.counts.get(mention.text, 1))
    pattern = f"{mention.sort} {mention.subsort}{' asked' if question else ''}"
    if len(wrong) < 2 or holds_enough(wrong, setting):
        yield Candidate(statement, mention, ask, pattern, score, tuple(doubts))
        return
    yield Candidate(statement, mention, ask, pattern, score, (*doubts, RULED_OUT))
    if _is_plain_name(statement, mention, setting):
        yield Candidate(statement, mention, replace(ask, distractors=()), pattern, score, tuple(doubts))


def _is_tied(statement: Statement, mention: Mention, setting: Setting) -> bool:
    """Say whether something else particular stands beside the name, and a place stands where it happens."""
    others = other_mentions(statement, mention)
    if not any(m.sort != "number" or m.subsort != "count" or len(m.text) > 1 for m in others):
        return False
    before = statement.text[: mention.start]
    if mention.sort == "place" and not _is_once(statement):
        return False
    if mention.sort == "place" and not _PLACED.search(before) and not _is_subject(statement, mention):
        return False
    return mention.sort != "name" or mention.start > 0 or setting.roster.counts.get(mention.text, 0) > 1


def _is_plain_name(statement: Statement, mention: Mention, setting: Setting) -> bool:
    """Say whether a name is one plain word that the document uses again, told of one event: it can be typed."""
    if mention.sort == "person" and is_full_name(mention.text):
        return _is_once(statement)
    if mention.subsort in _HEADED and len(mention.text.split()) <= LONGEST_NAME:
        return _is_once(statement)
    plain = mention.text.isalpha() and mention.text.isascii() and not mention.text.endswith("s")
    if plain and _is_lone_place(statement, mention, setting):
        return True
    again = setting.roster.counts.get(mention.text, 0) > 1 and mention.text in setting.roster.inside
    bare = not _LED.search(statement.text[: mention.start])
    return plain and again and bare and mention.sort in {"name", "person"} and _is_once(statement)


def _without_head(name: str) -> list[str]:
    """Return a battle's or a water's name without the word for what it is: 'Cowpens', 'Indus', 'Etna'."""
    words = name.split()
    if words[-1] in {"Sea", "Ocean", "Strait", "Channel"}:
        return []
    if " of " in name:
        return [name.split(" of ", 1)[1].removeprefix("the ")]
    bare = [word for word in words if HEADS.get(word) is None and word not in {"Mount", "Lake", "Battle"}]
    if not 0 < len(bare) < len(words):
        return []
    short = " ".join(bare)
    return [short, f"{short}s"] if words[-1] == "Mountains" else [short]


def _is_lone_place(statement: Statement, mention: Mention, setting: Setting) -> bool:
    """Say whether one plain word names the place where one event happened: whoever knows it types it so."""
    longer = (name for name in setting.roster.longer.get(mention.text, ()))
    named = sum(setting.roster.counts.get(name, 0) for name in (mention.text, *longer))
    known = mention.sort == "name" and not is_common(mention.text) and setting.words[mention.text.lower()] <= named
    placed = _SITED.search(statement.text[: mention.start])
    return bool(placed) and len(mention.text) > 3 and (known or mention.sort == "place") and _is_once(statement)


def _is_once(statement: Statement) -> bool:
    """Say whether a statement tells one event, or measures something: such a thing has one place."""
    measured = any(m.sort in TIMES_AND_NUMBERS for m in statement.mentions) or _UNDER_WAY.search(statement.text)
    return bool(measured) or any(tag in {"VBD", "AVBD"} for tag in statement.syntax.tags)


def _is_what_it_is(statement: Statement, mention: Mention) -> bool:
    """Say whether 'The N of X is KEY' says which one it is: there is no other."""
    match = _SOLE.match(statement.text[: mention.start])
    return match is not None and " one of " not in match.group()


def _is_reported(statement: Statement) -> bool:
    """Say whether somebody is quoted in the present: what he says is his alone."""
    return any(statement.syntax.word(i) in word_list("reports") for i in range(len(statement.syntax)))


def _answer_type(mention: Mention) -> str:
    return _TYPES.get(mention.sort, "organisation" if mention.sort in _ORGANISED else "term")


def _with_article(statement: Statement, mention: Mention, question: str) -> Mention:
    """Take a country's 'the' into the gap, so that options with and without one fit alike."""
    before = statement.text[: mention.start]
    if mention.subsort == "country" and not question and re.search(r"\b[Tt]he $", before):
        start = mention.start - 4
        return replace(mention, start=start, text=statement.text[start : mention.end])
    return mention


def _articled(name: str, whole: Mention) -> str:
    takes = (
        name.startswith(("United ", "Soviet ", "Ottoman "))
        or name.endswith(" Republic")
        or name
        in {
            "US",
            "USA",
            "UK",
            "USSR",
            "U.S.",
            "Netherlands",
            "Philippines",
        }
    )
    return f"the {name}" if takes and whole.subsort == "country" else name


def _is_subject(statement: Statement, mention: Mention) -> bool:
    frame = frame_of(statement.syntax)
    return frame is not None and frame.subject_start >= mention.start - 4 and frame.subject_end == mention.end


def _which_question(statement: Statement, mention: Mention) -> str:
    """Write 'Who ...?' or 'Which country ...?' where the name is the whole subject and the rest pins it down."""
    frame = frame_of(statement.syntax)
    if frame is None or frame.subject_end != mention.end or frame.subject_start < mention.start - 4:
        return ""
    article = statement.text[frame.subject_start : mention.start].strip().lower()
    tail = statement.text[mention.end :]
    if article not in {"", "the"} or "," in tail or _SHARED.match(tail):
        return ""
    past = any(tag in {"VBD", "AVBD"} for tag in statement.syntax.tags)
    if not past and not tail.startswith((" is the ", " are the ")):
        return ""
    if mention.sort != "person" and not any(m.start > mention.end for m in statement.mentions):
        return ""
    opening = "Who" if mention.sort == "person" else WHICH.get(mention.subsort, "")
    return ask_subject(frame, statement.syntax, opening) if opening else ""


def _hint(mention: Mention) -> str:
    hint = HINTS.get("person" if mention.sort == "person" else mention.subsort, "")
    if hint:
        return hint
    words = len(mention.text.split())
    return f"{'a name' if words == 1 else f'{words} words'}, beginning with {mention.text[0]}"


def _other_writings(mention: Mention, whole: Mention, setting: Setting) -> tuple[str, ...]:
    found = [mention.text] if whole.text != mention.text else []
    if mention.sort in {"person", "name"}:
        found += [mention.value] if mention.value and mention.value != mention.text else []
        found += names_of(mention.text, setting.roster, surely=mention.sort == "person")
    elif mention.sort != "place" and " " not in mention.text:
        found += [name for name in setting.roster.longer.get(mention.text, ()) if name.startswith(mention.text)]
    elif mention.subsort in _HEADED:
        found += _without_head(mention.text)
    place = places().get(mention.text)
    if place and place.sort == "country":
        others = (row for row in places().values() if row.sort == "country" and row.country == place.country)
        found += [row.name for row in others if row.name != mention.text]
    return tuple(dict.fromkeys(found))
