"""What the README promises exists, and what exists is in the README."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from quizapp.cli import main
from quizapp.config import Settings

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    documented = set(re.findall(r"^\| `(QUIZAPP_\w+)`", README, re.M))
    assert documented == {item.metadata["env"] for item in fields(Settings)}


def test_every_command_is_documented() -> None:
    documented = set(re.findall(r"^\| `quizapp (\w[\w-]*)", README, re.M))
    import click

    assert documented == set(main.list_commands(click.Context(main)))


def test_both_commands_stand_in_the_readme() -> None:
    assert "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/quizapp serve\n" in README
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest\n" in README


def test_named_files_exist() -> None:
    names = re.findall(r"\]\((?!http)([^)#]+)\)|`((?:docs|questions|quizapp)/[\w./-]*)`", README)
    missing = [name for pair in names for name in pair if name and not (ROOT / name).exists()]
    assert missing == []
