from __future__ import annotations

import time
from statistics import median

import argon2

from quizapp.accounts.passwords import hash_password, is_password, needs_new_hash


def test_a_hash_knows_its_password_and_no_other() -> None:
    kept = hash_password("tulip under the bridge")
    assert "tulip" not in kept
    assert is_password("tulip under the bridge", kept)
    assert not is_password("tulip under the bridgE", kept)


def test_the_measures_are_those_of_the_password_storage_sheet() -> None:
    measures = argon2.extract_parameters(hash_password("tulip under the bridge"))
    assert (measures.type, measures.memory_cost, measures.time_cost, measures.parallelism) == (
        argon2.Type.ID,
        19 * 1024,
        2,
        1,
    )


def test_one_keyboard_types_an_accent_apart() -> None:
    assert is_password("cafe\u0301 noir noir", hash_password("café noir noir"))


def test_nothing_is_the_password_where_there_is_no_hash() -> None:
    assert not is_password("nobody has this account", None)
    assert not is_password("tulip under the bridge", "not a hash")


def test_only_weaker_hashes_need_a_new_one() -> None:
    weak = argon2.PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1)
    assert needs_new_hash(weak.hash("tulip under the bridge"))
    assert not needs_new_hash(hash_password("tulip under the bridge"))


def seconds(password_hash: str | None) -> float:
    begin = time.perf_counter()
    is_password("a wrong guess", password_hash)
    return time.perf_counter() - begin


def test_a_name_that_nobody_has_costs_as_much_time() -> None:
    kept = hash_password("tulip under the bridge")
    seconds(None)
    known, unknown = zip(*((seconds(kept), seconds(None)) for _ in range(9)), strict=True)
    assert 0.5 < median(unknown) / median(known) < 2
