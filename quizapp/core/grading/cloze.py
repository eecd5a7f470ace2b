"""Marking a filled gap, which is a short answer in its sentence."""

from __future__ import annotations

from .short_text import fit, grade, read

__all__ = ["fit", "grade", "read"]
