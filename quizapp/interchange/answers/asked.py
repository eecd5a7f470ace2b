"""The questions of a quiz under the names a record may give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from quizapp.attempts.queries.paper import printed_places
from quizapp.banks.queries.asked import AskedVersion, asked_versions
from quizapp.core.kinds import Response, fold
from quizapp.interchange.answers.faults import Fault, FaultyRecord
from quizapp.interchange.answers.written import Order, written_response
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.queries import CurrentEdition, current_edition

MOST_NAMED = 6
NUMBERED = re.compile(r"[qQ]?\s*([1-9][0-9]{0,3})\.?")
NO_PAPER = "This quiz belongs to the installation and is not printed."
CHANGED = "The quiz was changed after it was published, so that its paper asks something else."


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as an edition asks it: its version, its slot, its points, and its letters on paper if it has any."""

    version: AskedVersion
    slot: str
    points: Decimal
    order: Order


class UnknownQuestion(ValueError):
    """No question of the quiz is called so; the message says why, and `fix` what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


class AskedQuiz:
    """A quiz's current edition, its questions found by key, by number and by stem."""

    def __init__(self, quiz_id: int, *, paper: str = "") -> None:
        """Look the questions up; numbers and letters are those of one form of its paper, if one is named."""
        self.edition: CurrentEdition = current_edition(quiz_id)
        versions = asked_versions([item.version_id for item in self.edition.items])
        printed = _printed(quiz_id, paper, versions) if paper else {}
        self.questions = tuple(
            AskedQuestion(versions[item.version_id], item.slot, item.points, printed.get(item.version_id, (0, None))[1])
            for item in self.edition.items
        )
        self._names = _names(self.questions, {number: version for version, (number, _) in printed.items()})
        self.response = lru_cache(20_000)(self._response)

    def find(self, name: str) -> AskedQuestion:
        """Return the question of that name; UnknownQuestion says which names there are."""
        number = NUMBERED.fullmatch(name)
        found = self._names.get(name) or (self._names.get(number[1]) if number else None)
        found = found or self._names.get(f"stem {fold(name)}")
        if not found:
            there = ", ".join(one.version.key for one in self.questions[:MOST_NAMED])
            more = ", …" if len(self.questions) > MOST_NAMED else ""
            fix = (
                f"Write its key, its number in the quiz (1 to {len(self.questions)}) or its words; keys: {there}{more}."
            )
            raise UnknownQuestion(f"The quiz asks no “{name}”." if name else "No question is named.", fix)
        if len(found) > 1:
            keys = " or ".join(one.version.key for one in found)
            raise UnknownQuestion(f"Several questions are called “{name}”.", f"Write the key: {keys}.")
        return found[0]

    def _response(self, version_id: int, text: str) -> Response | None:
        """Read what was answered to a question; Unfitting where it is no response to it."""
        one = next(one for one in self.questions if one.version.version_id == version_id)
        return written_response(one.version.content, text, one.order)


def _names(questions: Iterable[AskedQuestion], printed: Mapping[int, int]) -> dict[str, list[AskedQuestion]]:
    """Keys and numbers as they are, stems behind a word that no key begins with."""
    names: dict[str, list[AskedQuestion]] = {}
    numbers = {version: number for number, version in printed.items()}
    for place, one in enumerate(questions, start=1):
        number = numbers.get(one.version.version_id, 0 if printed else place)
        called = {one.version.key, f"stem {fold(one.version.stem)}"} | ({str(number)} if number else set())
        for name in called:
            names.setdefault(name, []).append(one)
    return names


def _printed(quiz_id: int, paper: str, versions: Mapping[int, AskedVersion]) -> Mapping[int, tuple[int, Order]]:
    try:
        places = printed_places(quiz_id, paper)
    except NoSuchQuiz:
        raise FaultyRecord([Fault(1, "", NO_PAPER, "Write responses in words, without --paper.")]) from None
    if not set(places) <= set(versions):
        fix = "Publish it again, or write responses in words, without --paper."
        raise FaultyRecord([Fault(1, "", CHANGED, fix)])
    return places
