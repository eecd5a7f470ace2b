"""What a learner remembers, and what is due to be asked again."""

from .due import Due, due, due_count, due_versions
from .forecast import DAYS, Forecast, ForecastDay, forecast

__all__ = ["DAYS", "Due", "Forecast", "ForecastDay", "due", "due_count", "due_versions", "forecast"]
