"""The rules of the house that no linter sees, and the linters themselves."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "quizapp"
PYTHON = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "static").rglob("*.js"))
STYLES = sorted((ROOT / "static").rglob("*.css"))
NAMELESS = {"utils", "helpers", "common", "misc", "manager", "service"}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "--no-cache", "."),
        ("ruff", "format", "--no-cache", "--check", "."),
        ("mypy", "--cache-dir=/dev/null"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_checkers_find_nothing(command: tuple[str, ...]) -> None:
    result = run(sys.executable, "-m", *command)
    assert result.returncode == 0, result.stdout + result.stderr


def test_imports_run_one_way() -> None:
    result = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    assert result.returncode == 0, result.stdout


def test_the_core_needs_neither_web_nor_database() -> None:
    names = ".".join
    modules = [names(path.relative_to(ROOT).with_suffix("").parts) for path in (PACKAGE / "core").rglob("*.py")]
    program = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name.removesuffix('.__init__'))\n"
        "sys.exit(bool({'flask', 'sqlalchemy', 'wtforms', 'jinja2', 'werkzeug'} & set(sys.modules)))"
    )
    result = run(sys.executable, "-c", program)
    assert result.returncode == 0, result.stderr


def test_only_storage_commits() -> None:
    guilty = [
        str(path.relative_to(ROOT))
        for path in PYTHON
        if "storage" not in path.parts and re.search(r"\bsession\.commit\(|\.commit\(\)", path.read_text())
    ]
    assert guilty == []


def test_names_say_something() -> None:
    assert [str(path) for path in PYTHON if path.stem in NAMELESS or path.parent.name in NAMELESS] == []


def lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


@pytest.mark.parametrize(
    ("files", "ceiling"),
    [(PYTHON, 300), (TEMPLATES, 120), (SCRIPTS, 200), (STYLES, 250)],
    ids=["modules", "templates", "scripts", "styles"],
)
def test_files_stay_short(files: list[Path], ceiling: int) -> None:
    assert [
        f"{path.relative_to(ROOT)}: {lines(path)}" for path in files if is_code(path) and lines(path) > ceiling
    ] == []


def is_code(path: Path) -> bool:
    return "versions" not in path.parts and "data" not in path.parts


def long_functions(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for node in functions
        if (node.end_lineno or 0) - node.lineno + 1 > 40
    ]


def test_functions_stay_short() -> None:
    assert [found for path in PYTHON if is_code(path) for found in long_functions(path)] == []


def test_pages_carry_no_inline_script_or_style() -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=\"|\sstyle=\"", re.I)
    assert [str(path.relative_to(ROOT)) for path in TEMPLATES if inline.search(path.read_text())] == []


def test_no_template_is_forgotten() -> None:
    """Every template is rendered, extended, included or imported from somewhere."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in [*PYTHON, *TEMPLATES])
    named = {str(path.relative_to(ROOT / "templates")) for path in TEMPLATES}
    by_kind = {name for name in named if name.startswith("kinds/")}  # chosen by the kind's name
    assert sorted(name for name in named - by_kind if f'"{name}"' not in source and f"'{name}'" not in source) == []


def test_the_project_speaks_of_itself_alone() -> None:
    hosts = [part + "." + end for part, end in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
    paths = ["/" + name + "/" for name in ("work", "root", "home")]
    tracked = run("git", "ls-files").stdout.splitlines()
    guilty = []
    for name in tracked:
        path = ROOT / name
        if not path.is_file() or path.suffix in {".png", ".gz", ".txt"}:
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        guilty += [f"{name}: {word}" for word in [*hosts, *paths] if re.search(rf"(?<![\w.]){re.escape(word)}", text)]
    assert guilty == []
