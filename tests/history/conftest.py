import pytest
from flask import Flask

from tests.learning import Learner


@pytest.fixture
def ana(loaded: Flask) -> Learner:
    """Give the learner of most tests."""
    return Learner(loaded, "Ana")


@pytest.fixture
def ben(loaded: Flask) -> Learner:
    """Give another learner, whose answers are noise."""
    learner = Learner(loaded, "Ben")
    learner.take("first", wrong={1, 2, 3})
    learner.start("open")
    return learner
