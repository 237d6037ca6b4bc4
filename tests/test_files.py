from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from exile_map import files
from exile_map.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_saved_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    target.write_text("old")
    files.save(target, "new")
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Choose a folder that exists"):
        files.save(tmp_path / "none" / "map.html", "text")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write"):
        files.save(tmp_path, "text")


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "map.html", tmp_path / "link.html"
    target.write_text("old")
    link.symlink_to(target)
    files.save(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    files.save(pipe, "text")
    reader.join(10)
    assert read == ["text"]
    assert pipe.is_fifo()


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    target.write_text("old")
    target.chmod(0o640)
    files.save(target, "new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_half_a_character_becomes_a_mark_instead_of_an_error() -> None:
    assert files.encoded("a\ud800b") == "a\ufffdb".encode()


def test_texts_are_saved_one_after_the_other_without_being_put_together(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    texts = ("<p>", "é" * 2**20, "", "\ud800</p>")
    files.save(target, texts)
    assert target.read_text("utf-8") == "".join(texts).replace("\ud800", "\ufffd")
    assert b"".join(files.parts(texts)) == target.read_bytes()
