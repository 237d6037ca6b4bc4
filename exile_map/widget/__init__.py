"""The widget: routes played in a notebook, and in touch with Python (extra ``jupyter``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exile_map.widget.live import RouteWidget
else:
    try:
        from exile_map.widget.live import RouteWidget
    except ModuleNotFoundError as error:
        if error.name not in ("anywidget", "traitlets"):
            raise
        from exile_map.widget.missing import RouteWidget

__all__ = ["RouteWidget"]
