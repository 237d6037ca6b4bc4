"""The artifact: what the build makes, what the wheel holds, and that it works once installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

import hatch_build

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout, as pip does."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_products_and_not_the_player_s_sources(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for product in (
        "static/page.js",
        "static/player.js",
        "static/player.css",
        "static/world.json",
        "static/world-110m.json",
        "static/exile-map.10m.js",
        "static/lang/en.json",
        "gazetteer/gazetteer.sqlite",
        "py.typed",
        "exile_map.schema.json",
    ):
        assert f"exile_map/{product}" in names
    assert not [name for name in names if "/player/" in name or "node_modules" in name]
    assert not [name for name in names if name.endswith(".stamp")]
    assert [name for name in names if name.endswith("licenses/NOTICE")]


def test_the_wheel_is_about_as_large_as_was_measured(wheel: Path) -> None:
    assert wheel.stat().st_size < 22_000_000


def test_the_wheel_draws_once_installed(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)  # noqa: S202 -- ours
    done = subprocess.run(
        [sys.executable, "-m", "exile_map", "draw", str(ROOT / "data/places.csv"), "-o", "a.html"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.html").stat().st_size > 300_000


def test_an_sdist_carries_the_products_and_is_fresh_elsewhere(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (sdist,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (tree,) = (path for path in tmp_path.iterdir() if path.is_dir())
    code = "import hatch_build as h; print(h.player().is_fresh(), h.gazetteer().is_fresh())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tree, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True"]


def test_a_built_checkout_needs_neither_node_nor_geonames() -> None:
    for product in (hatch_build.player(), hatch_build.gazetteer()):
        product.build()
    nothing: Any = None
    hook = hatch_build.Hook(str(ROOT), {}, nothing, nothing, "", "wheel")
    assert hook.dependencies() == []


def test_a_changed_source_makes_its_product_again(tmp_path: Path) -> None:
    made = []
    source = Path(hatch_build.ROOT / "README.md")
    product = hatch_build.Product(
        stamp=tmp_path / "stamp",
        outputs=(tmp_path / "out",),
        sources=(source,),
        requirements=(),
        make=lambda: made.append((tmp_path / "out").write_text("made")),
    )
    product.build()
    product.build()
    assert len(made) == 1
    (tmp_path / "stamp").write_text("the hash of other sources")
    product.build()
    (tmp_path / "out").unlink()
    product.build()
    assert len(made) == 3


def test_a_source_that_changes_while_its_product_is_made_makes_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hatch_build, "ROOT", tmp_path)
    source, out = tmp_path / "source", tmp_path / "out"
    source.write_text("old")

    def make() -> None:
        out.write_text(source.read_text())
        source.write_text("new")

    product = hatch_build.Product(
        stamp=tmp_path / "stamp", outputs=(out,), sources=(source,), requirements=(), make=make
    )
    product.build()
    assert not product.is_fresh()
    product.build()
    assert out.read_text() == "new"
    assert product.is_fresh()
