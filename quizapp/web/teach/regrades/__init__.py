"""Judging answers anew."""

from quizapp.web.teach.regrades import listing, offering, routes
from quizapp.web.teach.regrades.blueprint import regrades

__all__ = ["listing", "offering", "regrades", "routes"]
