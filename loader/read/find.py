"""Given paths become files, in the order of their stored paths.

A file that is named counts, whatever its name. In a folder every file counts except hidden ones,
backups and unfinished copies, archives with what lies beside them (journals, locks, metadata,
corrections), and those that a pattern ignores: what is no text is then read and rejected with its
reason, never dropped in silence.
"""

# ruff: noqa: PTH114, PTH116 - a pathlib object for each file would double the time of a scan.

import fnmatch
import os
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from loader.errors import ReadError
from loader.read.file import printable, unreadable

# What stands after a name's last full stop.
_SKIPPED_ENDS = frozenset(
    {"tmp", "part", "crdownload", "building", "lock"}
    | {
        database + beside
        for database in ("db", "sqlite", "sqlite3")
        for beside in ("", "-journal", "-wal", "-shm")
    }
)
_CORRECTIONS = ".corrections.yml"
_SKIPPED_NAMES = frozenset({"metadata.yml", "metadata.yaml", "metadata.json"})
_IGNORE_FILE = ".seedignore"
_INTEGER = 2**63 - 1  # SQLite's largest; some file systems number files beyond it


class Found(NamedTuple):
    """A file to read. Size in bytes, time of last change in nanoseconds since 1970, file number.

    ``path`` is as stored: the given path joined with the place in it, with ``/`` between parts.
    The numbers are None for standard input (path ``-``) and for a pipe that was named.
    """

    path: str
    size: int | None
    mtime_ns: int | None
    inode: int | None


# Makes a Found of a tuple in a third of the time that Found(…) takes: a scan makes millions.
_FOUND = partial(tuple.__new__, Found)


class _Folder(NamedTuple):
    prefix: str
    identity: tuple[int, int]
    names: list[str]  # last first; those of folders end in "/"
    descriptor: int  # a file is found from here in three quarters of the time


_NOWHERE = _Folder("", (0, 0), [], -1)


class _Rules(NamedTuple):
    """What a walk passes over: paths that are visited for themselves, patterns to ignore."""

    start: int  # where the path within the given folder begins
    named: AbstractSet[str]
    ignored: re.Pattern[str] | None

    def skip(self, path: str) -> bool:
        if self.ignored and self.ignored.match(path, self.start):
            return True
        return path in self.named


def find_files(paths: Sequence[str], *, ignore: Sequence[str] = ()) -> Iterator[Found | ReadError]:
    """Yield the files that the paths name or hold, and what cannot be read, as it is met.

    Paths come in the given order, each once; within a folder files come in the order of their
    stored paths. ``ignore`` holds patterns (``*`` also crosses ``/``) for the path within the
    folder or, where they hold no ``/``, for any name in it; a file ``.seedignore`` in a given
    folder adds one a line. A link to a folder is followed unless that folder was met already.
    """
    stored = dict.fromkeys(map(_stored, paths))
    for path in stored:
        if path == "-":
            yield Found(path, None, None, None)
            continue
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            yield unreadable(printable(path), error)
            continue
        if S_ISDIR(mode):
            yield from _walk(path, stored.keys() - {path}, ignore)
        elif not _is_ignored(path, ignore):
            yield _look(path, path, None) if S_ISREG(mode) else Found(path, None, None, None)


def _stored(path: str) -> str:
    """Return a path in the form that the archive stores.

    >>> _stored("./seeds//a/")
    'seeds/a'
    """
    return PurePath(path).as_posix()


def _walk(root: str, named: AbstractSet[str], ignore: Sequence[str]) -> Iterator[Found | ReadError]:
    """Yield what a folder holds, except ``named`` paths: those are visited for themselves."""
    prefix = "" if root == "." else root.rstrip("/") + "/"
    patterns: list[str] = list(ignore)
    try:
        patterns += _read_patterns(prefix + _IGNORE_FILE)
    except ReadError as error:
        yield error
    rules = _Rules(len(prefix), named, _compile(patterns))
    stack: list[_Folder] = []
    met: set[tuple[int, int]] = set()
    entered = _enter(prefix, stack, met, rules)
    try:
        while entered or stack:
            if isinstance(entered, ReadError):
                yield entered
            elif entered:
                stack.append(entered)
            entered = None
            folder, _, names, descriptor = stack[-1] if stack else _NOWHERE
            while names:
                name = names.pop()
                if name[-1] == "/":
                    entered = _enter(folder + name, stack, met, rules)
                    break
                yield _look(folder + name, name, descriptor)
            else:
                _leave(stack)
    finally:
        while stack:
            _leave(stack)


