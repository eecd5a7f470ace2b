"""What the item rules find, in a teacher's words: the rules' own words are those of a bank's files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.core.generation.drafting.assembly import DRAFTED
from quizapp.core.generation.lint import RULES, Finding

QUOTED = re.compile(r"(“[^”]*”)")
# Whole phrases first: what they hold is not read again word by word.
_PHRASES = (
    ("the stem is neither a question", "it is neither a question"),
    ("The stem is empty", "The question has no words yet"),
    ("The stem must hold exactly one gap", "The statement must hold exactly one gap"),
    ("the question cites nothing", "it quotes no document"),
    ("the declared words", "the words given for it,"),
    ("no cited quote says", "no quoted passage says"),
    ("stand in no cited quote", "stand in no quoted passage"),
    (', or declare them: supported_by: "words of the quote"', ", or copy the words of the quote that say it otherwise"),
    ("A paraphrase in a bank folder is declared by 'supported_by'.", "If it says it in others, copy those."),
    ("Write in 'supported_by' exact words of a quote that the question cites.", "Copy words of a quoted passage."),
    ("or record why it is fair (overrides: E04)", "or say why it is fair"),
    ("Generate again: values are put in order.", "Put them in order, the smallest or earliest first."),
    ("sounds like page furniture", "sounds like a part of the page, not of its subject"),
    ("Begin the stem with", "Begin the question with"),
    ("Exactly one key, or declared several", "Exactly one right answer, or several that are all said"),
    ("A choice has exactly one right option, not 0", "No option is said to be right"),
    ("is an absolute", "is an absolute word"),
)  # fmt: skip
_WORDS = (
    (r"\b([Ss])tem\b", lambda found: "Question" if found[1] == "S" else "question"),
    (r"\b([Ss])tems\b", lambda found: "Questions" if found[1] == "S" else "questions"),
    (r"\bkey\b", lambda _: "right answer"),
    (r"\bKeys\b", lambda _: "Right answers"),
    (r"\bkeys\b", lambda _: "right answers"),
    (r"\bdistractors\b", lambda _: "wrong answers"),
    (r"\bDistractors\b", lambda _: "Wrong answers"),
    (r"\b([Dd])istractor\b", lambda found: "Wrong answer" if found[1] == "D" else "wrong answer"),
)
COPIED = "It copies the sentence; reword it if you like."


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as a teacher reads it; `passed` where it is answered already, so that nothing is asked of her."""

    rule: str
    why: str  # the rule with its reason
    message: str
    fix: str
    passed: str = ""
    own_reason: str = ""


def tell(finding: Finding) -> Told:
    """Say a finding in plain words."""
    rule = RULES[finding.rule]
    message = plain(finding.message)
    return Told(
        rule=finding.rule,
        why=plain(f"{finding.rule}: {rule.title}. {rule.why}"),
        message=f"{message[:1].upper()}{message[1:].rstrip('.')}.",
        fix=plain(finding.fix),
        passed=_passed(finding, message) if finding.reason else "",
        own_reason="" if finding.reason == DRAFTED else finding.reason,
    )


def plain(text: str) -> str:
    """Say a sentence of the rules without the words of the files; what it quotes stays as it is."""
    parts = QUOTED.split(text)
    return "".join(part if number % 2 else _plain(part) for number, part in enumerate(parts))


def _plain(text: str) -> str:
    for phrase, words in _PHRASES:
        text = text.replace(phrase, words)
    for pattern, said in _WORDS:
        text = re.sub(pattern, said, text)
    return text


def _passed(finding: Finding, message: str) -> str:
    if finding.rule == "W23" and "copied" in finding.message:
        return COPIED
    return f"{message[:1].upper()}{message[1:].rstrip('.')}; you let it stand."
