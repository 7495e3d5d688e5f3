"""The only parallel code: tasks go to processes in chunks and come back in the same order."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice
from multiprocessing.connection import Connection

from loader.corrections import Corrections
from loader.errors import ReadError, StoreError
from loader.load.plan import Outcome, Task
from loader.model import Seed
from loader.read import parse_record, read_file
from loader.split import split
from loader.store.rows import SeedRows, make_rows

_CHUNK = 32  # tasks sent at once: some 200 KB of pages, well above the cost of a message
_AHEAD = 3  # chunks under way at each worker; bounds the memory
_FEW = 300  # below this, starting processes costs more than it saves

Work = Callable[[Task | Outcome], Outcome]


def split_all(
    tasks: Iterator[Task | Outcome], jobs: int, max_bytes: int, corrections: Corrections
) -> Iterator[Outcome]:
    """Yield the outcome of every task in order, split by ``jobs`` processes where that pays.

    Raises StoreError when a process is ended from outside.
    """
    work = partial(split_one, max_bytes=max_bytes, corrections=corrections)
    first = list(islice(tasks, _FEW))
    if len(first) < _FEW:
        yield from map(work, first)
    else:
        yield from _split_in_workers(chain(first, tasks), jobs, work)


def split_one(task: Task | Outcome, max_bytes: int, corrections: Corrections) -> Outcome:
    """Read and split one source; an outcome that stands already passes through."""
    if isinstance(task, Outcome):
        return task
    done = task._replace(line=None)
    try:
        if task.line is None:
            seed = read_file(task.path, max_bytes=max_bytes)
        else:
            seed = parse_record(task.path, task.line)
        if seed.sha256 == task.sha256:
            return Outcome(done)
        return Outcome(done, rows_of(seed, corrections))
    except ReadError as error:
        return Outcome(done, reason=error.reason)
    except Exception as error:  # noqa: BLE001 (one page must not end a load of a million)
        return Outcome(done, reason=f"{type(error).__name__}: {error}; please report this page")


def rows_of(seed: Seed, corrections: Corrections) -> SeedRows:
    """Return the rows of a seed, split as the program and the corrections say."""
    decided = corrections.kinds(seed.key, seed.text) if corrections.lines else ()
    return make_rows(seed, split(seed.text, decided), corrections)


def _split_in_workers(tasks: Iterator[Task | Outcome], jobs: int, work: Work) -> Iterator[Outcome]:
    """Send chunks round the workers and take them back in the same order."""
    pipes = [_start(work) for _ in range(jobs)]
    waiting: deque[Connection] = deque()
    turn = 0
    try:
        while True:
            while len(waiting) < _AHEAD * jobs and (chunk := list(islice(tasks, _CHUNK))):
                pipes[turn].send(chunk)
                waiting.append(pipes[turn])
                turn = (turn + 1) % jobs
            if not waiting:
                return
            yield from waiting.popleft().recv()
    except (EOFError, BrokenPipeError, ConnectionResetError) as error:
        raise StoreError(
            "a splitting process was ended from outside (out of memory?); load again to go on, "
            "with fewer --jobs or a smaller --max-bytes"
        ) from error
    finally:
        for pipe in pipes:
            pipe.close()


def _start(work: Work) -> Connection:
    """Start a worker; return the pipe to it."""
    near, far = multiprocessing.Pipe()
    multiprocessing.Process(target=_work, args=(far, near, work), daemon=True).start()
    far.close()
    return near


def _work(pipe: Connection, parents: Connection, work: Work) -> None:
    """Split chunks until the parent closes the pipe or is gone."""
    parents.close()  # inherited; while a copy is open here, the parent's end is never seen closed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops at an edge and closes the pipe
    try:
        while True:
            pipe.send([work(task) for task in pipe.recv()])
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
