"""Asking who said or wrote what is quoted, where a speech verb and a sure named speaker stand in the sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.made import made_statement
from quizapp.core.generation.drafting.name_rules import is_known
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.drafting.speakers import full_speaker
from quizapp.core.generation.drafting.times import NO_REASON
from quizapp.core.generation.drafting.wrong_names import wrong_names
from quizapp.core.generation.extraction.statements import Source
from quizapp.core.generation.facts import Answer, Ask, Distractor
from quizapp.core.generation.language.word_lists import any_phrase, word_list
from quizapp.core.generation.mentions.mention import Mention

_QUOTED = re.compile(r"[\"“](?P<words>[^\"“”]+)[\"”]")
_MARK = re.compile(r"[\"“”„«»]")
_VERB = rf"(?P<verb>{any_phrase('spoke')})"
_PART = r"(?:(?:de|van|von|der|la|di|da|bin|al|of) )?[A-Z][\w.’'-]*"
_NAME = rf"(?P<name>[A-Z][\w.’'-]*(?: {_PART}){{0,3}}(?<![.’'-]))"
_BESIDE = r"(?:, [^,]{3,80},)?"
_CALLING = r"(?:(?:the |a )?(?:[a-z-]+ ){1,3})?"
_THEN = r"(?=[,.]| (?:in|to|at|on|after|during|when|from|before)\b|$)"
_WHEN = r"(?:(?:In|On|At|After|By|When|Later|During) [^,]{0,40}, )?"
_HOW = r"(?:\w+ly |once |later |then )?"
_AFTER = (
    re.compile(rf"\s*{_NAME}{_BESIDE} {_VERB}\b"),
    re.compile(rf"\s*{_VERB} {_CALLING}{_NAME}{_THEN}"),
)
_BEFORE = re.compile(rf"^{_WHEN}{_NAME}{_BESIDE} {_HOW}{_VERB}(?P<whom> [\w ]{{0,40}}?)??(?P<joint>[:,]| that|)\s*$")
_POINTS = re.compile(r"\b(?:this|these|those)\b", re.IGNORECASE)
SHORTEST, LONGEST = 6, 30
POINTS = "the quoted words point at something outside them"


@dataclass(frozen=True, slots=True)
class _Said:
    """Words that stand in quotation marks, their speaker as named, and how they are led in."""

    words: str
    name: str
    place: int
    verb: str
    clause: bool


def quotation_candidates(source: Source, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for the speaker of the quotation that a sentence holds."""
    said = _said(source, setting.text)
    full = full_speaker(said.name, setting) if said else ""
    if said and full and not _gives_away(full, said):
        candidate = _candidate(source, setting, said, full)
        if candidate:
            yield candidate


def _said(source: Source, whole: str) -> _Said | None:
    text = source.cleaned.text
    found = list(_QUOTED.finditer(text))
    if len(found) != 1 or len(_MARK.findall(text)) != 2:
        return None
    quoted = found[0]
    start, end = source.cleaned.source_span(*quoted.span("words"))
    words = quoted["words"].strip()
    # A bracket inside, cut when the sentence was cleaned, is no word of the speaker's.
    exact = " ".join(whole[start:end].split()) == words
    if not exact or not SHORTEST <= len(words.split()) <= LONGEST:
        return None
    before, after = text[: quoted.start()], text[quoted.end() :]
    return _spoken_after(words, before, after, quoted.end()) or _spoken_before(words, before, after)


def _spoken_after(words: str, before: str, after: str, end: int) -> _Said | None:
    if before.strip() or words[-1] not in ",?!" or not words[0].isupper():
        return None
    match = next((match for pattern in _AFTER if (match := pattern.match(after))), None)
    return _Said(words, match["name"], end + match.start("name"), match["verb"], False) if match else None


def _spoken_before(words: str, before: str, after: str) -> _Said | None:
    match = _BEFORE.match(before)
    if not match or after.strip(" .") or (match["whom"] and match["joint"] not in {":", ",", " that"}):
        return None
    clause = match["joint"] == " that"
    if not clause and not words[0].isupper():
        return None
    return _Said(words, match["name"], match.start("name"), match["verb"], clause)


def _gives_away(full: str, said: _Said) -> bool:
    return any(word in said.words for word in full.split() if len(word) > 2)


def _candidate(source: Source, setting: Setting, said: _Said, full: str) -> Candidate | None:
    """Ask for a speaker: with other people of the document to choose from where there are two, else typed."""
    words, question = _question(said)
    told = f"{full} {said.verb} that “{words}”." if said.clause else f"{full} {said.verb}: “{words}”."
    place = source.cleaned.places[said.place]
    quote = setting.text[source.start : source.end].strip()
    statement = made_statement(source, told, quote, place)
    person = Mention(0, len(full), full, "person", "", full, ("speech verb",))
    if is_known(person, setting):
        return None
    wrong = wrong_names(person, statement, setting)
    ask = Ask(
        slot="",
        answer=Answer("person", full),
        question=question,
        accept=(said.name,) if said.name != full else (),
        supported_by=() if full in quote else (full.split()[-1],),
        distractors=tuple(Distractor(name, NO_REASON) for name in wrong) if len(wrong) > 1 else (),
    )
    asked = Mention(0, len(full), full, "term", "speaker", full, ("speech verb",))
    first = words.split()[0].lower().strip(",")
    doubts = (POINTS,) if first in word_list("points back") or _POINTS.search(words) else ()
    return Candidate(statement, asked, ask, "speaker asked", 1.0, doubts)


def _question(said: _Said) -> tuple[str, str]:
    """Return the quoted words as they end inside a question, and the question."""
    words = said.words.rstrip(",. ")
    opening = "Who wrote" if said.verb in {"wrote", "writes"} else "Who said"
    if said.clause:
        return words, f"{opening} that “{words}”?"
    if words.endswith("?"):
        return words, f"Who asked: “{words}”"
    return words, f"{opening}: “{words}”?"
