import pytest
from flask import Flask

from tests.correcting import Corrector
from tests.learning import Learner


@pytest.fixture
def tess(loaded: Flask) -> Corrector:
    """Give the teacher to whom the small bank belongs."""
    teacher = Corrector(loaded)
    teacher.own()
    return teacher


@pytest.fixture
def ana(loaded: Flask) -> Learner:
    """Give a learner."""
    return Learner(loaded, "Ana")


@pytest.fixture
def ben(loaded: Flask) -> Learner:
    """Give another learner."""
    return Learner(loaded, "Ben")
