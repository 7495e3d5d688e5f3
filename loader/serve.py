"""Datasette started with settings that suit a local archive."""

import os
import shutil
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from loader.errors import ArchiveError
from loader.store import archive

# Datasette's defaults protect public servers; at home a query may take its time and give all rows.
SETTINGS = {
    "max_returned_rows": 100_000,
    "max_csv_mb": 0,
    "sql_time_limit_ms": 10_000,
    "facet_time_limit_ms": 1_000,
    "suggest_facets": "off",
    "default_page_size": 50,
    "num_sql_threads": 4,
}


def command(db: Path, host: str, port: int, more: Sequence[str]) -> list[str]:
    """Return the words that start Datasette on an archive; ``more`` are further options of its."""
    settings = [
        word for name, value in SETTINGS.items() for word in ("--setting", name, str(value))
    ]
    return ["serve", str(db), "--host", host, "--port", str(port), *settings, *more]


def serve(db: Path, host: str, port: int, more: Sequence[str]) -> None:
    """Serve an archive until interrupted.

    Raises SchemaError where there is none, ArchiveError where the address or port is no free one
    of this machine or Datasette is not installed.
    """
    archive.connect(db).close()
    _check_port(host, port)
    beside = Path(sys.executable).with_name("datasette")
    program = str(beside) if beside.exists() else shutil.which("datasette")
    if program is None:
        raise ArchiveError("datasette: not installed here; install it with: pip install datasette")
    sys.stderr.write(f"{db} is served at http://{host}:{port}/ until Ctrl-C\n")
    sys.stderr.flush()
    os.execv(program, [program, *command(db, host, port, more)])  # noqa: S606 (own words)


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except socket.gaierror as error:
            raise ArchiveError(
                f"{host}: no address of this machine ({error.strerror}); choose another with --host"
            ) from error
        except OSError as error:
            raise ArchiveError(
                f"{host}:{port}: {error.strerror}; choose another port with --port"
            ) from error
