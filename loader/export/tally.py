"""Counting what leaves, so that an export can say how much it is and whether it is all."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(slots=True)
class Tally:
    """How many rows have left. ``stopped`` says why that was not all of them, else None.

    Every writer counts on one of these and, when it stopped, says so in its last line.
    """

    limit: int | None = None
    rows: int = 0
    stopped: str | None = None

    def count(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items up to the limit; an error of the archive ends them, and is noted."""
        try:
            for item in items:
                if self.limit is not None and self.limit <= self.rows:
                    self.stopped = f"incomplete: stopped at the limit of {self.limit} rows"
                    return
                yield item
                self.rows += 1
        except sqlite3.Error as error:
            self.stopped = f"incomplete: stopped after {self.rows} rows by an error ({error})"
