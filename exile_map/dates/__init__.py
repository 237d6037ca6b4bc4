"""Dates: what people write in a table of a life, read as spans of time."""

from exile_map.dates.reading import day_order, read_span
from exile_map.dates.spans import Bounds, DateError, Day, Span

__all__ = ["Bounds", "DateError", "Day", "Span", "day_order", "read_span"]
