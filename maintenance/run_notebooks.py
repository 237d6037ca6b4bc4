"""Run the notebooks and write them back with their outputs, lean and the same each time.

``python maintenance/run_notebooks.py [NAME …]`` runs all, or those whose names begin so.
Each runs in a folder of its own, so that what it writes does not lie about.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbclient import NotebookClient

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
NOTEBOOKS = ROOT / "notebooks"
TIMEOUT = 60
"""Seconds that a notebook's cell may take."""

_WIDGET = "application/vnd.jupyter.widget-view+json"
_FRAME = re.compile(r"<iframe srcdoc='[^']*'[^>]*>(.*)</iframe>", re.DOTALL)
_ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


def run(path: Path) -> Any:  # noqa: ANN401 -- nbformat has no types
    """Run a notebook as its reader would, in a folder where its paths lead to the same data."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", Path(folder) / "data")
        here = Path(folder) / "notebooks"
        here.mkdir()
        # Commands are those of this Python, and tables are as wide as on any machine.
        there = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        env = os.environ | {
            "PATH": there,
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "100",
            "NO_COLOR": "1",
        }
        resources = {"metadata": {"path": str(here)}}
        NotebookClient(notebook, timeout=TIMEOUT, resources=resources).execute(env=env)
    return lean(notebook)


def lean(notebook: Any) -> Any:  # noqa: ANN401 -- as above
    """Leave out what is of one run only, and maps that need a kernel or half a megabyte."""
    kernel = notebook.metadata["kernelspec"]
    notebook.metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    for cell in notebook.cells:
        cell.metadata = {}
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            data.pop(_WIDGET, None)
            if "text/html" in data:
                data["text/html"] = _FRAME.sub(r"\1", data["text/html"])
            if "text/plain" in data:
                data["text/plain"] = _ADDRESS.sub("0x…", data["text/plain"])
    return notebook


def main(names: Iterable[str]) -> None:
    """Run the notebooks named, or all."""
    begins = tuple(names) or ("",)
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        if path.name.startswith(begins):
            nbformat.write(run(path), path)
            print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
