from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations
from quizapp.accounts.errors import TooManyTries
from quizapp.storage.database import db
from quizapp.storage.throttle import Throttle
from quizapp.storage.transaction import transaction
from tests.accounts.conftest import NOW


def fail(name: str, address: str, seconds: int = 0) -> None:
    with transaction():
        operations.count_sign_in_try(name, address, now=NOW + timedelta(seconds=seconds))


def test_the_eleventh_try_of_a_name_at_an_address_is_refused(in_app: None) -> None:
    for _ in range(10):
        fail("ana", "school")
    with pytest.raises(TooManyTries) as refusal:
        fail(" ANA ", "school")
    assert refusal.value.wait_seconds == 900
    fail("ana", "home")
    fail("ben", "school")


def test_it_is_forgiven_when_the_window_is_over(in_app: None) -> None:
    for _ in range(10):
        fail("ana", "school")
    with pytest.raises(TooManyTries):
        fail("ana", "school", seconds=899)
    fail("ana", "school", seconds=900)


def test_a_class_behind_one_address_signs_in(in_app: None) -> None:
    with transaction():
        for number in range(320):
            operations.count_sign_in_try(f"pupil {number}", "school", now=NOW)
            operations.forgive_sign_in(f"pupil {number}", "school")


def test_a_right_sign_in_forgives_the_wrong_ones_before(in_app: None) -> None:
    for _ in range(3):
        for _ in range(9):
            fail("ana", "school")
        with transaction():
            operations.count_sign_in_try("ana", "school", now=NOW)
            operations.forgive_sign_in("ana", "school")


def test_a_name_tried_from_everywhere_is_refused(in_app: None) -> None:
    with transaction():
        for number in range(100):
            operations.count_sign_in_try("ana", f"address {number}", now=NOW)
    with pytest.raises(TooManyTries):
        fail("ana", "another")
    fail("ben", "another")


def test_one_address_trying_every_name_is_refused(in_app: None) -> None:
    with transaction():
        for number in range(300):
            operations.count_sign_in_try(f"name {number}", "school", now=NOW)
    with pytest.raises(TooManyTries):
        fail("another", "school")
    fail("another", "home")


def test_the_table_lists_neither_names_nor_addresses_and_forgets(in_app: None) -> None:
    fail("anastasia", "198.51.100.7")
    keys = db.session.scalars(select(Throttle.key)).all()
    assert len(keys) == 3
    assert not [key for key in keys if "anastasia" in key or "198.51" in key]
    fail("ben", "home", seconds=100_000)
    assert len(db.session.scalars(select(Throttle.key)).all()) == 3


def test_tries_at_the_same_time_are_all_counted(app: Flask) -> None:
    refused: list[int] = []

    def guess() -> None:
        for _ in range(10):
            with app.app_context():
                try:
                    fail("ana", "school")
                except TooManyTries:
                    refused.append(1)

    threads = [threading.Thread(target=guess) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 30
