"""A teacher's banks: the list, what is in one, acts on many questions at once, and sharing."""

from quizapp.web.teach.banks import acting, routes, sharing
from quizapp.web.teach.banks.blueprint import banks

__all__ = ["acting", "banks", "routes", "sharing"]
