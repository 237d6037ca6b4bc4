from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from exile_map import places
from exile_map.errors import CannotAskError, DataError, UsageError
from exile_map.places.fetching import as_csv

if TYPE_CHECKING:
    from collections.abc import Iterator

SHEET = "https://docs.google.com/spreadsheets/d/1AbC_d-2"


class Answers(BaseHTTPRequestHandler):
    """A server of one table, one web page, and nothing else."""

    def do_GET(self) -> None:
        """Answer by the path."""
        known = {"/life.csv": b"place,year\nParis,1909\n", "/page": b"<!doctype html><p>Sign in"}
        if self.path not in known:
            self.send_error(404)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(known[self.path])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base's name
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_an_address_is_asked_only_when_that_was_said(server: str) -> None:
    with pytest.raises(UsageError, match="only with --allow-url"):
        places.read(f"{server}/life.csv")
    table = places.read(f"{server}/life.csv", allow_url=True)
    assert [row.place for row in table.rows] == ["Paris"]
    assert table.source == "life.csv"


def test_a_page_where_a_table_was_meant_is_told(server: str) -> None:
    with pytest.raises(DataError, match="is a web page, not a table"):
        places.read(f"{server}/page", allow_url=True)


def test_no_answer_is_no_statement_about_the_table(server: str) -> None:
    with pytest.raises(CannotAskError, match="the server said 404"):
        places.read(f"{server}/none.csv", allow_url=True)
    with pytest.raises(CannotAskError, match="could not be asked"):
        places.read("http://127.0.0.1:9/life.csv", allow_url=True)
    with pytest.raises(CannotAskError, match="could not be asked"):
        places.read("http://[broken/life.csv", allow_url=True)


@pytest.mark.parametrize(
    ("address", "csv"),
    [
        (f"{SHEET}/edit?usp=sharing", f"{SHEET}/export?format=csv&gid=0"),
        (f"{SHEET}/edit#gid=42", f"{SHEET}/export?format=csv&gid=42"),
        (f"{SHEET}/edit?gid=42#gid=42", f"{SHEET}/export?format=csv&gid=42"),
        (f"{SHEET}/export?format=csv&gid=7", f"{SHEET}/export?format=csv&gid=7"),
        (
            "https://docs.google.com/spreadsheets/d/e/2PACX-x/pubhtml?gid=3&single=true",
            "https://docs.google.com/spreadsheets/d/e/2PACX-x/pub?output=csv&gid=3&single=true",
        ),
        (
            "https://docs.google.com/spreadsheets/d/e/2PACX-x/pub?output=csv",
            "https://docs.google.com/spreadsheets/d/e/2PACX-x/pub?output=csv",
        ),
        ("https://example.org/life.csv", "https://example.org/life.csv"),
    ],
)
def test_the_address_of_a_google_sheet_becomes_that_of_its_csv(address: str, csv: str) -> None:
    assert as_csv(address) == csv
