"""An existing record of answers: read line by line, brought in whole or not at all, and written out again."""

from .bringing_in import BroughtIn, Target, bring_in, look_through
from .faults import Fault, FaultyRecord
from .table import Record, read_record

__all__ = ["BroughtIn", "Fault", "FaultyRecord", "Record", "Target", "bring_in", "look_through", "read_record"]
