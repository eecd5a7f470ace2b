"""The plain shape of a statement: what stands in front, the subject, the verb, the rest."""

import re
from dataclasses import dataclass

from quizapp.core.generation.language.model import is_common
from quizapp.core.generation.language.syntax import Syntax
from quizapp.core.generation.language.verbs import base_of
from quizapp.core.generation.mentions.gazetteer import nationalities

_AUX = frozenset(["MD", "AVBD", "AVBZ", "AVBP"])
_NO_AUXILIARY = frozenset({"VBD"})
SURE = 60
_NO_NAME = re.compile(r"[a-z]{3}(?:tion|sion|ment|ness|ity|ance|ence|ship|ings?)s?$")
_ADJECTIVE = re.compile(r"[a-z]{3}(?:ic|ical|ous|ful|less|ive|able|ary)$")
FAR = 14
_OPENERS = frozenset(
    {"that", "which", "who", "whose", "whom", "where", "when", "while", "because", "after", "before", "as", "if"}
    | {"until", "since"}
)
_ANOTHER_CLAUSE = re.compile(r"\S (?:that|which|who|whose|where|when|while|because|after|before|as|to [a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """Places in the statement's text; `auxiliary` is the first finite auxiliary, or nothing with a plain past verb."""

    front: str
    subject: str
    subject_start: int
    subject_end: int
    auxiliary: str
    base: str
    verb: int
    tail_start: int
    tail_end: int


def frame_of(syntax: Syntax, text: str = "") -> Frame | None:
    """Return the frame of a statement whose syntax is sure, or nothing; its document shows which words are names."""
    verb = syntax.root()
    subjects = syntax.children(verb, "nsubj", "nsubj:pass")
    if len(subjects) != 1 or subjects[0] > verb or syntax.children(verb, "expl", "csubj"):
        return None
    subject = sorted(syntax.under(subjects[0]))
    first, last = subject[0], subject[-1]
    if subject != list(range(first, last + 1)) or last >= verb or syntax.sure[subjects[0]] < SURE:
        return None
    finite = last + 1
    while finite < verb and syntax.tags[finite] in {"RB", "RBR"}:
        return None
    if any(syntax.word(k) == "," for k in range(first, last + 1)) or syntax.tags[first] in {"PRP", "EX"}:
        return None
    if any(syntax.word(k) == "," and _goes_on(syntax, k) for k in range(finite, len(syntax) - 2)):
        return None
    if _does_another_thing(syntax, verb):
        return None
    if any(syntax.word(k) == "," and _opens_clause(syntax, k + 1) for k in range(verb, len(syntax) - 3)):
        return None
    front = syntax.text[: syntax.tokens[first].start].strip().rstrip(",")
    if first and not _is_simple_front(syntax, first):
        return None
    return _with_verb(syntax, verb, finite, front, (first, last), text)


def _opens_clause(syntax: Syntax, joint: int) -> bool:
    """Say whether a clause with a subject of its own follows behind 'and': no one question holds both."""
    if syntax.word(joint) not in {"and", "but", "while", "so"}:
        return False
    return any(
        syntax.roles[k] in {"nsubj", "nsubj:pass"} and syntax.tags[k][0] == "N" and syntax.heads[k] > k
        for k in range(joint + 1, len(syntax))
    )


def _does_another_thing(syntax: Syntax, verb: int) -> bool:
    """Say whether 'and' leads to a second finite verb with no word between that opens a clause: 'was X, and became'."""
    joined = False
    for k in range(verb + 1, len(syntax)):
        word = syntax.word(k)
        joined = word in {"and", "but"} or (joined and word not in _OPENERS)
        if joined and syntax.tags[k] in {"VBD", "VBZ", "VBP", "AVBD", "AVBZ", "AVBP"}:
            return True
    return False


def _goes_on(syntax: Syntax, comma: int) -> bool:
    """Say whether a second verb of the same subject follows a comma, as in ', still had'."""
    ahead = comma + 1 + (syntax.tags[comma + 1] == "RB")
    return ahead < len(syntax) and syntax.tags[ahead] in {"VBD", "VBZ", "VBP", "AVBD", "AVBZ", "AVBP", "MD"}


def _with_verb(
    syntax: Syntax, verb: int, finite: int, front: str, ends: tuple[int, int], document: str
) -> Frame | None:
    auxiliary, base = "", ""
    first, last = ends
    if finite == verb and syntax.word(verb) in {"had", "did"}:
        base = "have" if syntax.word(verb) == "had" else "do"
    elif syntax.word(finite) in {"would", "could", "might", "may", "should"}:
        return None
    elif syntax.tags[finite] in _AUX:
        auxiliary = syntax.tokens[finite].text
    elif finite == verb and syntax.tags[verb] in {"VBD", "VBN"}:
        base = base_of(syntax.tokens[verb].text)
        if not base or _has_second_verb(syntax, verb):
            return None
    else:
        return None
    start, end = syntax.tokens[first].start, syntax.tokens[last].end
    subject = syntax.text[start:end]
    if first == 0:
        subject = _as_inside(syntax, first, last, subject, document)
    tail_end = len(syntax.text.rstrip(".!"))
    return Frame(front, subject, start, end, auxiliary, base, verb, syntax.tokens[finite].end, tail_end)


def _as_inside(syntax: Syntax, first: int, last: int, subject: str, document: str) -> str:
    """Write the first word of a sentence as it would stand inside one."""
    word = syntax.word(first)
    if word in {"the", "a", "an"} or (_NO_NAME.search(word) and first == last):
        return subject[0].lower() + subject[1:]
    named = last > first and syntax.tokens[first + 1].text[0].isupper()
    written = syntax.tokens[first].text
    common = is_common(written) or _is_ordinary(syntax, first, document)
    if named or syntax.tags[first] in {"NNP", "NNPS"} or not common or written == "I":
        return subject
    return subject[0].lower() + subject[1:]


def _is_ordinary(syntax: Syntax, first: int, document: str) -> bool:
    """Say whether a word unknown to the model is no name: the document has it in small letters, or it is made so."""
    word, ahead = syntax.tokens[first].text, syntax.tokens[first + 1].text
    if not ahead[0].islower() or re.search(rf"[a-z,] {re.escape(word)}\b", document) or word in nationalities():
        return False
    made = _NO_NAME.search(word) or (syntax.tags[first] == "JJ" and _ADJECTIVE.search(word))
    return bool(made or re.search(rf"\b{re.escape(word.lower())}\b", document))


def _has_second_verb(syntax: Syntax, verb: int) -> bool:
    return any(syntax.tags[k] in {"VBD", "VBZ", "VBP"} for k in syntax.children(verb, "conj", "parataxis"))


def _is_simple_front(syntax: Syntax, first: int) -> bool:
    """Say whether only one prepositional phrase, such as 'In 1816,', stands before the subject."""
    words = [syntax.word(k) for k in range(first)]
    if words[-1] != "," and syntax.tags[first - 1] != "CD":
        return False
    tags = [syntax.tags[k] for k in range(first)]
    if words[0] not in {"in", "on", "at", "during", "under", "from", "by"} or words.count(",") > 1:
        return False
    return not any(tag.lstrip("A") in {"VBD", "VBZ", "VBP", "VBG", "VBN", "MD", "WDT", "WRB"} for tag in tags)


def ask_with(frame: Frame, syntax: Syntax, opening: str, without: tuple[int, int] | None) -> str:
    """Write 'OPENING did SUBJECT VERB REST?' leaving out a stretch of the rest (or the front, when it is there)."""
    text = syntax.text
    if without and without[0] >= frame.tail_start:
        before, after = text[frame.tail_start : without[0]].rstrip(" ,"), text[without[1] : frame.tail_end]
        tail = before + (after if after[:1] in {",", ""} else " " + after.lstrip())
    else:
        tail = text[frame.tail_start : frame.tail_end]
    helper = frame.auxiliary or "did"
    verb = "" if frame.auxiliary else f" {frame.base}"
    kept_front = "" if without and without[0] < frame.subject_start else frame.front
    return _asked(kept_front, f"{opening} {helper} {frame.subject}{verb}{tail.rstrip(' ,')}".replace("  ", " "))


def ask_subject(frame: Frame, syntax: Syntax, opening: str) -> str:
    """Write 'OPENING VERB REST?' in the place of the subject."""
    rest = syntax.text[frame.subject_end : frame.tail_end]
    return _asked(frame.front, f"{opening}{rest.rstrip(' ,')}")


def _asked(front: str, question: str) -> str:
    """Put what stood in front of a statement behind its question, or before it where it would join another clause."""
    if not front:
        return f"{question}?"
    if _ANOTHER_CLAUSE.search(question) or len(question.split()) > FAR:
        return f"{front}, {question[0].lower()}{question[1:]}?"
    return f"{question} {front[0].lower()}{front[1:]}?"
