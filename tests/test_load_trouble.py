"""Loads killed, interrupted, crowded or without room: nothing is lost, the next goes on."""

import contextlib
import fcntl
import json
import os
import random
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import termios
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loader.corrections import LineCorrection, add_corrections, path_beside
from loader.load import plan
from loader.store.check import check_archive
from tests.archives import is_version_1
from tests.corpora import (
    compressed,
    digest_of,
    fresh_digest,
    lines_of,
    load_into,
    pages,
    rows,
    write,
)

ROOT = Path(__file__).parent.parent
LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
WHOLE_SEEDS = """
select key from seeds
where (select count(*) from spans where seed_id = seeds.id) = 0
  or (select max("end") from spans where seed_id = seeds.id) <> characters
  or not exists (select 1 from files where seed_id = seeds.id)
"""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """600 pages and a collection of 200."""
    files = pages(600) | {"zz.jsonl.gz": compressed(lines_of(range(600, 800)))}
    return write(tmp_path_factory.mktemp("trouble") / "texts", files)


@pytest.fixture(scope="module")
def expected(texts: Path) -> str:
    """The digest of a load that nobody disturbed."""
    db = texts.parent / "undisturbed.db"
    load_into(db, texts)
    return digest_of(db)


@pytest.fixture(scope="module")
def half(texts: Path) -> Path:
    """An archive of a part of the texts, under the same paths."""
    db = texts.parent / "half.db"
    load_into(db, *sorted(texts.glob("*[02468].txt"))[:60])
    return db


