"""Exports: routes as files for other programs, one small module a format.

A format is chosen by the name of the file that is wanted, and refuses what it cannot heed.
"""

from exile_map.exports.formats import FORMATS, Format, Request, format_of
from exile_map.exports.pictures import Picture

__all__ = ["FORMATS", "Format", "Picture", "Request", "format_of"]
