"""What is kept about oneself, to see and to take along."""

from __future__ import annotations

import csv
import io
import json
import re
from zipfile import ZipFile

from flask import Flask

from quizapp.accounts.operations import rename
from quizapp.storage.transaction import transaction
from tests.web.browser import Browser
from tests.web.learn.taking import take


def unpacked(browser: Browser) -> dict[str, str]:
    answer = browser.get("/account/data/download")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="my-data-')
    assert "no-store" in answer.headers["Cache-Control"]
    with ZipFile(io.BytesIO(answer.data)) as archive:
        return {name.partition("/")[2]: archive.read(name).decode() for name in archive.namelist()}


def table(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].removeprefix("\ufeff"))))


def test_everything_that_may_be_shown_is_there(app: Flask, gus: Browser, ana: Browser) -> None:
    take(ana, "once").send(1, {"chosen": "1"})
    taking = take(gus, "first")
    taking.send(2, {"text": "=HYPERLINK(1)", "sure": "yes"})
    taking.answer(1)
    exam = take(gus, "exam")
    exam.answer(1)
    page = gus.get("/account/data/").text
    assert re.search(r"2&nbsp;questions come back|3&nbsp;answers", page)
    files = unpacked(gus)
    assert set(files) == {
        "README.txt",
        "everything.json",
        *(f"{name}.csv" for name in ("classes", "arrangements", "attempts", "answers", "memories", "notices", "other")),
    }
    whole = json.loads(files["everything.json"])
    assert [row["answer"] for row in whole["answers"]][1] == "=HYPERLINK(1)"
    rows = table(files, "answers.csv")
    assert [(row["attempt"], row["number"], row["verdict"]) for row in rows] == [
        (rows[0]["attempt"], "1", "right"),
        (rows[0]["attempt"], "2", "wrong"),
        (rows[2]["attempt"], "1", ""),
    ]
    assert (rows[1]["answer"], rows[1]["sure"], rows[1]["key"]) == ("'=HYPERLINK(1)", "yes", "Lagoon City")
    assert "in Lagoon City" in rows[1]["quotes"]
    assert (rows[2]["answer"], rows[2]["key"], rows[2]["points"], rows[2]["quotes"]) == (rows[0]["answer"], "", "", "")
    assert len(table(files, "memories.csv")) == 2
    assert [row["state"] for row in table(files, "attempts.csv")] == ["open", "open"]
    assert whole["profile"]["display_name"] == "Gus"
    assert "hash" not in files["everything.json"]


def test_no_cell_starts_a_formula(app: Flask, gus: Browser) -> None:
    taking = take(gus, "first")
    taking.send(2, {"text": "@SUM(A1)"})
    with app.app_context(), transaction():
        rename(1, "=cmd()")
    for name, text in unpacked(gus).items():
        if name.endswith(".csv"):
            for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
                assert not any(cell.lstrip().startswith(("=", "+", "@", "-")) for cell in row), row


def test_who_has_done_nothing_has_little(gus: Browser, visitor: Browser) -> None:
    assert "no&nbsp;attempts handed in" in gus.get("/account/data/").text
    assert table(unpacked(gus), "answers.csv") == []
    assert visitor.get("/account/data/download").location.startswith("/account/sign-in")
