from quizapp.core.reading.document import read_document
from quizapp.core.reading.errors import UnreadableDocument


def is_read_or_refused_in_words(data: bytes, filename: str) -> bool:
    """Say whether a file gives text, or a refusal that is a sentence; anything else is raised."""
    try:
        return bool(read_document(data, filename).text.strip())
    except UnreadableDocument as refused:
        return str(refused).endswith(".")