def start(db: Path, *words: str | Path, **given: object) -> subprocess.Popen[str]:
    """Start a load in a process group of its own."""
    command = [sys.executable, "-m", "loader", "load", "--db", db, *words]
    return subprocess.Popen(
        [str(word) for word in command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **given,  # type: ignore[call-overload]
    )


def group(leader: int) -> list[int]:
    """Return the living processes of a group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, pgrp = stat.read_text("utf-8").rpartition(")")[2].split()[:3]
            if int(pgrp) == leader and state != "Z":
                found.append(int(stat.parent.name))
    return found


def wait_for(what: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something is true; fail where it never is."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def assert_whole(db: Path) -> None:
    """Assert that an archive opens, is sound, and holds whole seeds only."""
    assert rows(db, "PRAGMA integrity_check") == [("ok",)]
    assert rows(db, WHOLE_SEEDS) == []


def assert_loads_on(db: Path, texts: Path, expected: str) -> None:
    """Assert that the next load ends where an undisturbed one does."""
    if db.exists():
        assert_whole(db)
    load_into(db, texts)
    assert digest_of(db) == expected
    assert sorted(path.name for path in db.parent.iterdir()) == [db.name]


@LINUX
@pytest.mark.parametrize("attempt", range(10))
def test_killed_at_any_moment(
    tmp_path: Path, texts: Path, half: Path, expected: str, attempt: int
) -> None:
    db = tmp_path / "a.db"
    if attempt % 2:
        shutil.copy(half, db)
    process = start(db, texts, "--jobs", str(1 + attempt % 3))
    wait_for(lambda: db.with_name("a.db.lock").exists() or process.poll() is not None)
    time.sleep(random.uniform(0, 1.2))  # noqa: S311
    process.kill()
    process.communicate()
    wait_for(lambda: not group(process.pid), 5)
    assert_loads_on(db, texts, expected)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[LineCorrection]]:
    """A folder, an archive of it, and corrections of most of its pages."""
    folder = tmp_path_factory.mktemp("decided")
    texts, db = write(folder / "texts", pages(200)), folder / "a.db"
    load_into(db, texts)
    seeds = rows(db, "select key, text, instr(text, char(10)) from seeds limit 150")
    return (
        texts,
        db,
        [
            LineCorrection(key, 0, end, text[:10], "standfirst", "2026-01-02")
            for key, text, end in seeds
        ],
    )


@LINUX
@pytest.mark.parametrize("attempt", range(4))
def test_killed_while_it_applies_corrections(
    tmp_path: Path, decided: tuple[Path, Path, list[LineCorrection]], attempt: int
) -> None:
    texts, whole, corrections = decided
    db = Path(shutil.copy(whole, tmp_path / "a.db"))
    add_corrections(path_beside(db), corrections)
    process = start(db, texts)
    wait_for(lambda: db.with_name("a.db.lock").exists() or process.poll() is not None)
    time.sleep(0.1 + 0.2 * attempt)
    process.kill()
    process.communicate()
    assert_whole(db)
    killed = digest_of(db)
    load_into(db, texts)
    corrected, before = digest_of(db), digest_of(whole)
    assert corrected != before
    assert killed in {before, corrected}
    shutil.copy(path_beside(db), path_beside(tmp_path / "b.db"))
    assert corrected == fresh_digest(texts, tmp_path / "b.db")
    assert check_archive(db).problems == []


def test_an_interrupted_load_stops_at_an_edge(tmp_path: Path, texts: Path, expected: str) -> None:
    db = tmp_path / "a.db"
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    process = start(db, pipe, "--jobs", "2")
    with pipe.open("wb") as feed:
        feed.write(lines_of(range(40)))
        feed.flush()
        wait_for(lambda: fcntl.ioctl(feed, termios.FIONREAD, bytes(4)) == bytes(4))  # all is read
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.2)
        with contextlib.suppress(BrokenPipeError):
            feed.write(lines_of(range(40, 80)))
    said, errors = process.communicate(timeout=30)
    assert "Stopped before the end. Run the same command to go on." in said
    assert (process.returncode, errors) == (1, "")
    pipe.unlink()
    assert 0 < len(rows(db, "select 1 from seeds")) < 80
    load_into(db, texts)
    assert_whole(db)
    assert expected != digest_of(db)  # the piped records are there besides


@LINUX
def test_a_killed_worker_ends_the_load_with_a_message(
    tmp_path: Path, texts: Path, expected: str
) -> None:
    db = tmp_path / "a.db"
    shutil.copytree(texts, tmp_path / "more")
    write(tmp_path / "more", pages(3000, first=1000))
    process = start(db, tmp_path / "more", "--jobs", "2")
    wait_for(lambda: len(group(process.pid)) >= 3)
    os.kill(max(group(process.pid)), signal.SIGKILL)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "was ended from outside (out of memory?); load again to go on" in errors
    assert errors.count("\n") == 1
    shutil.rmtree(tmp_path / "more")
    assert_loads_on(db, texts, expected)


def test_the_second_load_waits_and_says_so(tmp_path: Path, texts: Path, expected: str) -> None:
    db = tmp_path / "a.db"
    first, second = start(db, texts), None
    wait_for(lambda: db.with_name("a.db.lock").exists())
    second = start(db, texts)
    (_, wrong), (said, waited) = first.communicate(timeout=60), second.communicate(timeout=60)
    assert (first.returncode, second.returncode, wrong) == (0, 0, "")
    assert waited == f"{db}: waiting for another load to end …\n"
    assert "800  unchanged" in said
    assert digest_of(db) == expected


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """The path of an archive that a load holds: it waits for a pipe."""
    db, pipe = tmp_path / "a.db", tmp_path / "pipe"
    os.mkfifo(pipe)
    process = start(db, pipe)
    wait_for(lambda: db.with_name("a.db.building").exists())
    yield db
    process.kill()
    process.communicate()


def test_a_load_gives_up_waiting(held: Path, texts: Path) -> None:
    process = start(held, texts, "--wait", "0.3")
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert errors.splitlines()[-1] == (
        f"Error: {held}: another load has been writing for the last 0.3 s; "
        "wait for it to end, or give more time with --wait"
    )


def test_the_lock_of_a_killed_load_does_not_block(
    tmp_path: Path, texts: Path, expected: str
) -> None:
    db = tmp_path / "a.db"
    db.with_name("a.db.lock").touch()
    db.with_name("a.db.building").write_bytes(b"half of something")
    load_into(db, texts, wait=0)
    assert_loads_on(db, texts, expected)


def test_a_reader_sees_whole_seeds_all_the_time(
    tmp_path: Path, texts: Path, half: Path, expected: str
) -> None:
    db = tmp_path / "a.db"
    shutil.copy(half, db)
    process = start(db, texts, "--jobs", "1")
    reader = sqlite3.connect(f"file:{db}?mode=ro", uri=True, timeout=5)
    seen = set()
    while process.poll() is None:
        assert reader.execute(WHOLE_SEEDS).fetchall() == []
        seen.add(reader.execute("select count(*) from seeds").fetchone()[0])
    assert process.returncode == 0
    assert reader.execute("select count(*) from seeds").fetchone() == (800,)
    assert len(seen) > 1, "the reader saw the load from before and after only"
    reader.close()
    process.communicate()
    assert digest_of(db) == expected


@contextlib.contextmanager
def served(db: Path) -> Iterator[str]:
    """Serve an archive by Datasette as people do; yield the address, and end the server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "datasette", str(db), "--port", port]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    ) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(lambda: answers(address) or server.poll() is not None)
            yield address
        finally:
            server.terminate()


