"""What tests share: no network, the built products, a real Chromium, a saved page."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
SERGE = ROOT / "data" / "places.csv"
sys.path.insert(0, str(ROOT))  # hatch_build is no package, and is tested too

_LOOPBACK = ("127.", "::1", "localhost")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any test that connects beyond this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[Any, ...] | str) -> None:
        host = address[0] if isinstance(address, tuple) else address
        if isinstance(host, str) and self.family in (socket.AF_INET, socket.AF_INET6):
            assert host.startswith(_LOOPBACK), f"a test tried to connect to {host}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tables be as wide as into a pipe, however wide the reader's terminal says it is."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is found again in a folder of the tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a real, headless Chromium; without one, skip, but fail in CI."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=_chromium(), args=list(CHROMIUM_FLAGS)
            )
        except Error as error:
            message = (
                "these tests need Chromium: apt-get install chromium, or"
                f" python -m playwright install chromium ({str(error).splitlines()[0]})"
            )
            if os.environ.get("CI") == "true":
                pytest.fail(message)
            pytest.skip(message)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serge_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the saved map of data/places.csv."""
    from click.testing import CliRunner

    from exile_map.cli import main

    target = tmp_path_factory.mktemp("page") / "serge.html"
    result = CliRunner().invoke(main, ["draw", str(SERGE), "-o", str(target)])
    assert result.exit_code == 0, result.output
    return target
