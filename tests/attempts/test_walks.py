"""Random walks of two tabs through an attempt: the last save that was acknowledged is what is kept."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask

from quizapp.attempts.errors import AlreadyFinal, AttemptClosed, StaleAnswer, UnreadableResponse
from quizapp.attempts.given import Given
from quizapp.attempts.operations import finish_overdue
from tests.learning import Learner
from tests.small_bank import load_small_bank, small_bank

REFUSALS = (AlreadyFinal, AttemptClosed, StaleAnswer, UnreadableResponse)


class Walk:
    """One attempt, two tabs that remember what they were shown, and what must be kept."""

    def __init__(self, learner: Learner, slug: str, seed: int) -> None:
        self.learner = learner
        self.rng = Random(f"{slug}:{seed}")
        self.attempt = learner.start(slug, str(seed))
        self.count = learner.overview(self.attempt).count
        self.shown: list[dict[int, int]] = [{}, {}]  # of each tab: the revision each question was shown at
        self.kept: dict[int, Given] = {}
        self.sent: list[tuple[int, Given, str, int]] = []
        self.stems = [learner.asked(self.attempt, number).stem for number in range(1, self.count + 1)]

    def look(self) -> None:
        """A tab loads a question and sees what is kept."""
        number = self.rng.randint(1, self.count)
        asked = self.learner.asked(self.attempt, number)
        assert asked.given == self.kept.get(number)
        assert asked.stem == self.stems[number - 1]
        self.shown[self.rng.randint(0, 1)][number] = asked.revision

    def save(self) -> None:
        """A tab sends an answer from the page it has, perhaps an old one."""
        tab = self.shown[self.rng.randint(0, 1)]
        if tab:
            number = self.rng.choice(sorted(tab))
            right = self.rng.random() < 0.5
            given = (self.learner.right if right else self.learner.wrong)(self.attempt, number)
            self._send(number, given, f"t{len(self.sent)}", tab[number])

    def send_again(self) -> None:
        """An earlier sending arrives once more."""
        if self.sent:
            self._send(*self.rng.choice(self.sent))

    def blank(self) -> None:
        """A tab sends nothing at all."""
        number = self.rng.randint(1, self.count)
        self._send(number, Given(), "blank", self.learner.asked(self.attempt, number).revision)

    def _send(self, number: int, given: Given, token: str, revision: int) -> None:
        before = self.learner.asked(self.attempt, number)
        try:
            saved = self.learner.give(self.attempt, number, given, token=token, revision=revision)
        except REFUSALS:
            assert self.learner.asked(self.attempt, number) == before
            return
        if saved.revision > before.revision:
            self.kept[number] = given
            self.sent.append((number, given, token, revision))

    def wait(self) -> None:
        """Time passes, and the sweep comes by."""
        self.learner.wait(seconds=self.rng.randint(0, 90))
        self.learner.doing(lambda: finish_overdue(now=self.learner.now))

    def step(self) -> None:
        """Do one of these."""
        acts = [self.look, self.look, self.save, self.save, self.save, self.send_again, self.blank, self.wait]
        self.rng.choice(acts)()


@pytest.mark.sqlite_only
@pytest.mark.parametrize("slug", ["first", "exam", "timed"])
@pytest.mark.parametrize("seed", range(3))
def test_what_was_acknowledged_last_is_kept_and_scored(app: Flask, tmp_path: Path, slug: str, seed: int) -> None:
    load_small_bank(app, tmp_path)
    ana = Learner(app, "Ana")
    walk = Walk(ana, slug, seed)
    for number in range(40):
        walk.step()
        if number == 20:
            load_small_bank(app, tmp_path, changed_bank())
    ana.submit(walk.attempt)
    result = ana.result(walk.attempt)
    right = {number for number, given in walk.kept.items() if given == ana.right(walk.attempt, number)}
    assert {row.number for row in result.rows if row.verdict == "right"} == right
    assert {row.number for row in result.rows if row.verdict == "unanswered"} == (
        set(range(1, walk.count + 1)) - walk.kept.keys()
    )
    assert result.points == Decimal(len(right))
    assert 0 <= result.points <= result.out_of == walk.count


def changed_bank() -> dict[str, Any]:
    """The small bank with every stem and key changed."""
    data = small_bank()
    for row in data["questions"]["questions"]:
        row["stem"] = f"Now: {row['stem']}"
        if "accept" in row["content"]:
            row["content"]["accept"] = ["Something new"]
    return data
