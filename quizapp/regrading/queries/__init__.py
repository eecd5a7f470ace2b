"""What was judged anew, and what would be."""

from .told import ChangedScore, remarks_told

__all__ = ["ChangedScore", "remarks_told"]
