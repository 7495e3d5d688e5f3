"""Progress of long work on a terminal: count, rate, time; nothing elsewhere."""

import shutil
import sys
import time
from types import TracebackType
from typing import Self

_FIRST = 1.0  # seconds before anything is shown
_EVERY = 0.2  # seconds between two lines


class Progress:
    """A line on stderr that tells how far a work is, from its first second on.

    ``total``, once known, adds the time left.
    """

    def __init__(self, what: str, total: int | None = None) -> None:
        self.what = what
        self.total = total
        self._began = self._shown = time.monotonic()
        self._terminal = sys.stderr.isatty()
        self._width = 0

    def reach(self, done: int) -> None:
        """Tell that ``done`` of the work is done."""
        moment = time.monotonic()
        if self._terminal and moment - self._began > _FIRST and moment - self._shown > _EVERY:
            self._shown = moment
            self._show(self._line(done, moment - self._began))

    def _line(self, done: int, seconds: float) -> str:
        rate = done / seconds
        line = f"{done:,} {self.what}, {rate:,.0f} a second"
        if self.total and rate:
            left = max(0, self.total - done) / rate
            line += f", {left // 60:.0f}:{left % 60:02.0f} left"
        return line

    def _show(self, line: str) -> None:
        room = shutil.get_terminal_size().columns - 1  # a longer line would wrap, and stay
        sys.stderr.write("\r" + line.ljust(self._width)[:room])
        sys.stderr.flush()
        self._width = len(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._width:
            self._show("")
            sys.stderr.write("\r")
