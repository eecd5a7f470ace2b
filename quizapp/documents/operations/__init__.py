"""Changes to documents and their facts."""

from .document import DocumentDetails, keep_document
from .fact import Evidence, FactDetails, discard_other_facts, keep_fact

__all__ = ["DocumentDetails", "Evidence", "FactDetails", "discard_other_facts", "keep_document", "keep_fact"]
