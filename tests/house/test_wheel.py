"""The wheel alone serves: templates, static files and questions travel inside it."""

from __future__ import annotations

import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.serving import fetch, start, stop

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it without the checkout in reach, and return that environment's `quizapp`."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    environment = folder / "venv"
    venv.create(environment, with_pip=True)
    install = [environment / "bin" / "python", "-m", "pip", "install", "-q", "--no-deps", next(folder.glob("*.whl"))]
    subprocess.run(install, check=True, capture_output=True)
    lend_libraries(environment)
    return environment / "bin" / "quizapp"


def lend_libraries(environment: Path) -> None:
    """Let an environment use this one's libraries; only the product itself comes from the wheel."""
    site = next(environment.glob("lib/python*/site-packages"))
    folders = [path for path in sys.path if path.endswith("site-packages")]
    (site / "libraries.pth").write_text("\n".join(folders))


def test_the_wheel_serves_the_shelf_with_its_style(program: Path, tmp_path: Path) -> None:
    serving = start(tmp_path / "data", program=program)
    try:
        shelf = fetch(serving.address + "/")
        assert "The USSR and NATO" in shelf
        style = re.search(r'href="(/[^"]+\.css[^"]*)"', shelf)
        assert style is not None
        assert "{" in fetch(serving.address + style[1])
    finally:
        assert stop(serving) == 0
