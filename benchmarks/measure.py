"""What the benchmarks share: where things lie, how a command is measured, what a figure is."""

import hashlib
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import corpus

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))  # so that a checkout that is not installed is measured too
_PYTHON = [sys.executable, "-W", "ignore"]
ARCHIVER = [*_PYTHON, "-m", "loader"]
_TICKS = os.sysconf("SC_CLK_TCK")
_COSTS = ("wall", "cpu", "work")
# In the names of what is kept: texts that another generator made are not measured again.
_CORPUS = hashlib.sha256(Path(corpus.__file__).read_bytes()).hexdigest()[:8]
_EVERY = 0.02  # seconds between two looks at the processes of a command


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost: seconds by the clock, CPU seconds, bytes of memory.

    ``cpu`` is that of the busiest process, ``work`` that of all together; ``memory`` is the sum of
    what each process held at its largest.
    """

    wall: float
    cpu: float
    work: float = 0.0
    memory: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table: what is measured, its goal, one value a round.

    ``goal`` is an upper bound where it begins with ≤, a lower one with ≥, else only shown.
    """

    name: str
    goal: str
    values: Sequence[float]
    unit: str = "×"
    note: str = ""

    @property
    def median(self) -> float:
        """The median of the rounds; NaN where nothing could be measured."""
        return statistics.median(self.values) if self.values else float("nan")

    @property
    def verdict(self) -> str:
        """Whether the median keeps the goal: yes, NO, or nothing where there is no goal."""
        if not self.values or self.goal[:1] not in ("≤", "≥"):
            return ""
        bound = float(self.goal[1:].split()[0].replace(",", ""))
        kept = self.median <= bound if self.goal[0] == "≤" else self.median >= bound
        return "yes" if kept else "NO"


@dataclass
class Bench:
    """A run of the benchmarks: its scale, and a folder for what is made on the way.

    Corpora stay in the folder for the next run; an archive is built once a run, or once for all
    runs with ``keep``.
    """

    docs: int
    rounds: int
    work: Path
    keep: bool = False
    log: list[str] = field(default_factory=list)
    load_before: float = field(default_factory=lambda: os.getloadavg()[0])
    _built: set[Path] = field(default_factory=set)

    def folder(self, docs: int) -> Path:
        """Return a folder of so many documents as files."""
        folder = self.work / f"texts-{_CORPUS}-{docs}"
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            corpus.write_folder(unfinished, docs)
            unfinished.rename(folder)
        return folder

    def jsonl(self, docs: int) -> Path:
        """Return a file of so many documents as JSON lines."""
        file = self.work / f"texts-{_CORPUS}-{docs}.jsonl"
        if not file.exists():
            unfinished = file.with_suffix(".unfinished")
            corpus.write_jsonl(unfinished, docs)
            unfinished.rename(file)
        return file

    def archive(self, docs: int) -> Path:
        """Return an archive of so many documents, from one file of JSON lines."""
        db = self.work / f"archive-{_CORPUS}-{docs}.db"
        if db not in self._built and not (self.keep and db.exists()):
            db.unlink(missing_ok=True)
            self.load([self.jsonl(docs)], db)
            self._built.add(db)
        return db

    def load(self, paths: Sequence[Path], db: Path, *more: str) -> Run:
        """Load paths into an archive by the command line."""
        return run([*ARCHIVER, "load", *map(str, paths), "--db", str(db), *more])

    def interleaved(self, contenders: dict[str, Callable[[], Run]]) -> dict[str, list[Run]]:
        """Run every contender once a round, and log the seconds."""
        runs: dict[str, list[Run]] = {name: [] for name in contenders}
        for _ in range(self.rounds):
            for name, contender in contenders.items():
                runs[name].append(contender())
        for name, done in runs.items():
            seconds = [_spread([getattr(one, what) for one in done]) for what in _COSTS]
            self.log.append(f"| {name} | {' | '.join(seconds)} |")
        return runs

    @cached_property
    def scratch(self) -> Path:
        """A folder for what lasts no longer than a figure."""
        folder = self.work / "scratch"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


def ratios(of: Sequence[Run], to: Sequence[Run], what: str = "wall") -> list[float]:
    """Return the ratios of two contenders, round by round."""
    return [getattr(a, what) / getattr(b, what) for a, b in zip(of, to, strict=True)]


def run(command: Sequence[str], *, codes: Sequence[int] = (0,)) -> Run:
    """Run a command with its output thrown away; return what it cost.

    Raises SystemExit with the command's last words where it fails.
    """
    with tempfile.TemporaryFile() as errors:
        began, spent = time.perf_counter(), _spent_by_children()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, cwd=ROOT)
        seen: dict[int, tuple[float, int]] = {}
        while process.poll() is None:
            seen |= dict(_look(process.pid))
            time.sleep(_EVERY)
        wall = time.perf_counter() - began
        if process.returncode not in codes:
            errors.seek(0)
            sys.exit(f"{' '.join(command)}: {process.returncode}: {errors.read().decode()[-2000:]}")
    # The looks miss what a process does after the last of them; the system tells all of it in sum.
    work = _spent_by_children() - spent
    return Run(
        wall=wall,
        cpu=max(cpu for cpu, _ in seen.values()) if len(seen) > 1 else work,
        work=work,
        memory=sum(memory for _, memory in seen.values()),
    )


def script(name: str, *words: str | Path) -> list[str]:
    """Return the command that runs one of the scripts in this folder."""
    return [*_PYTHON, str(Path(__file__).with_name(name)), *map(str, words)]


def _spent_by_children() -> float:
    """Return the CPU seconds of all processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _look(pid: int) -> Iterator[tuple[int, tuple[float, int]]]:
    """Yield a process and its descendants, each with its CPU seconds and largest memory."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text()
        children = [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except (FileNotFoundError, ProcessLookupError):
        return
    _, found, peak = status.partition("VmHWM:")
    if found:
        yield pid, ((int(stat[11]) + int(stat[12])) / _TICKS, int(peak.split()[0]) * 1024)
    for child in children:
        yield from _look(child)


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"
