"""Measure the archive beside the limit and its peers; print one table and write RESULTS.md.

    python benchmarks/run.py                         # all, at 20,000 documents
    python benchmarks/run.py load verify --docs 2000
    python benchmarks/run.py search --docs 1000000 --keep --results benchmarks/million.md

All ratios are of runs that took turns in one session on one machine. A figure is the median of
its rounds, with the least and the greatest beside it: how far those lie apart is the noise.
"""

import argparse
import importlib
import os
import platform
import re
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from measure import ROOT, Bench, Figure

_LOADING = ("load", "peers", "split", "links", "reload")
_USING = ("verify", "search", "pages", "export", "memory", "size")
SCRIPTS = (*_LOADING, *_USING)
_HEAD = "| figure | goal | median | least–greatest | kept |\n|---|---|---|---|---|"
_COSTS = (
    "| run | wall, s (least–greatest) | CPU of the busiest process, s | of all, s |\n"
    "|---|---|---|---|"
)


def main() -> None:
    """Run the benchmarks that the command line names."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        work = asked.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        bench = Bench(asked.docs, asked.rounds, work.resolve(), keep=asked.keep)
        sections = {name: _measure(name, bench) for name in asked.scripts or SCRIPTS}
        if asked.results:
            asked.results.write_text(report(bench, sections), encoding="utf-8")


def report(bench: Bench, sections: dict[str, list[Figure]]) -> str:
    """Return the whole result as Markdown: the machine, the figures, the seconds behind them."""
    figures = "\n".join(line(figure) for found in sections.values() for figure in found)
    costs = "\n".join(bench.log)
    beside = f"Load average before: {bench.load_before:.1f}; a quiet machine has less than 0.5."
    return f"""\
# Benchmarks

{bench.docs:,} documents of some 6 KB, {bench.rounds} rounds in turns, {datetime.now(UTC):%Y-%m-%d}.
{machine()}
{beside}

Made by `python benchmarks/run.py {" ".join(sections)} --docs {bench.docs}`. Ratios are of runs in
one session; what is divided by what stands on both sides of the colon.

{_HEAD}
{figures}

## Seconds

{_COSTS}
{costs}
"""


def line(figure: Figure) -> str:
    """Return a figure as a row of the table."""
    if not figure.values:
        return f"| {figure.name} | {figure.goal} | not measured | {figure.note} | |"
    spread = f"{_number(min(figure.values))}–{_number(max(figure.values))}"
    note = f" ({figure.note})" if figure.note else ""
    value = f"{_number(figure.median)} {figure.unit}"
    return f"| {figure.name}{note} | {figure.goal} | {value} | {spread} | {figure.verdict} |"


def machine() -> str:
    """Name the machine and the software that was measured."""
    cpus = Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.+)", cpus)
    return (
        f"{os.cpu_count()} cores of {model[1] if model else platform.machine()}, "
        f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB of memory, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, Datasette {version('datasette')}."
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scripts", nargs="*", choices=[*SCRIPTS, []], help="default: all")
    parser.add_argument("--docs", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=Path, help="folder for corpora and archives; they stay")
    parser.add_argument("--keep", action="store_true", help="use archives of earlier runs")
    parser.add_argument("--results", type=Path, default=ROOT / "benchmarks" / "RESULTS.md")
    return parser.parse_args()


def _measure(name: str, bench: Bench) -> list[Figure]:
    """Run one script; print its figures as they come."""
    began = time.monotonic()
    found: Sequence[Figure] = list(importlib.import_module(name).figures(bench))
    for figure in found:
        print(line(figure), flush=True)
    print(f"  {name}: {time.monotonic() - began:.0f} s, load {os.getloadavg()[0]:.1f}", flush=True)
    return list(found)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


if __name__ == "__main__":
    main()