def answers(address: str) -> bool:
    with contextlib.suppress(urllib.error.URLError):
        return bool(fetch(address))
    return False


def fetch(url: str) -> bytes:
    """Return a page; raises HTTPError where the server reports an error."""
    with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 (a server of our own)
        return bytes(answer.read())


def test_a_server_shows_whole_seeds_while_a_load_writes(
    tmp_path: Path, texts: Path, half: Path, expected: str
) -> None:
    db = tmp_path / "a.db"
    shutil.copy(half, db)
    sql = f"select (select count(*) from seeds), (select count(*) from ({WHOLE_SEEDS}))"
    query = urllib.parse.urlencode({"sql": sql, "_shape": "arrays"})
    counts = []
    with served(db) as address:
        process = start(db, texts, "--jobs", "1")
        is_running = True
        while is_running:
            is_running = process.poll() is None
            for page in ("", "a/articles", f"a/seeds/{1 + len(counts) % 60}"):
                fetch(f"{address}/{page}")
            path = "a/-/query.json" if is_version_1() else "a.json"
            ((seeds, cut),) = json.loads(fetch(f"{address}/{path}?{query}"))["rows"]
            assert cut == 0
            counts.append(seeds)
    process.communicate()
    assert process.returncode == 0
    assert counts == sorted(counts)
    assert counts[-1] == 800
    assert len(set(counts)) > 1, "the server showed the load from before and after only"
    assert digest_of(db) == expected


def limited(size: int) -> Callable[[], None]:
    """Return what makes a process fail to write files beyond a size, as on a full disk."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("existing", [False, True], ids=["fresh", "existing"])
def test_no_room_is_one_message(
    tmp_path: Path, texts: Path, half: Path, expected: str, *, existing: bool
) -> None:
    db = tmp_path / "a.db"
    (tmp_path / "none").mkdir()
    load_into(db, tmp_path / "none")  # an archive without rows
    (tmp_path / "none").rmdir()
    if existing:
        shutil.copy(half, db)
    before = digest_of(db)
    process = start(db, texts, preexec_fn=limited(db.stat().st_size + 100_000))
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert errors.count("\n") == 1
    assert errors.startswith(f"Error: {db}: ")
    assert "nothing is stored by halves" in errors
    assert digest_of(db) == before
    assert_loads_on(db, texts, expected)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MiB, where the tests may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a file system needs root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_one_message(
    tmp_path: Path, full_disk: Path, texts: Path, half: Path, expected: str
) -> None:
    db = full_disk / "a.db"
    shutil.copy(half, db)
    process = start(db, texts)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.count("\n")) == (1, 1)
    assert "disk is full; nothing is stored by halves; free some room on the disk" in errors
    assert_whole(db)
    (tmp_path / "roomy").mkdir()
    assert_loads_on(Path(shutil.copy(db, tmp_path / "roomy")), texts, expected)


def test_a_folder_that_cannot_be_written_is_one_message(tmp_path: Path, texts: Path) -> None:
    (tmp_path / "file").touch()
    process = start(tmp_path / "file" / "a.db", texts)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (
        1,
        f"Error: {tmp_path}/file: Not a directory; choose a folder that can be written with --db\n",
    )


def test_sources_that_go_away_in_mid_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "texts", pages(40))
    db = tmp_path / "a.db"
    load_into(db, folder)
    for path in folder.iterdir():
        os.utime(path)
    found = plan.find_files

    def vanishing(*given: object, **named: object) -> Iterator[object]:
        for number, one in enumerate(found(*given, **named)):  # type: ignore[arg-type]
            if number == 20:
                shutil.rmtree(folder)
            yield one

    monkeypatch.setattr(plan, "find_files", vanishing)
    report = load_into(db, folder, prune=True)
    assert report.pruned == 0
    assert len(report.rejects) == 40
    assert len(rows(db, "select 1 from files")) == 40
