"""A real JupyterLab on this machine, and a notebook opened in it by a real browser."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page

_STARTS_WITHIN = 60
_READY_WITHIN = 40_000

# JupyterLab asks the web for news, and its readers whether it may.
_PAGE_CONFIG = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
_NOISE = (
    # JupyterLab's own, in Chromium without a graphics card and on plain HTTP.
    "GPU stall due to ReadPixels",
    "Failed to load resource: the server responded with a status of 404",
    # When its kernel is shut down.
    "Could not restore the debugger state",
)


class Lab:
    """A running JupyterLab.

    Parameters
    ----------
    origin
        Scheme, host and port.
    folder
        Where its notebooks lie.
    """

    def __init__(self, origin: str, folder: Path) -> None:
        self.origin = origin
        self.folder = folder

    def write(self, name: str, cells: Sequence[str]) -> None:
        """Write a notebook of these cells."""
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        nbformat.write(notebook, self.folder / name)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def lab(folder: Path) -> Iterator[Lab]:
    """Run JupyterLab with settings, state and notebooks in a folder of its own."""
    notebooks, home = folder / "notebooks", folder / "home"
    config = home / "config" / "labconfig"
    for each in (notebooks, config, home / "settings"):
        each.mkdir(parents=True)
    (config / "page_config.json").write_text(json.dumps(_PAGE_CONFIG), encoding="utf-8")
    plugin = home / "settings" / "@jupyter-widgets" / "jupyterlab-manager"
    plugin.mkdir(parents=True)
    (plugin / "plugin.jupyterlab-settings").write_text('{"saveState": true}', encoding="utf-8")
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_PLATFORM_DIRS": "1",
    }
    port = _free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.ip=127.0.0.1",
    ]
    command += ["--IdentityProvider.token=", f"--ServerApp.root_dir={notebooks}"]
    command += [f"--LabApp.user_settings_dir={home / 'settings'}"]
    command += [f"--LabApp.workspaces_dir={home / 'workspaces'}", "--expose-app-in-browser"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            origin = f"http://127.0.0.1:{port}"
            _wait_for(f"{origin}/api", process, folder / "log")
            yield Lab(origin, notebooks)
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 -- on this machine
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')}")


class Opened:
    """A notebook that is open in a browser.

    Parameters
    ----------
    page
        The browser's page.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    def ready(self) -> None:
        """Wait until the notebook and its kernel are there."""
        notebook = "window.jupyterapp?.shell.currentWidget"
        self.until(f"{notebook}?.sessionContext?.session?.kernel?.status === 'idle'")

    def reload(self) -> None:
        """Load the page anew."""
        self.page.reload()
        self.ready()

    def shut_down(self) -> None:
        """End the kernel."""
        self.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")

    def run(self) -> None:
        """Run all cells, and wait until they have run."""
        self.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")

    def save(self) -> None:
        """Save the notebook."""
        self.page.evaluate("jupyterapp.commands.execute('docmanager:save')")

    def python(self, expression: str, *, do: str = "pass") -> Any:  # noqa: ANN401 -- whatever it is
        """Do something in the kernel, and return the value of an expression that JSON can tell."""
        told = self.page.evaluate(
            """async ([code, value]) => {
              const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
              const asked = { code, user_expressions: { value }, store_history: false };
              const { content } = await kernel.requestExecute(asked).done;
              if (content.status !== "ok") throw new Error(content.evalue);
              return content.user_expressions.value.data?.["text/plain"] ?? JSON.stringify(content);
            }""",
            [do, f"__import__('json').dumps({expression})"],
        )
        return json.loads(told[1:-1].encode().decode("unicode_escape"))

    def do(self, code: str) -> None:
        """Do something in the kernel."""
        self.python("None", do=code)

    def until(self, truth: str, arg: object = None) -> None:
        """Wait until something is true in the page."""
        self.page.wait_for_function(truth, arg=arg, timeout=_READY_WITHIN)

    def until_python(self, truth: str) -> None:
        """Wait until something is true in the kernel."""
        for _ in range(300):
            if self.python(truth):
                return
            self.page.wait_for_timeout(100)
        pytest.fail(f"it never became true: {truth}")


@contextmanager
def opened(browser: Browser, running: Lab, name: str) -> Iterator[Opened]:
    """Open a notebook, and fail on any error in the browser's console, or request elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 760})
    page = context.new_page()
    errors: list[str] = []
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{running.origin}/lab/tree/{name}?reset")
    notebook = Opened(page)
    notebook.ready()
    try:
        yield notebook
        allowed = (running.origin, "data:", "blob:")
        told = [url for url in requests if not url.startswith(allowed)]
        told += [error for error in errors if not any(noise in error for noise in _NOISE)]
        if told:
            pytest.fail("\n".join(told))
    finally:
        context.close()
