"""Lists of people with their offices, line after line: 'Joseph Bech, Luxembourgish Minister of Foreign Affairs'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.core.generation.mentions.gazetteer import person_words
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.spans import Passage

_LINE = re.compile(r"(?P<name>[^,;:()]{4,80}), (?:as )?(?:the )?(?P<office>[^,;:()]{6,120}?)[.;,]?$")
_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|den|ter|du|la|le|of|baron|thoe|y|e|bin|al")
_SIGNED = re.compile(
    r"(?P<subject>(?:The |the )?[^,;:]{3,60}) (?:was|were) "
    r"(?P<verb>signed|ratified|written|attended|founded|led|drafted) by:?$"
)


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One person, the office given, and the line's place."""

    name: str
    office: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleList:
    """People who did one thing together, each with an office; verb and subject say what they did, where it is told."""

    start: int
    lines: tuple[RoleLine, ...]
    verb: str = ""
    subject: str = ""


def find_role_lists(read: ReadDocument) -> Iterator[RoleList]:
    """Yield each run of three or more such lines with the sentence that announces it."""
    run: list[RoleLine] = []
    announced: Passage | None = None
    for passage in [*read.passages, None]:
        line = _role_line(read.text, passage) if passage and passage.kind == "line" else None
        if line:
            run.append(line)
            continue
        if len(run) > 2 and len({row.office for row in run}) == len(run):
            yield _announced(read.text, announced, run)
        run, announced = [], passage


def _role_line(text: str, passage: Passage) -> RoleLine | None:
    match = _LINE.fullmatch(text[passage.start : passage.end].strip())
    if not match or not all(_NAME_WORD.fullmatch(word) for word in match["name"].split()):
        return None
    if not 2 <= len(match["name"].split()) <= 9 or not _is_office(match["office"]):
        return None
    return RoleLine(match["name"], match["office"], passage.start, passage.end)


def _is_office(text: str) -> bool:
    words = {word.lower().strip(".") for word in re.findall(r"[\w.-]+", text)}
    known = {word.lower().strip(".") for word in person_words("titles") | person_words("callings")}
    return bool(
        words & (known | {"envoy", "regent", "plenipotentiary", "representative", "delegate", "director", "chief"})
    )


def _announced(text: str, passage: Passage | None, run: Sequence[RoleLine]) -> RoleList:
    said = " ".join(text[passage.start : passage.end].split()) if passage else ""
    match = _SIGNED.fullmatch(said)
    if not match or len(match["subject"].split()) < 2 or match["subject"].split()[0].lower() in {"this", "it", "these"}:
        return RoleList(run[0].start, tuple(run))
    subject = match["subject"]
    return RoleList(
        run[0].start, tuple(run), match["verb"], "the" + subject[3:] if subject.startswith("The ") else subject
    )
