"""Dates: what people write in a table of a life, read as spans of time."""

from exile_map.dates.order import day_order
from exile_map.dates.reading import Reader, read_span
from exile_map.dates.spans import Bounds, DateError, Day, Span

__all__ = ["Bounds", "DateError", "Day", "Reader", "Span", "day_order", "read_span"]