def _enter(
    folder: str, stack: Sequence[_Folder], met: set[tuple[int, int]], rules: _Rules
) -> _Folder | ReadError | None:
    """Open a folder; None for a link to one that was met, as its files have a path already."""
    where = folder or "./"
    try:
        status = os.stat(where)
        identity = status.st_dev, status.st_ino
        for outer in stack:
            if outer.identity == identity:
                target = printable(outer.prefix or "./")
                return ReadError(
                    printable(where.rstrip("/")),
                    f"the symbolic link leads back to {target}",
                    "remove the link",
                )
        if identity in met and os.path.islink(where.rstrip("/")):
            return None
        met.add(identity)
        names = _list(where, folder, rules)
        return _Folder(folder, identity, names, os.open(where, os.O_RDONLY))
    except OSError as error:
        return unreadable(printable(where), error)


def _leave(stack: list[_Folder]) -> None:
    if stack:
        os.close(stack.pop().descriptor)


def _list(where: str, folder: str, rules: _Rules) -> list[str]:
    """Return the names that count in a folder, last first; a folder's name ends in a slash.

    With the slash, the order of names is the order of the paths below them.
    """
    names: list[str] = []
    check = rules.named or rules.ignored
    with os.scandir(where) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == "." or (check and rules.skip(folder + name)):
                continue
            try:
                is_folder = entry.is_dir()
            except OSError:  # a link that leads back to itself: reading it will say so
                is_folder = False
            if is_folder:
                names.append(name + "/")
            elif name[-1] != "~" and name not in _SKIPPED_NAMES:
                _, dot, end = name.rpartition(".")
                if not (dot and (end in _SKIPPED_ENDS or name.endswith(_CORRECTIONS))):
                    names.append(name)
    names.sort(reverse=True)
    return names


def _look(path: str, name: str, descriptor: int | None) -> Found | ReadError:
    """Return what is there by a name in an open folder, None for the working folder."""
    try:
        status = os.stat(name, dir_fd=descriptor)
    except OSError as error:
        return unreadable(printable(path), error)
    if not S_ISREG(status.st_mode):
        return ReadError(printable(path), "neither a file nor a folder", "remove it or ignore it")
    if not path.isascii() and printable(path) != path:
        return ReadError(printable(path), "its name is not UTF-8", "rename it")
    return _FOUND((path, status.st_size, status.st_mtime_ns, status.st_ino & _INTEGER))


def _read_patterns(path: str) -> list[str]:
    """Return the patterns that a file lists, one a line, without blank lines and # comments."""
    try:
        with Path(path).open(encoding="utf-8") as lines:
            stripped = [line.strip() for line in lines]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(printable(path), error) from error
    except UnicodeDecodeError as error:
        raise ReadError(printable(path), "not UTF-8", "convert it") from error
    return [line for line in stripped if line and not line.startswith("#")]


def _compile(patterns: Sequence[str]) -> re.Pattern[str] | None:
    """Return one pattern for paths within a folder, or None when there is nothing to ignore."""
    parts = []
    for pattern in patterns:
        bare = pattern.strip("/")
        anywhere = "" if "/" in pattern.rstrip("/") else "(?s:.*/)?"
        parts.append(f"{anywhere}{fnmatch.translate(bare)}")
    return re.compile("|".join(parts)) if parts else None


def _is_ignored(path: str, ignore: Sequence[str]) -> bool:
    """Say whether a named file is to be ignored: shells turn ``seeds/*`` into names."""
    ignored = _compile(ignore)
    return ignored is not None and ignored.match(PurePath(path).name) is not None
