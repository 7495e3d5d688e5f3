"""Which of the databases that Datasette serves are archives: only those get our pages."""

from pathlib import Path
from typing import Any

from loader.store.archive import APPLICATION_ID, SCHEMA_VERSION

# https://www.sqlite.org/fileformat.html: user_version at 60, application_id at 68, big-endian.
_HEADER = 72


def is_archive(path: str | Path | None) -> bool:
    """Say whether a file is an archive of this version; None is a database in memory."""
    if path is None:
        return False
    try:
        with Path(path).open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return False
    numbers = (header[68:72], header[60:64])
    return tuple(int.from_bytes(number) for number in numbers) == (APPLICATION_ID, SCHEMA_VERSION)


def archive_names(datasette: Any) -> list[str]:
    """Return the names of the archives among the databases that are served, in their order."""
    return [name for name, db in datasette.databases.items() if is_archive(db.path)]


def only_archives(datasette: Any) -> bool:
    """Say whether all that is served from files are archives, so that the whole site is ours."""
    served = [db.path for db in datasette.databases.values() if db.path is not None]
    return bool(served) and all(map(is_archive, served))
