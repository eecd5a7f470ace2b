"""Facts, and marking words in a text."""

from quizapp.web.teach.facts import deciding, marking, renewing, routes, stances
from quizapp.web.teach.facts.blueprint import facts

__all__ = ["deciding", "facts", "marking", "renewing", "routes", "stances"]
