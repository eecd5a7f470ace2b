"""Changes to documents and their facts."""

from .document import DocumentDetails, keep_document, passage_rows
from .drops import NewDrops, keep_drops, with_drop, without_drop
from .fact import Evidence, FactDetails, discard_other_facts, keep_fact
from .found_facts import FoundFact, add_found_facts
from .revision import Said, add_passages, add_revision, archive_document, change_details

__all__ = [
    "DocumentDetails",
    "Evidence",
    "FactDetails",
    "FoundFact",
    "NewDrops",
    "Said",
    "add_found_facts",
    "add_passages",
    "add_revision",
    "archive_document",
    "change_details",
    "discard_other_facts",
    "keep_document",
    "keep_drops",
    "keep_fact",
    "passage_rows",
    "with_drop",
    "without_drop",
]
