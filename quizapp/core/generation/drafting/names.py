"""Asking for people, places and other names."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.setting import Setting, other_mentions
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.extraction.frame import ask_subject, frame_of
from quizapp.core.generation.extraction.statement import Statement
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.gazetteer import nationalities, places
from quizapp.core.generation.mentions.mention import Mention

_NEIGHBOUR = re.compile(r"(?:[-–/’'\"“]|\b[A-Z][\w.]*\s|\b(?:called|named|the so-called)\s+)$")
_OFFICE = re.compile(r"\b(?:" + "|".join(sorted(word_list("offices before names"))) + r")\s+$")
_FOLLOWING = re.compile(
    r"(?:[-–/’'\"”]|\s[A-Z(]|\s(?:and|or)\s+(?:the\s+)?[A-Z]|,\s+(?:and\s+|or\s+)?(?:the\s+)?[A-Z]|\s(?:and|or)\s+(?:other|its|his|her|their)\b)"
)
_LISTED = re.compile(
    r"(?:[A-Z][\w’'-]*(?:\s+(?:of|the|de)\s+[A-Z]\w*)?,?\s+(?:and|or)\s+(?:the\s+)?|[A-Z]\w*,\s+(?:the\s+)?)$"
)
_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|into|towards?|of|outside|across|throughout|via|through|against|invaded|occupied|conquered|captured|left|entered|reached|visited)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TOO_KNOWN = word_list("too known")
TYPED = {"person": "person", "place": "place", "treaty": "treaty"}
WHICH = {
    "country": "Which country", "city": "Which city", "state": "Which state", "continent": "Which continent",
    "university": "Which institution", "company": "Which company", "organisation": "Which organisation",
    "treaty": "Which document", "war": "Which conflict", "battle": "Which battle", "river": "Which river",
    "force": "Which force", "dynasty": "Which state or dynasty", "building": "Which place",
}  # fmt: skip
HINTS = {
    "person": "a person", "country": "a country", "city": "a city", "state": "a state", "continent": "a continent",
    "river": "a river", "company": "a company", "war": "a conflict", "battle": "a battle", "university": "an institution",
}  # fmt: skip


def name_candidates(statement: Statement, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each name that could be told from the rest of its statement."""
    times = {"year", "date", "month", "number"}
    for mention in statement.mentions:
        if mention.sort in times or _why_not(statement, mention, setting):
            continue
        candidate = _candidate(statement, mention, setting)
        if candidate:
            yield candidate


def _why_not(statement: Statement, mention: Mention, setting: Setting) -> str:
    """Return why a name must not be asked, or nothing."""
    text = statement.text
    before, after = text[: mention.start], text[mention.end :]
    words = {word.lower() for word in re.findall(r"[\w]{3,}", mention.text)}
    if (
        words & {word.lower() for word in setting.title}
        or mention.text in _TOO_KNOWN
        or mention.text in nationalities()
    ):
        return "it is in the title or everywhere"
    rest = {word.lower().removesuffix("s") for word in re.findall(r"\w{3,}", before + " " + after)}
    if {word.removesuffix("s") for word in words} & rest or not words:
        return "a word of it stands elsewhere in the sentence"
    office = mention.sort == "person" and _OFFICE.search(before)
    if (_NEIGHBOUR.search(before) and not office) or _FOLLOWING.match(after) or _LISTED.search(before):
        return "it is part of a longer name or of a list"
    if mention.text.isupper() and len(mention.text) < 7:
        return "it is an abbreviation"
    inside = statement.syntax.words_within(mention.start, mention.end)
    if not inside or statement.syntax.tags[min(inside[-1] + 1, len(statement.syntax) - 1)] in {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "POS",
        "HYPH",
    }:
        return "it describes another word"
    if (
        statement.syntax.roles[inside[-1]] in {"compound", "nmod:poss"}
        and statement.syntax.roles[inside[0]] != "flat"
        and len(inside) == 1
        and statement.syntax.heads[inside[0]] > inside[0]
    ):
        return "it describes another word"
    return ""


def _candidate(statement: Statement, mention: Mention, setting: Setting) -> Candidate | None:
    doubts = list(statement.doubts)
    anchors = [
        m for m in other_mentions(statement, mention) if m.sort != "number" or m.subsort != "count" or len(m.text) > 1
    ]
    if not anchors:
        return None
    sort, sub = mention.sort, mention.subsort
    before = statement.text[: mention.start]
    if sort == "place" and not _PLACED.search(before) and not _is_subject(statement, mention):
        return None
    if sort == "name" and mention.start == 0 and setting.roster.counts.get(mention.text, 0) < 2:
        return None
    wrong = wrong_names(mention, statement, setting)
    question = _which_question(statement, mention)
    if sort == "name":
        doubts.append("what the name stands for is not sure")
    if len(wrong) < 2:
        doubts.append("a typed name may be written in ways that are not accepted")
    ask = Ask(
        slot="",
        answer=Answer(
            TYPED.get(sort, "organisation" if sort in {"university", "company", "organisation", "force"} else "term"),
            mention.text,
        ),
        question=question,
        sentence=statement.gap(mention),
        accept=_other_writings(mention, setting),
        hint=_hint(mention),
        distractors=tuple(Distractor(text, NO_REASON) for text in wrong),
    )
    score = 1.0 + 0.02 * min(5, setting.roster.counts.get(mention.text, 1))
    return Candidate(
        statement, mention, ask, f"{sort} {sub}{' asked' if question else ''}".strip(), score, tuple(doubts)
    )


