"""Real web servers on this machine, for tests of what is embedded in a page."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Site:
    """A folder on the web: its origin, what was asked of it, and the headers it answers with.

    Parameters
    ----------
    origin
        Scheme, host and port.
    headers
        Sent with every answer; may be changed while it runs.
    own
        Headers of single paths, sent instead.
    """

    def __init__(self, origin: str, headers: Mapping[str, str]) -> None:
        self.origin = origin
        self.headers = dict(headers)
        self.own: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []
        self.cookies: list[str] = []

    def headers_of(self, path: str) -> dict[str, str]:
        """Return what is sent with a path."""
        return self.own.get(path, self.headers)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, sites: list[Site], **more: Any) -> None:  # noqa: ANN401 -- the base's
        self.sites = sites
        super().__init__(*args, **more)

    def end_headers(self) -> None:
        for name, value in self.sites[0].headers_of(self.path).items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        site = self.sites[0]
        if self.path == "/favicon.ico":  # browsers ask of themselves
            self.send_response(204)
            self.end_headers()
            return
        site.asked.append(self.path)
        site.cookies += self.headers.get_all("Cookie") or []
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base's name
        """Say nothing."""


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[Site]:
    """Serve a folder on a port of its own, which is an origin of its own."""
    sites: list[Site] = []
    handler = partial(_Handler, directory=str(folder), sites=sites)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        sites.append(Site(f"http://127.0.0.1:{server.server_port}", headers or {}))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield sites[0]
        finally:
            server.shutdown()
            thread.join()
