class UnreadableDocument(ValueError):
    """A file could not be read; the message says what is wrong and what to do."""


class EmptyDocument(UnreadableDocument):
    """The file holds no text at all."""


class NotText(UnreadableDocument):
    """The bytes are no text in any encoding we read."""


class ScannedDocument(UnreadableDocument):
    """The pages are pictures of text."""


class ProtectedDocument(UnreadableDocument):
    """The file is locked by a password."""


class DocumentTooLarge(UnreadableDocument):
    """The file is over a limit that was stated beforehand."""


class UnsupportedDocument(UnreadableDocument):
    """The file is of a type we do not read."""


class BrokenDocument(UnreadableDocument):
    """The file says it is of a type we read, but cannot be opened as one."""


class ReadingStopped(UnreadableDocument):
    """Reading took too long, too much memory or broke off, and was ended."""


class QuoteNotFound(ValueError):
    """The document does not hold the words quoted."""


class QuoteAmbiguous(ValueError):
    """The document holds the words quoted more than once."""
