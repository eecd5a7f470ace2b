"""Terms of answering, correcting and judging anew, drawn by chance: what everything shown must survive."""

from __future__ import annotations

from contextlib import suppress
from random import Random

from flask import Flask

from quizapp.attempts.errors import AttemptError
from quizapp.personal.operations import erase
from quizapp.regrading.errors import NothingToChange
from tests.correcting import Corrector
from tests.learning import Learner

DATE, FLAGS, PLACE = "pact.date.choice", "flags.raised.multiple", "pact.place.short_text"
PAIRS, ORDER, JUDGED = "signers.all.matching", "congresses.order.ordering", "congresses.second.true_false"
KEYS = (DATE, FLAGS, PLACE, PAIRS, ORDER, JUDGED)
QUIZZES = ("first", "exam", "open")


class Term:
    """Three learners and their teacher, who do what the dice say."""

    def __init__(self, app: Flask, seed: int) -> None:
        """Make the people."""
        self.dice = Random(seed)
        self.tess = Corrector(app)
        self.tess.own()
        self.learners = [Learner(app, "Ana"), Learner(app, "Ben"), Learner(app, "Cyd")]
        self.left: list[Learner] = []
        self.going: list[tuple[Learner, int]] = []
        self.versions = dict.fromkeys(KEYS, 1)

    def run(self, steps: int) -> None:
        """Let so many things happen, an hour apart; half-way through somebody leaves for good."""
        acts = (self.start, *(self.answer,) * 3, self.submit, self.correct, *(self.regrade,) * 2)
        for step in range(steps):
            if step == steps // 2:
                self.leave()
            for person in (*self.learners, self.tess):
                person.wait(hours=1)
            self.dice.choice(acts)()

    def start(self) -> None:
        """Somebody begins a quiz or goes on with it, and may answer all of it."""
        learner, quiz = self.dice.choice(self.learners), self.dice.choice(QUIZZES)
        attempt = learner.start(quiz, str(self.dice.random()))
        self.going.append((learner, attempt))
        if self.dice.random() < 0.5:
            with suppress(AttemptError):
                for number in range(1, 9):
                    learner.answer(attempt, number, right=self.dice.random() < 0.5)

    def answer(self) -> None:
        """Somebody answers a question of an attempt that may be over, right or wrong, or changes an answer."""
        if not self.going:
            return
        learner, attempt = self.dice.choice(self.going)
        with suppress(AttemptError):
            learner.answer(attempt, self.dice.randint(1, 8), right=self.dice.random() < 0.5)

    def submit(self) -> None:
        """Somebody hands an attempt in."""
        if self.going:
            learner, attempt = self.going.pop(self.dice.randrange(len(self.going)))
            learner.submit(attempt)

    def leave(self) -> None:
        """Somebody is erased; what they handed in still counts."""
        gone = self.learners.pop()
        self.going = [(learner, attempt) for learner, attempt in self.going if learner is not gone]
        gone.doing(lambda: erase(gone.id, now=gone.now))
        self.left.append(gone)

    def correct(self) -> None:
        """The teacher corrects a question: another key, another place, another part."""
        key = self.dice.choice(KEYS)
        content = self.tess.content(key)
        for name in ("options", "pairs", "items", "accept"):
            if name in content:
                content = {**content, name: self.changed(name, content[name])}
        if key == JUDGED:
            content = {**content, "key": not content["key"]}
        self.tess.correct(key, content)
        self.versions[key] += 1

    def changed(self, name: str, parts: list[object]) -> list[object]:
        """The parts in another order, with another key; now and then one is gone."""
        if name == "accept":
            return [*parts, "something else entirely"] if len(parts) == 1 else parts[:1]
        rows = [dict(part) for part in parts]  # type: ignore[call-overload]
        self.dice.shuffle(rows)
        if name == "options":
            keys = [bool(row.get("right")) for row in rows]
            for row, right in zip(rows, [*keys[1:], keys[0]], strict=True):
                row["right"] = right
            spare = [row for row in rows if not row["right"]]
            if len(spare) > 1 and self.dice.random() < 0.3:
                rows.remove(spare[0])
        return rows  # type: ignore[return-value]

    def regrade(self) -> None:
        """The teacher judges the answers to some version anew, by another or by the same."""
        key = self.dice.choice(KEYS)
        old, new = (self.dice.randint(1, self.versions[key]) for _ in range(2))
        policy = self.dice.choice(("replace", "never_lower", "give_all"))
        to = None if policy == "give_all" and self.dice.random() < 0.5 else new
        with suppress(NothingToChange):
            self.tess.regrade(self.tess.order(key, policy, old, to))
