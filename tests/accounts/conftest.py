"""People to test with, made as the product makes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.accounts import operations
from quizapp.accounts.queries import SignedIn
from quizapp.storage.transaction import transaction

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def in_app(app: Flask) -> Iterator[None]:
    """Push the application's context, for tests that send no requests."""
    with app.app_context():
        yield


@pytest.fixture
def ben(in_app: None) -> SignedIn:
    """Give Ben, whose rows are always there to be left alone."""
    with transaction():
        return operations.sign_up("ben", "Ben", "ben's hash", now=NOW)


@pytest.fixture
def ana(in_app: None, ben: SignedIn) -> SignedIn:
    """Give Ana."""
    with transaction():
        return operations.sign_up("ana", "Ana", "ana's hash", now=NOW)
