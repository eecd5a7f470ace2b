"""Asking for the one example a sentence gives: 'a democracy such as Iceland', 'Brunei is an example of a monarchy'."""

import re
from collections.abc import Iterator

from quizapp.core.generation.drafting.candidate import Candidate
from quizapp.core.generation.drafting.examples import ELSEWHERE, is_member
from quizapp.core.generation.drafting.made import made_statement
from quizapp.core.generation.drafting.name_rules import is_known
from quizapp.core.generation.drafting.setting import Setting
from quizapp.core.generation.extraction.statements import Source
from quizapp.core.generation.facts import Answer, Ask
from quizapp.core.generation.language.word_lists import word_list
from quizapp.core.generation.mentions.mention import Mention

_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){0,3})"
_CLASS = r"(?P<a>an?) (?P<class>(?:[a-z][\w-]* ){0,2}[a-z][\w-]*)"
_FORMS = (
    re.compile(rf"\b{_CLASS},? (?:such as|like) (?:the )?{_NAME}(?=[,.;)]| (?:in|is|has|where|which)\b)"),
    re.compile(rf"^(?:The )?{_NAME} (?:is|was) (?:an|one) example of {_CLASS}(?=[.,])"),
)


def instance_candidates(source: Source, setting: Setting) -> Iterator[Candidate]:
    """Yield one ask for each name that a sentence gives as the only example of a class."""
    for match in (match for pattern in _FORMS for match in pattern.finditer(source.cleaned.text)):
        name, words = match["name"], match["class"].split()
        known = Mention(0, len(name), name, "name")
        vague = words[-1] in word_list("dull") | word_list("never topics") or words[0] in word_list("points aside")
        if is_member(match["class"]) and not vague and not is_known(known, setting):
            yield _candidate(source, match, setting)


def _candidate(source: Source, match: re.Match[str], setting: Setting) -> Candidate:
    name, told = match["name"], f"{match['a']} {match['class']}"
    start, end = source.cleaned.source_span(*match.span())
    statement = made_statement(
        source, f"{name} is named as {told}.", setting.text[start:end], source.cleaned.places[match.start("name")]
    )
    question = f"Which example of {told} does the document name?"
    ask = Ask(slot="", answer=Answer("term", name), question=question, accept=(f"the {name}",))
    mention = Mention(0, len(name), name, "term", "example", name, ("pattern",))
    return Candidate(statement, mention, ask, "term instance", 0.8, (ELSEWHERE,))
