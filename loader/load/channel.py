"""Objects between two processes, at half the cost of ``multiprocessing.Pipe``.

``Connection.recv`` takes memory for a whole message from the system each time and copies it twice;
here an object is sent and taken apart in frames of 64 KB. The pipes are as large as the system
lets them be, so that who sends need not wait for who receives.
"""

import fcntl
import os
import pickle
from contextlib import suppress
from functools import cached_property
from io import BufferedReader
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

_ROOM = 1 << 20  # bytes in a pipe: two chunks of outcomes; what Linux grants to everyone


class Channel:
    """One end of a two-way pipe."""

    def __init__(self, ours: Connection, theirs: Connection) -> None:
        self._ours, self._theirs = ours, theirs

    def send(self, item: object) -> None:
        """Send an object; raises BrokenPipeError where the other end is closed."""
        pickle.dump(item, self, pickle.HIGHEST_PROTOCOL)

    def write(self, frame: bytes) -> None:
        """Send bytes, all of them: a signal cuts a write short."""
        left = memoryview(frame)
        while left:
            left = left[os.write(self._theirs.fileno(), left) :]

    def recv(self) -> Any:
        """Return the next object; raises EOFError where the other end closed without one."""
        try:
            return pickle.load(self._frames)  # noqa: S301 (from a process that this one started)
        except pickle.UnpicklingError as error:  # closed in the middle of an object
            raise EOFError from error

    def close(self) -> None:
        """Close this end."""
        self._ours.close()
        self._theirs.close()

    @cached_property
    def _frames(self) -> BufferedReader:
        return open(self._ours.fileno(), "rb", closefd=False)


def channel() -> tuple[Channel, Channel]:
    """Return both ends of a new two-way pipe."""
    here, away = Pipe(duplex=False), Pipe(duplex=False)
    for _, writes in (here, away):
        with suppress(OSError, AttributeError):  # a smaller pipe works too
            fcntl.fcntl(writes.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)
    return Channel(here[0], away[1]), Channel(away[0], here[1])
