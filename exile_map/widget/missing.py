"""What stands for the widget where its library is not installed: it says what to do."""

from __future__ import annotations

from exile_map.errors import MissingPartError


class RouteWidget:
    """An animated map in a notebook, in touch with Python; needs the extra ``jupyter``.

    Raises
    ------
    MissingPartError
        Always.
    """

    def __init__(self, *_given: object, **_options: object) -> None:
        message = (
            "RouteWidget needs the extra jupyter: pip install 'exile-map[jupyter]', then restart"
            " the kernel. xm.ExileMap needs nothing."
        )
        raise MissingPartError(message)
