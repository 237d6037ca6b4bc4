"""Exports: routes as files for other programs."""

from __future__ import annotations

import io
import struct
import sys
from typing import TYPE_CHECKING

import pytest
import test_picture
from conftest import SERGE

import exile_map as xm
from exile_map import exports
from exile_map.errors import MissingPartError, UsageError
from exile_map.gazetteer import Gazetteer

if TYPE_CHECKING:
    from pathlib import Path

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def request_() -> exports.Request:
    """Return what to export."""
    return exports.Request(test_picture.read(SERGE), Gazetteer().country_name)


def size_of(png: bytes) -> tuple[int, int]:
    """Return a PNG's width and height."""
    assert png.startswith(PNG_MAGIC)
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_every_format_writes_something_and_can_be_asked_for_by_name_and_by_suffix(
    request_: exports.Request,
) -> None:
    for known in exports.FORMATS:
        if known.home != "film":  # a whole life takes minutes: see test_exports_film
            assert known.write(request_)
        assert exports.format_of(known.name, "whatever") is known
        for suffix in known.suffixes:
            assert exports.format_of("", f"a{suffix.upper()}") is known


@pytest.mark.parametrize(("name", "path"), [("", "map.docx"), ("docx", "map.svg"), ("", "-")])
def test_a_format_that_is_none_is_refused_with_those_there_are(name: str, path: str) -> None:
    with pytest.raises(UsageError, match="svg, png"):
        exports.format_of(name, path)


def test_an_option_that_a_format_cannot_heed_is_refused(request_: exports.Request) -> None:
    told = exports.Request(request_.routes, request_.country_name, options={"scale": 2.0})
    with pytest.raises(UsageError, match="--scale"):
        exports.format_of("svg", "").write(told)


def test_a_picture_is_the_same_in_the_interface_and_as_an_export(
    request_: exports.Request, tmp_path: Path
) -> None:
    drawing = xm.Picture(request_.routes)
    drawing.save(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_bytes() == exports.format_of("svg", "").write(request_)
    assert drawing._repr_svg_() == drawing.svg()
    assert xm.Picture(request_.routes[0]).svg() == drawing.svg()
    assert "Victor Serge" in drawing.svg()
    assert ">1925<" in xm.Picture(request_.routes, year=1925).svg()


def test_a_png_has_the_size_and_the_colours_of_the_picture(
    request_: exports.Request, tmp_path: Path
) -> None:
    from PIL import Image

    drawing = xm.Picture(request_.routes, size=(900, 600))
    assert size_of(drawing.png()) == (900, 600)
    drawing.save(tmp_path / "a.PNG", scale=2)
    data = (tmp_path / "a.PNG").read_bytes()
    assert size_of(data) == (1800, 1200)
    dots = Image.open(io.BytesIO(data)).convert("RGB")
    seen = {colour for count, colour in dots.getcolors(1 << 24) or () if count > 100}
    for colour in ((0xF5, 0xF1, 0xE6), (0xDD, 0xE6, 0xE9), (0xA6, 0x1C, 0x24), (0xB8, 0x67, 0x0E)):
        assert colour in seen


@pytest.mark.parametrize("scale", [0, -1, 1000, float("nan")])
def test_a_scale_that_is_none_is_refused(request_: exports.Request, scale: float) -> None:
    with pytest.raises(UsageError, match="scale"):
        xm.Picture(request_.routes).png(scale=scale)


def test_without_the_library_a_png_names_the_extra(
    request_: exports.Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingPartError, match=r"exile-map\[png\]"):
        xm.Picture(request_.routes).png()


def test_a_picture_is_made_of_routes_and_saved_as_what_it_is(
    request_: exports.Request, tmp_path: Path
) -> None:
    for nothing in ([], ["Rome"], "Rome"):
        with pytest.raises(UsageError, match="to_routes"):
            xm.Picture(nothing)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        xm.Picture(request_.routes).save(tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())
