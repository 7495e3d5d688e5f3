"""A file becomes a seed, or an error that says where, what and the remedy."""

import io
import os
import sys
import threading
from hashlib import sha256

import pytest

from loader.errors import ReadError
from loader.model import Seed
from loader.read import read_file

WORDS = "The mayor of Grünau spoke.\n".encode()


@pytest.mark.parametrize("size", [1, 65_535, 65_536, 65_537, 3_000_000])
def test_a_file_becomes_a_seed(tmp_path, size):
    path = tmp_path / "a.txt"
    raw = (WORDS * (size // len(WORDS) + 1))[:size].rstrip(b"\xc3")
    path.write_bytes(raw)
    assert read_file(str(path)) == Seed(
        sha256(raw).hexdigest(), "text/plain", "utf-8", len(raw), raw.decode()
    )


def test_standard_input_becomes_a_seed(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + WORDS)))
    seed = read_file("-")
    assert (seed.text, seed.encoding, seed.size) == (WORDS.decode(), "utf-8-sig", len(WORDS) + 3)


def test_a_pipe_is_read_to_its_end(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(WORDS * 9_000,))
    writer.start()
    seed = read_file(str(path))
    writer.join()
    assert seed.size == len(WORDS) * 9_000


@pytest.mark.parametrize("size", [100, 70_000, 200_000])
def test_a_file_over_the_limit_is_refused(tmp_path, size):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * size)
    assert read_file(str(path), max_bytes=size).size == size
    with pytest.raises(ReadError) as caught:
        read_file(str(path), max_bytes=size - 1)
    assert str(caught.value) == (
        f"{path}: larger than {size - 1} bytes; split it, or raise the limit with --max-bytes"
    )


def test_standard_input_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WORDS)))
    with pytest.raises(ReadError, match=r"^-: larger than 5 bytes; "):
        read_file("-", max_bytes=5)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "permission denied; allow reading it"),
        (OSError(5, "Input/output error"), "input/output error; check the disk or remove it"),
        (OSError(40, "Too many levels"), "the symbolic link leads back to itself; remove the link"),
        (OSError("odd"), "odd; check the disk or remove it"),
    ],
)
def test_what_the_system_refuses_is_said(monkeypatch, error, reason):
    def refuse(*_):
        raise error

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReadError) as caught:
        read_file("seeds/a.txt")
    assert str(caught.value) == f"seeds/a.txt: {reason}"


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(ReadError, match=r"no such file or folder; check the path$"):
        read_file(str(tmp_path / "missing"))
    with pytest.raises(ReadError, match=r"this is a folder; name a file$"):
        read_file(str(tmp_path))


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(ReadError) as caught:
        read_file(str(path))
    assert str(caught.value) == f"{path}: empty; add its text or remove it"
