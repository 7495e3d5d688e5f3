"""A plain Datasette over an archive, and how long its pages take."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import Bench, Figure

_REQUESTS = 20  # of each page in each round, after two that warm it
_WARMING = 2
_STARTING = 60.0  # seconds
_OK = 200


def percentiles(bench: Bench, db: Path, pages: dict[str, tuple[str, str]]) -> Iterator[Figure]:
    """Ask a server for every page in turns; a figure is the 95th percentile of each round.

    ``pages`` are paths and goals by name. Beside each stands the CPU time of a request: what the
    page costs on a machine that does nothing else.
    """
    times: dict[str, list[float]] = {name: [] for name in pages}
    costs: dict[str, list[float]] = {name: [] for name in pages}
    notes: dict[str, str] = {}
    with _server(db) as (port, process):
        for _ in range(bench.rounds):
            for name, (path, _) in pages.items():
                before = _cpu(process)
                try:
                    times[name].append(_percentile(port, path))
                except ConnectionError as error:
                    notes[name] = str(error)
                    continue
                costs[name].append((_cpu(process) - before) / (_WARMING + _REQUESTS))
                notes[name] = f"CPU {min(costs[name]):.0f} ms"
    for name, (_, goal) in pages.items():
        yield Figure(f"{name}, p95", goal, times[name], unit="ms", note=notes[name])


@contextmanager
def _server(db: Path) -> Iterator[tuple[int, int]]:
    """Serve an archive as ``datasette archive.db`` does; yield the port and the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-W", "ignore", "-m", "datasette", "serve", str(db)]
    server = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(port)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait()


def _await(port: int) -> None:
    deadline = time.monotonic() + _STARTING
    while True:
        try:
            _get(port, "/-/versions.json")
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


def _percentile(port: int, path: str) -> float:
    """Return the 95th percentile of the time that a page takes, in milliseconds.

    Raises ConnectionError where the page is not answered with status 200.
    """
    taken = []
    for _ in range(_WARMING + _REQUESTS):
        began = time.perf_counter()
        status = _get(port, path)
        taken.append((time.perf_counter() - began) * 1000)
        if status != _OK:
            raise ConnectionError(f"status {status}")
    return sorted(taken[_WARMING:])[int(0.95 * _REQUESTS) - 1]


def _get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_STARTING)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return response.status
    finally:
        connection.close()


def _cpu(process: int) -> float:
    """Return the CPU time that a process has taken, in milliseconds."""
    stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) * 1000 / os.sysconf("SC_CLK_TCK")
