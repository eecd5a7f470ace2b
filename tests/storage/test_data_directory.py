from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.storage.data_directory import prepare_data_directory, secret_key
from quizapp.storage.errors import UnwritableData


def test_the_directory_and_its_parents_are_made_private(tmp_path: Path) -> None:
    prepare_data_directory(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_a_file_in_its_place_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(UnwritableData, match="--data DIR"):
        prepare_data_directory(tmp_path / "a")


def test_the_key_is_made_once_and_private(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert len(key) == 64
    assert secret_key(tmp_path) == key
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