def _is_subject(statement: Statement, mention: Mention) -> bool:
    frame = frame_of(statement.syntax)
    return frame is not None and frame.subject_start >= mention.start - 4 and frame.subject_end == mention.end


def _which_question(statement: Statement, mention: Mention) -> str:
    """Write 'Who ...?' or 'Which country ...?' where the name is the whole subject beyond doubt."""
    frame = frame_of(statement.syntax)
    if frame is None or frame.subject_end != mention.end or frame.subject_start < mention.start - 4:
        return ""
    article = statement.text[frame.subject_start : mention.start].strip().lower()
    if article not in {"", "the"}:
        return ""
    opening = "Who" if mention.sort == "person" else WHICH.get(mention.subsort, "")
    return ask_subject(frame, statement.syntax, opening) if opening else ""


def _hint(mention: Mention) -> str:
    hint = HINTS.get("person" if mention.sort == "person" else mention.subsort, "")
    if hint:
        return hint
    words = len(mention.text.split())
    return f"{'a name' if words == 1 else f'{words} words'}, beginning with {mention.text[0]}"


def _other_writings(mention: Mention, setting: Setting) -> tuple[str, ...]:
    found = []
    if mention.sort == "person":
        if mention.value and mention.value != mention.text:
            found.append(mention.value)
        words = mention.text.split()
        if setting.roster.full_names.get(words[-1]) == mention.text:
            found.append(words[-1])
    place = places().get(mention.text)
    if place and place.sort == "country":
        found += [
            name
            for name, other in places().items()
            if other.sort == "country" and other.country == place.country and name != mention.text
        ]
    if mention.text.startswith("The "):
        found.append(mention.text[4:])
    return tuple(dict.fromkeys(found))


def wrong_names(mention: Mention, statement: Statement, setting: Setting) -> list[str]:
    """Return up to three names of the same sort and shape: the document's own first, for countries then known ones nearby."""
    sort, sub = mention.sort, mention.subsort
    if sort == "name":
        return []
    own = setting.roster.of_sort(sort, sub)
    shape = len(mention.text.split()) > 1
    if sort == "person":
        own = [name for name in own if (len(name.split()) > 1) == shape and name not in setting.roster.full_names]
    offers = [name for name in own if _may_be_wrong(name, mention, statement, setting)]
    offers.sort(key=lambda name: (_distance(name, statement, setting), name))
    chosen = _different(offers)[:3]
    if sort == "place" and sub == "country" and len(chosen) < 3 and offers:
        chosen = _different(chosen + _neighbours(mention, statement, setting))[:3]
    return sorted(chosen)


def _neighbours(mention: Mention, statement: Statement, setting: Setting) -> list[str]:
    part = places()[mention.text].part if mention.text in places() else ""
    known = [
        name
        for name in sorted(word_list("well known countries"))
        if name in places() and places()[name].part == part and name not in setting.text
    ]
    offers = [name for name in known if _may_be_wrong(name, mention, statement, setting)]
    setting.dice("countries", statement.place(mention)).shuffle(offers)
    return offers


def _may_be_wrong(name: str, mention: Mention, statement: Statement, setting: Setting) -> bool:
    if name in statement.text or any(word in statement.text for word in name.split() if len(word) > 3):
        return False
    if fuzz.token_set_ratio(name.lower(), mention.text.lower()) >= 60 or any(
        word.lower() in {t.lower() for t in setting.title} for word in name.split() if len(word) > 3
    ):
        return False
    mine, other = places().get(mention.text), places().get(name)
    if mine and other and mine.sort == other.sort == "country" and mine.country[:2] == other.country[:2]:
        return False
    return True


def _distance(name: str, statement: Statement, setting: Setting) -> int:
    here = statement.cleaned.places[0]
    spots = [match.start() for match in re.finditer(re.escape(name), setting.text)]
    return min((abs(spot - here) for spot in spots), default=10**9)


def _different(names: list[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if all(fuzz.token_set_ratio(name.lower(), other.lower()) < 60 for other in kept):
            kept.append(name)
    return kept
