from __future__ import annotations

import re
import sys
from html import unescape
from itertools import pairwise
from typing import Any

import nbformat
import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "maintenance"))

from run_notebooks import NOTEBOOKS, run

NAMES = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
MOST_BYTES = 200_000

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)

Json = Any


def said(outputs: list[Json]) -> list[tuple[str, list[str]]]:
    """Return what the outputs of a cell say to their reader, word for word, without their looks."""
    told: list[tuple[str, list[str]]] = []
    for output in outputs:
        if output["output_type"] == "stream":
            words = _ANSI.sub("", output["text"]).split()
            # A busy kernel may send in two messages what a quiet one sends in one.
            if told and told[-1][0] == output["name"]:
                told[-1][1].extend(words)
            else:
                told.append((output["name"], words))
            continue
        for kind, content in sorted(output.get("data", {}).items()):
            if kind == "image/png":
                told.append((kind, []))
            elif kind == "text/plain":
                # Where there is HTML it has the same table, without a narrow terminal's breaks.
                told += [] if "text/html" in output["data"] else [(kind, content.split())]
            else:
                told.append((kind, unescape(_TAGS.sub(" ", content)).split()))
    return told


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_says_what_its_saved_outputs_say(name: str) -> None:
    """Where this is red after a change that is meant, run maintenance/run_notebooks.py."""
    saved = nbformat.read(NOTEBOOKS / name, as_version=4)
    before = [(cell.source, said(cell.get("outputs", []))) for cell in saved.cells]
    after = run(NOTEBOOKS / name)
    assert [(cell.source, said(cell.get("outputs", []))) for cell in after.cells] == before


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_notebook_is_lean_and_of_no_machine(name: str) -> None:
    text = (NOTEBOOKS / name).read_text(encoding="utf-8")
    assert len(text.encode()) < MOST_BYTES
    assert str(ROOT) not in text
    assert "widget-view" not in text
    assert "<script" not in text.replace("&lt;script", "").replace('<script type=\\"module\\"', "")
    notebook = nbformat.reads(text, as_version=4)
    assert [c.execution_count for c in notebook.cells if c.cell_type == "code"] == list(
        range(1, 1 + sum(c.cell_type == "code" for c in notebook.cells))
    )


def test_there_are_four_of_them_and_each_leads_to_the_next() -> None:
    assert [name[:3] for name in NAMES] == ["01_", "02_", "03_", "04_"]
    for name, following in pairwise(NAMES):
        last = nbformat.read(NOTEBOOKS / name, as_version=4).cells[-1]
        assert f"({following})" in last.source
