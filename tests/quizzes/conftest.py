import pytest
from flask import Flask

from tests.composing import Teacher
from tests.learning import Learner


@pytest.fixture
def tess(loaded: Flask) -> Teacher:
    """Give the teacher of most tests."""
    return Teacher(loaded)


@pytest.fixture
def theo(loaded: Flask) -> Teacher:
    """Give another teacher, whose quizzes are noise."""
    return Teacher(loaded, "Theo")


@pytest.fixture
def ana(loaded: Flask) -> Learner:
    """Give a learner."""
    return Learner(loaded, "Ana")
