"""The only parallel code: tasks go to processes in chunks and come back in the same order."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain
from queue import SimpleQueue
from threading import Thread

from loader.corrections import Corrections
from loader.errors import ReadError, StoreError
from loader.load.channel import Channel, channel
from loader.load.plan import STDIN, Outcome, Task
from loader.load.portions import portions
from loader.model import Seed
from loader.read import parse_record, read_file
from loader.store.rows import SeedRows, make_rows

# Sent at once: so many tasks, or so many bytes to read. Some 200 KB of pages are well above the
# cost of a message, and what is under way bounds the memory.
_CHUNK, _CHUNK_BYTES = 32, 4 << 20
_AHEAD = 3  # chunks under way at each worker
_FEW, _FEW_BYTES = 300, 8 << 20  # below this, starting processes costs more than it saves

Work = Callable[[Task | Outcome], Outcome]


def split_all(
    tasks: Iterator[Task | Outcome], jobs: int, max_bytes: int, corrections: Corrections
) -> Generator[Outcome, None, None]:
    """Yield the outcome of every task in order, split by ``jobs`` processes where that pays.

    Raises StoreError when a process is ended from outside.
    """
    work = partial(split_one, max_bytes=max_bytes, corrections=corrections)
    # Standard input is this process's alone.
    tasks = (work(task) if _is_piped(task) else task for task in tasks)
    first = next(portions(tasks, _FEW, _FEW_BYTES, _bytes), [])
    second = next(tasks, None)
    if second is None:
        yield from map(work, first)
    else:
        yield from _split_in_workers(chain(first, (second,), tasks), jobs, work)


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
        if task.container == STDIN:
            done = done._replace(path=f"{STDIN}#{seed.key}")
        return Outcome(done, rows_of(seed, corrections))
    except ReadError as error:
        return Outcome(done, reason=error.reason)
    except Exception as error:  # noqa: BLE001 (one page must not end a load of a million)
        return Outcome(done, reason=f"{type(error).__name__}: {error}; please report this page")


def rows_of(seed: Seed, corrections: Corrections) -> SeedRows:
    """Return the rows of a seed, split as the program and the corrections say."""
    from loader.split import split  # noqa: PLC0415 (half of a start, where nothing is split)

    decided = corrections.kinds(seed.key, seed.text) if corrections.lines else ()
    return make_rows(seed, split(seed.text, decided), corrections)


def _split_in_workers(tasks: Iterator[Task | Outcome], jobs: int, work: Work) -> Iterator[Outcome]:
    """Send chunks round the workers and take them back in the same order."""
    from loader.split.label import the_decider  # noqa: PLC0415 (see ``rows_of``)

    the_decider()  # rules and weights are read once, for all processes
    pipes = [_start(work) for _ in range(jobs)]
    waiting: deque[Channel] = deque()
    chunks = portions(tasks, _CHUNK, _CHUNK_BYTES, _bytes)
    turn = 0
    try:
        while True:
            while len(waiting) < _AHEAD * jobs and (chunk := next(chunks, None)):
                with _worker_alive():
                    pipes[turn].send(chunk)
                waiting.append(pipes[turn])
                turn = (turn + 1) % jobs
            if not waiting:
                return
            with _worker_alive():
                outcomes = waiting.popleft().recv()
            yield from outcomes
    finally:
        for pipe in pipes:
            pipe.close()


@contextmanager
def _worker_alive() -> Iterator[None]:
    """Turn what a broken pipe raises, also in the middle of a message, into a StoreError."""
    try:
        yield
    except (EOFError, OSError) as error:
        raise StoreError(
            "a splitting process was ended from outside (out of memory?); load again to go on, "
            "with fewer --jobs or a smaller --max-bytes"
        ) from error


def _is_piped(task: Task | Outcome) -> bool:
    return isinstance(task, Task) and task.path == STDIN


def _bytes(task: Task | Outcome) -> int:
    """Return how much there is to read, as far as it is known."""
    if isinstance(task, Outcome):
        return 0
    return len(task.line) if task.line is not None else task.size or 0


def _start(work: Work) -> Channel:
    """Start a worker; return the pipe to it."""
    near, far = channel()
    multiprocessing.Process(target=_work, args=(far, near, work), daemon=True).start()
    far.close()
    return near


def _work(pipe: Channel, parents: Channel, work: Work) -> None:
    """Split chunks until the parent closes the pipe or is gone."""
    parents.close()  # inherited; while a copy is open here, the parent's end is never seen closed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops at an edge and closes the pipe
    chunks: SimpleQueue[list[Task | Outcome] | None] = SimpleQueue()
    Thread(target=_receive, args=(pipe, chunks), daemon=True).start()
    with suppress(BrokenPipeError, ConnectionResetError):
        while (chunk := chunks.get()) is not None:
            pipe.send([work(task) for task in chunk])


def _receive(pipe: Channel, chunks: SimpleQueue[list[Task | Outcome] | None]) -> None:
    """Take chunks as they come, None at the end.

    Both sides send more than a pipe holds: if a worker that sends did not receive meanwhile, and
    the parent sends too, each would wait for the other for ever.
    """
    with suppress(EOFError, OSError):  # OSError: the parent ended in the middle of a message
        while True:
            chunks.put(pipe.recv())
    chunks.put(None)
