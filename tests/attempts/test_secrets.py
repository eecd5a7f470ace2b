"""Nothing that is shown before an answer tells its key."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask

from quizapp.attempts.given import Given
from quizapp.attempts.queries import OpenQuestion
from quizapp.core.kinds import Choice, Option, draw_order
from tests.learning import Learner
from tests.small_bank import load_small_bank, small_bank

SECRET = "zzsecretzz"


def laced_bank() -> dict[str, Any]:
    """The small bank with a canary in everything that must stay hidden until an answer is final."""
    data = small_bank()
    for row in data["questions"]["questions"]:
        row["explanation"] += SECRET
        content = row["content"]
        for option in [*content.get("options", []), *content.get("extras", []), *content.get("wrong", [])]:
            if not option.get("right"):
                option["reason"] += SECRET
        if "accept" in content:
            content["accept"] = [SECRET, *content["accept"]]
        for item in content.get("items", []):
            item["when"] += SECRET
        if "correction" in content:
            content["correction"] += SECRET
        for witness in row.get("witnesses", []):
            witness["value"] += SECRET
            witness["note"] += SECRET
    for fact in data["facts"]["facts"]:
        fact["statement"] += SECRET
    return data


@pytest.fixture
def ana(app: Flask, tmp_path: Path) -> Learner:
    load_small_bank(app, tmp_path, laced_bank())
    return Learner(app, "Ana")


def dumped(question: OpenQuestion) -> str:
    return json.dumps(asdict(question), default=str)


@pytest.mark.parametrize("slug", ["first", "exam", "open"])
def test_an_open_question_says_nothing_that_tells_the_key(ana: Learner, slug: str) -> None:
    attempt = ana.start(slug)
    for number in range(1, 9):
        shown = dumped(ana.asked(attempt, number))
        assert SECRET not in shown
        assert "12 states" not in shown
        assert "1949-04-04" not in shown
        assert "Twelve" not in shown


def test_a_saved_answer_says_no_more_than_what_was_given(ana: Learner) -> None:
    attempt = ana.start("exam")
    before = dumped(ana.asked(attempt, 1))
    ana.give(attempt, 1, Given(chosen=(1,)))
    after = asdict(ana.asked(attempt, 1))
    ana.give(attempt, 1, Given(chosen=(2,)))
    other = asdict(ana.asked(attempt, 1))
    assert SECRET not in before + json.dumps(after, default=str)
    different = {name for name in after if after[name] != other[name]}
    assert different == {"given", "revision"}  # right or wrong, the rest is the same


def test_the_canary_is_real(ana: Learner) -> None:
    attempt = ana.take("first", wrong={1, 2, 3, 4, 5, 6, 7, 8})
    told = [json.dumps(asdict(ana.explained(attempt, number)), default=str) for number in range(1, 9)]
    assert all(SECRET in text for text in told)


def test_the_place_of_the_right_option_is_drawn_evenly() -> None:
    content = Choice((Option("a", right=True), Option("b"), Option("c")))
    places = {1: 0, 2: 0, 3: 0}
    for seed in range(300):
        places[draw_order(content, Random(f"{seed}:7")).index(0) + 1] += 1
    # Chi-square with two degrees of freedom stays under 13.8 in 999 of 1,000 fair draws; these seeds are fixed.
    assert sum((count - 100) ** 2 / 100 for count in places.values()) < 13.8
