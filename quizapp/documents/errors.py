"""What can go wrong with documents, named for what happened."""

from __future__ import annotations


class DocumentError(Exception):
    """Something a document does not allow."""


class NoSuchDocument(DocumentError):
    """There is no such document, or it may not be read."""


class NoSuchFact(DocumentError):
    """There is no such fact, or not for whoever asks."""


class NoSuchSpan(DocumentError):
    """Nothing begins and ends there that could be left out or put back."""


class DropsChanged(DocumentError):
    """Somebody else has changed what is left out of the document meanwhile."""


class RefusedFact(DocumentError):
    """A fact cannot say that; the message says why and what to do."""
